/** The rows of the effect table, once for the grid that is read and for the table that files carry. */
import type { CompareState } from "../../compare";
import type { Contrast, EffectRow } from "../../comparison";
import { measureName } from "../origin";
import type { Scale } from "../numbers";
import { asRatio } from "./contrastText";
import { shareScale, type Arm } from "./effectArms";
import type { EffectsResult } from "./effects";
import { visitName } from "./visitName";

export interface NamedEffect {
  readonly title: string;
  /** "Risk", "Mean". */
  readonly estimate: string;
  readonly unit: "%" | "";
  readonly unadjusted: readonly Arm[];
  readonly adjusted: readonly Arm[];
  readonly armScale: (arm: Arm) => Scale;
  readonly contrasts: readonly NamedContrast[];
}
export interface NamedContrast {
  /** "Risk; difference in points": the row of the grid; the first stands beside the cohorts' estimates. */
  readonly name: string;
  /** "Difference, points": the row of the file. */
  readonly statistic: string;
  readonly scale: (letter: string) => Scale;
  readonly of: (letter: string) => { readonly unadjusted: Contrast; readonly adjusted: Contrast } | null;
}

const WEEKS: Scale = { times: 1 / 7, digits: 1 };
const MEANS: Scale = { times: 1, digits: 1 };

export function effectRows({ effects, times }: EffectsResult, state: CompareState): NamedEffect[] {
  const visit = visitName(effects.visit);
  const measure = measureName(state.outcome);
  const unit = effects.unit === "POINTS" ? "points" : "% of baseline";
  const titles = {
    RESPONSE: `Response at ${visit}`,
    REMISSION: `Remission at ${visit}`,
    CHANGE: `${state.outcome.measure === "OWN" ? "Change" : `${measure} change`} at ${visit}, ${unit}`,
  } as const;
  return [
    ...effects.rows.map((row) =>
      row.code === "CHANGE" ? meanRow(row, titles[row.code]) : shareRow(row, titles[row.code]),
    ),
    timeRow(times),
  ];
}

type PairOf<C> = readonly { readonly letter: string; readonly unadjusted: C; readonly adjusted: C }[];

const picked =
  <C>(pairs: PairOf<C>, pick: (contrast: C) => Contrast | null) =>
  (letter: string): { unadjusted: Contrast; adjusted: Contrast } | null => {
    const pair = pairs.find((each) => each.letter === letter);
    const [unadjusted, adjusted] = pair === undefined ? [] : [pick(pair.unadjusted), pick(pair.adjusted)];
    return unadjusted == null || adjusted == null ? null : { unadjusted, adjusted };
  };

function shareRow({ unadjusted, adjusted, contrasts }: EffectRow, title: string): NamedEffect {
  const patientsOf = (wanted: string) => unadjusted.find(({ letter }) => letter === wanted)?.patients;
  return {
    title,
    estimate: "Share, %",
    unit: "%",
    unadjusted,
    adjusted,
    armScale: ({ patients }) => shareScale(patients),
    contrasts: [
      {
        name: "Risk; difference in points",
        statistic: "Difference, points",
        scale: (letter) => shareScale(patientsOf(letter), patientsOf("A")),
        of: picked(contrasts, ({ difference }) => difference),
      },
      {
        name: "Risk ratio",
        statistic: "Risk ratio",
        scale: () => asRatio,
        of: picked(contrasts, ({ ratio }) => ratio),
      },
    ],
  };
}

function meanRow({ unadjusted, adjusted, contrasts }: EffectRow, title: string): NamedEffect {
  return {
    title,
    estimate: "Mean",
    unit: "",
    unadjusted,
    adjusted,
    armScale: () => MEANS,
    contrasts: [
      {
        name: "Mean; difference",
        statistic: "Difference of means",
        scale: () => MEANS,
        of: picked(contrasts, ({ difference }) => difference),
      },
      {
        name: "Hedges' g",
        statistic: "Hedges' g",
        scale: () => asRatio,
        of: picked(contrasts, ({ standardized }) => standardized),
      },
    ],
  };
}

function timeRow({ tau, unadjusted, adjusted, contrasts }: EffectsResult["times"]): NamedEffect {
  const until = tau === null ? "" : `, to week ${Math.round(tau / 7)}`;
  const arms = (curves: typeof unadjusted): Arm[] =>
    curves.map(({ group, patients, restrictedMean }) => ({
      letter: group.code,
      patients,
      estimate: restrictedMean,
    }));
  return {
    title: `Weeks in response${until} (RMST)`,
    estimate: "Mean, weeks",
    unit: "",
    unadjusted: arms(unadjusted),
    adjusted: arms(adjusted),
    armScale: () => WEEKS,
    contrasts: [
      {
        name: "Mean; difference",
        statistic: "Difference, weeks",
        scale: () => WEEKS,
        of: picked(contrasts, ({ restrictedMean }) => restrictedMean),
      },
    ],
  };
}
