/** What the side effects say: their reading and their notes, made from the released numbers alone. */
import { listed } from "../cohortSentence";
import type { ExploreState } from "../explore";
import type { SideEffects, SideEffectsGroup } from "../results";
import { inSentence } from "../vocabulary/entry";
import { sideEffectByCode, type SideEffectCode } from "../vocabulary/sideEffects";
import type { Figure, Words } from "./figure";
import { capital, drawn, inGroups, patientsOf } from "./groups";
import {
  asIs,
  asPercent,
  asWhole,
  boundedText,
  exact,
  inHundred,
  intervalWords,
  isHidden,
  numberText,
  percentText,
} from "./numbers";
import { hiddenNote, tableNote, tooFewToShow } from "./patientsLine";
import { mayExceed, mostFrequent, rateOf } from "./sideEffectRates";

const nameOf = (term: string): string => sideEffectByCode(term as SideEffectCode).label;

export function sideEffectsReading(result: SideEffects, state: ExploreState, smallest: number): Words {
  const groups = drawn(result.groups, state);
  const chosen = groups.find(({ group }) => group.code === state.options.of);
  const ordered = chosen === undefined ? groups : [chosen, ...groups];
  switch (state.options.harms) {
    case "VITALS":
      return vitalsReading(ordered, state, smallest);
    case "RESOLUTION":
      return resolutionReading(ordered, state, smallest);
    case "INFUSION":
      return infusionReading(ordered, state, smallest);
    case "RATES":
      return ratesReading(groups, state, smallest);
  }
}

function ratesReading(groups: readonly SideEffectsGroup[], state: ExploreState, smallest: number): Words {
  const { effectSeverity: severity } = state.options;
  const first = groups.find((group) => mostFrequent(group, severity).length > 0);
  if (first === undefined) return tooFewToShow(smallest);
  const top = mostFrequent(first, severity).slice(0, 3);
  const words = top.flatMap(({ term, rate }, index) => [
    {
      text: `${index === 0 ? nameOf(term) : `${index === top.length - 1 ? " and " : ", "}${inSentence(nameOf(term))}`} (`,
    },
    { text: rate < 0.005 ? "under 1%" : percentText(rate), strong: true },
    { text: ")" },
  ]);
  const where = state.by === null ? "" : ` ${inGroups([first], state)}`;
  const verb = top.length > 1 ? "were" : "was";
  const known = mayExceed(first, severity, top.at(-1)?.rate ?? 0) ? " of those with a known rate" : "";
  return [...words, { text: ` ${verb} the most frequent${known}${where}.` }, ...mania(groups, state)];
}

/** The one side effect that bears on the diagnosis itself. */
function mania(groups: readonly SideEffectsGroup[], state: ExploreState): Words {
  const bipolar = groups.find(({ group }) => group.code === "BIPOLAR");
  if (state.by !== "condition" || bipolar === undefined) return [];
  const term = bipolar.effects.find((effect) => effect.term.includes("MANIA"))?.term;
  const estimate = term === undefined ? undefined : rateOf(bipolar, term, state.options.effectSeverity);
  const rate = estimate === undefined ? null : exact(estimate);
  if (term === undefined || rate === null) return [];
  const per = state.options.per === "SESSION" ? "sessions of patients" : "patients";
  return [
    { text: ` ${nameOf(term)} was seen in ` },
    { text: rate < 0.005 ? "under 1%" : percentText(rate), strong: true },
    { text: ` of ${per} with bipolar depression.` },
  ];
}

function vitalsReading(groups: readonly SideEffectsGroup[], state: ExploreState, smallest: number): Words {
  for (const { group, vitals } of groups) {
    const rise = vitals.find(({ sign }) => sign === "SYSTOLIC")?.rise;
    if (rise === undefined || rise.value === null) continue;
    const interval = intervalWords(rise, asIs);
    return [
      { text: `In ${patientsOf(group, state)}, systolic blood pressure rose by ` },
      { text: `${numberText(rise.value, 1)} mmHg`, strong: true },
      { text: ` on average during the session${interval === null ? "" : ` (${interval})`}.` },
    ];
  }
  return tooFewToShow(smallest);
}

