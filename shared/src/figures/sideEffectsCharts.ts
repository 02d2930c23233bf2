/** The charts of the side effects, by view: rates, by infusion, time to resolution, vital signs. */
import type { ExploreState } from "../explore";
import type { SideEffects, SideEffectsGroup } from "../results";
import { sideEffectByCode, sideEffects, type SideEffectCode } from "../vocabulary/sideEffects";
import { inSentence } from "../vocabulary/entry";
import type { FigureChart } from "./figure";
import { drawn } from "./groups";
import { heatMap } from "./heatMap";
import { numberDots } from "./numberDots";
import { asIs, asPercent, asWhole, estimateText, numberText } from "./numbers";
import { markOf, type SeriesMark } from "./series";
import { shareDots } from "./shareDots";
import { narrowEffectName } from "./sideEffectNames";
import { rateOf } from "./sideEffectRates";

export function sideEffectsCharts(result: SideEffects, state: ExploreState, smallest: number): FigureChart[] {
  const groups = drawn(result.groups, state);
  const alone = groups.find(({ group }) => group.code === state.options.of) ?? groups[0];
  switch (state.options.harms) {
    case "RATES":
      return [
        ratesMap(groups, state),
        effectDots(groups, state, smallest),
        ...(alone === undefined ? [] : [vitalDots(alone, smallest)]),
      ];
    case "INFUSION":
      return alone === undefined ? [] : [infusionMap(alone, state)];
    case "RESOLUTION":
      return alone === undefined ? [] : [resolutionDots(alone, state, smallest)];
    case "VITALS":
      return signs.map((sign) => signDots(groups, state, sign, smallest));
  }
}

const per = (state: ExploreState): string => (state.options.per === "SESSION" ? "session" : "patient");
const whole: SeriesMark = markOf(null, "ALL");

/** For columns of a narrow heat map, after the usual abbreviations. */
const narrowNames: Readonly<Record<string, string>> = {
  BIPOLAR: "BD",
  SOCIAL_ANXIETY: "SAD",
  HEALTHY_CONTROL: "HC",
  PANIC: "PD",
  ILLNESS_ANXIETY: "LTI",
  KETAMINE_INTRANASAL: "IN",
  KETAMINE_SUBLINGUAL: "SL",
  ESKETAMINE_INTRANASAL: "ESK",
  PLACEBO: "PBO",
  UNKNOWN: "NK",
};

function ratesMap(groups: readonly SideEffectsGroup[], state: ExploreState): FigureChart {
  const bySession = state.options.per === "SESSION";
  return heatMap({
    id: "side-effects-rates",
    title: "",
    columns: groups.map(({ group, exposed, sessions }) => {
      const count = (bySession ? sessions : exposed).value;
      return {
        name: group.short,
        narrowName: narrowNames[group.code] ?? group.short.replace(/^Clinic /, "C"),
        count: count === null ? null : numberText(count),
        weight: count ?? 0,
      };
    }),
    countName: bySession ? "Sessions" : "Patients exposed",
    rates: (term) => groups.map((group) => rateOf(group, term, state.options.effectSeverity)),
    framed: state.options.effect,
    scaleName: bySession ? "Sessions with the effect, %" : "Patients with the effect, %",
    description: `Heat map of side-effect rates per ${per(state)}; the numbers stand in the table.`,
  });
}

function infusionMap(group: SideEffectsGroup, state: ExploreState): FigureChart {
  return heatMap({
    id: "side-effects-infusions",
    title: `By infusion, ${inSentence(group.group.label)}`,
    columns: group.infusions.map(({ number, exposed }) => ({
      name: String(number),
      narrowName: String(number),
      count: exposed.value === null ? null : numberText(exposed.value),
      weight: exposed.value ?? 0,
    })),
    countName: "Infusion, patients",
    rates: (term) => group.infusions.map(({ rates }) => rates.find((each) => each.term === term)?.rate),
    framed: state.options.effect,
    scaleName: "Patients with the effect, %",
    description: `Heat map of side-effect rates by infusion number in ${group.group.label}.`,
  });
}

function effectDots(groups: readonly SideEffectsGroup[], state: ExploreState, smallest: number): FigureChart {
  const { effect, effectSeverity: severity } = state.options;
  const label = sideEffectByCode(effect as SideEffectCode).label;
  const rows = groups.flatMap((each) => {
    const estimate = rateOf(each, effect, severity);
    if (estimate === undefined) return [];
    const text = estimateText(estimate, asPercent, smallest);
    return [{ name: each.group.short, estimate, text, mark: markOf(state.by, each.group.code) }];
  });
  return shareDots({
    id: "side-effects-effect",
    title: `${label}, per ${per(state)}`,
    columns: 5,
    rows,
    left: 62,
    description: `${label} per ${per(state)}: ${rows.map((row) => `${row.name} ${row.text}`).join("; ")}.`,
  });
}

const signs = ["SYSTOLIC", "DIASTOLIC", "HEART_RATE"] as const;
type Sign = (typeof signs)[number];
export const signNames: Readonly<Record<Sign, string>> = {
  SYSTOLIC: "Systolic, mmHg",
  DIASTOLIC: "Diastolic, mmHg",
  HEART_RATE: "Heart rate, /min",
};

function vitalDots({ group, vitals }: SideEffectsGroup, smallest: number): FigureChart {
  const rows = vitals.map(({ sign, rise }) => ({ name: signNames[sign], estimate: rise, mark: whole }));
  const plan = { id: "side-effects-vitals", heading: "mean (95% CI)", left: 116, columns: 5 };
  const title = `Rise during the session, ${group.short}`;
  return numberDots({ ...plan, title }, rows, asIs, smallest);
}

function signDots(
  groups: readonly SideEffectsGroup[],
  state: ExploreState,
  sign: Sign,
  smallest: number,
): FigureChart {
  const rows = groups.flatMap(({ group, vitals }) => {
    const rise = vitals.find((each) => each.sign === sign)?.rise;
    return rise === undefined
      ? []
      : [{ name: group.short, estimate: rise, mark: markOf(state.by, group.code) }];
  });
  const [name = "", unit = ""] = signNames[sign].split(", ");
  const plan = {
    id: `side-effects-${sign.toLowerCase()}`,
    heading: `${unit} (95% CI)`,
    left: 62,
    columns: 4,
  };
  return numberDots({ ...plan, title: `${name}, mean rise` }, rows, asIs, smallest);
}

function resolutionDots(alone: SideEffectsGroup, state: ExploreState, smallest: number): FigureChart {
  const rows = sideEffects.flatMap((effect) => {
    const minutes = alone.effects.find(({ term }) => term === effect.code)?.resolutionMinutes;
    if (minutes === undefined) return [];
    const names = { name: effect.label, narrowName: narrowEffectName(effect) };
    return [{ ...names, estimate: minutes, mark: markOf(state.by, alone.group.code) }];
  });
  const plan = {
    id: "side-effects-resolution",
    heading: "minutes (quartiles)",
    logarithmic: true,
    left: 150,
    columns: 12,
  };
  return numberDots(
    { ...plan, title: `Time to resolution, ${inSentence(alone.group.label)}` },
    rows,
    asWhole,
    smallest,
  );
}
