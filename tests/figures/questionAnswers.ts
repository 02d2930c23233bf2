// Made-up answers of the Questions page for the figures' tests. Not evidence.
import {
  visits,
  type Group,
  type MissingData,
  type Suicidality,
  type TimeToEvent,
  type Wellbeing,
  type Worsening,
} from "@afterglow/shared";
import {
  answered,
  cases,
  countOf,
  estimate,
  everyoneGroup,
  groups,
  hiddenEstimate,
  notEstimable,
  proportion,
  tooFew,
} from "./answers";
import { durability, onset } from "./curveAnswers";
import { sideEffectsAnswer } from "./visitAnswers";

const parts = { EARLY: 0.54, LATER: 0.17, NEVER: 0.19, UNSEEN: 0.1 } as const;
export const worsening: Worsening = {
  answered,
  earlyUntil: "W4",
  laterUntil: "W12",
  groups: groups.map((group, i) => {
    const n = cases[i] ?? 0;
    const of = (share: number) => ({
      patients: countOf(n * share || 5),
      share: proportion(Math.round(n * share), n),
    });
    return {
      group,
      instrument: "PHQ9",
      patients: countOf(n || 5),
      worse: of(0.08 + 0.01 * i),
      parts: (["EARLY", "LATER", "NEVER", "UNSEEN"] as const).map((part) => ({ part, ...of(parts[part]) })),
    };
  }),
};

export const missingData: MissingData = {
  answered,
  visit: "W4",
  groups: groups.map((group, i) => {
    const n = cases[i] ?? 0;
    const received = Math.round(n * (0.66 - 0.02 * i));
    const responders = Math.round(received * (0.52 - 0.03 * i));
    const carried = Math.round(responders + (n - received) * 0.36);
    return {
      group,
      instrument: "PHQ9",
      patients: countOf(n || 5),
      received: { patients: countOf(received || 5), share: proportion(received, n) },
      responders: countOf(responders || 5),
      observed: proportion(responders, received),
      nonResponse: proportion(responders, n),
      carried: { patients: countOf(carried || 5), share: proportion(carried, n) },
    };
  }),
};

const notBefore = { patients: { value: null, hidden: "NOT_ESTIMABLE" }, share: notEstimable } as const;

/** Two shares and a mean at each visit, of fewer and fewer patients. */
function seen(i: number, size: number, mean: (v: number) => number, half: number) {
  return visits.map((visit, v) => {
    const n = Math.round((cases[i] ?? 0) * size * Math.max(0.05, 1 - 0.07 * v));
    const value = mean(v);
    const width = half / Math.sqrt(Math.max(n, 1));
    const of = (share: number) => ({
      patients: countOf(n * share || 5),
      share: proportion(Math.round(n * share), n),
    });
    return {
      visit: visit.code,
      scores: n < 11 ? tooFew : countOf(n),
      mean: n < 11 ? hiddenEstimate : estimate(value, value - width, value + width),
      of,
      isBaseline: v === 0,
    };
  });
}

export const suicidality: Suicidality = {
  answered,
  instrument: "PHQ9",
  item: 9,
  highest: 3,
  groups: groups.map((group, i) => ({
    group,
    patients: countOf((cases[i] ?? 0) * 0.6 || 5),
    visits: seen(i, 0.6, (v) => 1.4 - 0.8 * (1 - Math.exp(-v / 2)) + 0.02 * i, 0.8).map(
      ({ visit, scores, mean, of, isBaseline }, v) => ({
        visit,
        scores,
        mean,
        none: isBaseline ? notBefore : of(0.3 + 0.01 * v),
        worse: isBaseline ? notBefore : of(0.08),
      }),
    ),
  })),
};

export const wellbeing: Wellbeing = {
  answered,
  groups: groups.map((group, i) => ({
    group,
    patients: countOf((cases[i] ?? 0) * 0.3 || 5),
    visits: seen(i, 0.3, (v) => 28 + 20 * (1 - Math.exp(-v / 2)) - i, 18).map(
      ({ visit, scores, mean, of, isBaseline }, v) => ({
        visit,
        scores,
        mean,
        gained: isBaseline ? notBefore : of(0.5),
        well: of(0.1 + 0.02 * v),
      }),
    ),
  })),
};

const named = (code: string, label: string, short: string): Group => ({ code, label, short });

/** The first groups of a made-up curve under other names. */
const renamed = (times: TimeToEvent, as: readonly Group[]): TimeToEvent => ({
  ...times,
  groups: as.flatMap((group, i) => {
    const found = times.groups[i];
    return found === undefined ? [] : [{ ...found, group }];
  }),
});
const protocols = [
  named("INTENSIVE", "Intensive, 3 to 5 in 10 days", "Intensive"),
  named("STANDARD", "Standard, 5 to 8 in 28 days", "Standard"),
];
const modalities = [named("KETAMINE_IV", "Ketamine IV", "Ketamine IV"), named("ECT", "ECT", "ECT")];
const anxieties = groups.filter(({ code }) => ["GAD", "SOCIAL_ANXIETY", "PANIC"].includes(code));

const safety = (as: readonly Group[]) => ({
  answered,
  groups: as.flatMap((group, i) => {
    const found = sideEffectsAnswer.groups[i];
    return found === undefined ? [] : [{ ...found, group }];
  }),
});
const everyone = safety([everyoneGroup]);

/** Each question that is another figure with groups of its own. */
export const fixedAnswers = {
  "infusions-to-response": { onset: { ...onset, clock: "SESSION", horizon: 12 } },
  "protocol-onset": { onset: renamed(onset, protocols) },
  "protocol-durability": { durability: renamed(durability, protocols) },
  "ect-onset": { onset: renamed(onset, modalities) },
  "ect-durability": { durability: renamed(durability, modalities) },
  "ect-sessions": { onset: { ...renamed(onset, modalities), clock: "SESSION", horizon: 12 } },
  "ect-side-effects": { sideEffects: safety(modalities) },
  "bipolar-safety": {
    sideEffects: safety([
      named("TRD+MDD", "Treatment-resistant depression or major depressive disorder", "TRD+MDD"),
      named("BIPOLAR", "Bipolar depression", "Bipolar"),
    ]),
  },
  craving: { sideEffects: safety(groups), everyone },
  "anxiety-onset": { onset: renamed(onset, anxieties) },
  "anxiety-durability": { durability: renamed(durability, anxieties) },
} as const;