function resolutionReading(
  groups: readonly SideEffectsGroup[],
  state: ExploreState,
  smallest: number,
): Words {
  for (const each of groups) {
    const [top] = mostFrequent(each, "ANY").filter(
      ({ term }) => each.effects.find((effect) => effect.term === term)?.resolutionMinutes.value !== null,
    );
    const minutes = each.effects.find(({ term }) => term === top?.term)?.resolutionMinutes;
    if (top === undefined || minutes === undefined || minutes.value === null) continue;
    const { lower, upper } = minutes;
    const quartiles =
      lower === null || upper === null ? "" : ` (quartiles, ${numberText(lower)} to ${numberText(upper)})`;
    return [
      { text: `${nameOf(top.term)}, the most frequent, lasted a median of ` },
      { text: `${numberText(minutes.value, asWhole.digits)} minutes`, strong: true },
      { text: `${quartiles} in ${patientsOf(each.group, state)}.` },
    ];
  }
  return tooFewToShow(smallest);
}

function infusionReading(groups: readonly SideEffectsGroup[], state: ExploreState, smallest: number): Words {
  for (const { group, infusions } of groups) {
    const shown = infusions.flatMap(({ number, rates }) => {
      const estimate = rates.find(({ term }) => term === state.options.effect)?.rate;
      const rate = estimate === undefined ? null : exact(estimate);
      return rate === null ? [] : [{ number, rate }];
    });
    const [first] = shown;
    const last = shown.at(-1);
    if (first === undefined || last === undefined) continue;
    const name = nameOf(state.options.effect);
    return [
      { text: `${capital(patientsOf(group, state))}: ${inSentence(name)} in ` },
      { text: `${inHundred(first.rate)} in 100`, strong: true },
      { text: ` at infusion ${first.number}` },
      ...(last === first
        ? []
        : [
            { text: " and " },
            { text: `${inHundred(last.rate)} in 100`, strong: true },
            { text: ` at infusion ${last.number}` },
          ]),
      { text: "." },
    ];
  }
  return tooFewToShow(smallest);
}

const wilson = "Wilson 95% intervals from the counts shown.";
const rises =
  "Rise: highest reading of a session less the reading before it, a mean over the patient's sessions; t intervals over patients.";
const methods = {
  RATES: `${wilson} ${rises}`,
  INFUSION: wilson,
  RESOLUTION:
    "Of each patient the longest time until the effect had gone; median and quartiles over patients, of those with a known time.",
  VITALS: rises,
} as const;

export function sideEffectsNotes(
  result: SideEffects,
  state: ExploreState,
  smallest: number,
): Figure["notes"] {
  const rates = result.groups.flatMap(({ effects }) => effects.map(({ rate }) => rate));
  return [
    { name: "Method", text: methods[state.options.harms] },
    // Vital signs are measured, not asked for.
    ...(state.options.harms === "VITALS" ? [] : [ascertainedNote(drawn(result.groups, state))]),
    ...tableNote(result.groups, state),
    ...hiddenNote(rates.some(isHidden), smallest, result.groups),
  ];
}

/** How side effects were found decides how many were found. */
export function ascertainedNote(
  groups: readonly Pick<SideEffectsGroup, "group" | "byChecklist">[],
): Figure["notes"][number] {
  const checklist = groups.flatMap(({ group, byChecklist }) =>
    byChecklist.value === null ? [] : [`${group.short} ${boundedText(byChecklist, asPercent)}%`],
  );
  return {
    name: "Ascertained",
    text:
      checklist.length === 0
        ? "the share of patients asked by checklist is hidden. Rates from spontaneous report are lower."
        : `share of patients asked by checklist: ${listed(checklist)}; all others by spontaneous report, whose rates are lower.`,
  };
}
