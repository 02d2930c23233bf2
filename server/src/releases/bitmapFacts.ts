// The facts that a release keeps as bitmaps, each as a condition on a row of the analysis tables. What a figure counts
// among is put together from them (queries/denominator.ts), which names them as they are named here.
import { dimensions, MAINTENANCE_LANDMARK_DAYS, visits, type Dimension } from "@afterglow/shared";
import { dimensionColumns, visitColumns } from "./analysisColumns";

export interface Fact {
  readonly fact: string;
  /** Of what it is, beside the instrument: a visit, an infusion. Null: the number that the row is told apart by. */
  readonly number: number | null;
  readonly where: string;
}

const plain = (facts: Readonly<Record<string, string>>): Fact[] =>
  Object.entries(facts).map(([fact, where]) => ({ fact, number: 0, where }));

/** Infusions that are shown one by one. */
const infusions = [1, 2, 3, 4, 5, 6];

/** On rows of analysis_course (c), with that of analysis_session_profile (s) where there is one, and the place (p). */
export const courseFacts: readonly Fact[] = [
  ...plain({
    TREATED: "true",
    NEW: "p.is_new",
    EXPOSED: "c.sessions > 0",
    AGE: "c.age_years is not null",
    ASCERTAINED: "c.sessions > 0 and c.ascertained > 0",
    SYSTOLIC_RISE: "c.sessions > 0 and c.systolic_rise is not null",
    DIASTOLIC_RISE: "c.sessions > 0 and c.diastolic_rise is not null",
    HEART_RATE_RISE: "c.sessions > 0 and c.heart_rate_rise is not null",
    SETTING: "s.setting > 0",
    DURATION: "s.duration is not null",
    PSYCHOTHERAPY_TIME: "s.psychotherapy_time is not null",
    RECOVERY: "s.recovery is not null",
    SYSTOLIC: "s.systolic_before is not null",
    DIASTOLIC: "s.diastolic_before is not null",
    HEART_RATE: "s.heart_rate_before is not null",
    ECG: "s.ecg_known > 0",
    VITALS: "s.vitals_known > 0",
    PRICE: "s.priced_sessions > 0",
    INDUCTION_COST: "s.induction_cost is not null",
    HALF_YEAR_COST: "s.half_year_cost is not null",
    YEAR_COST: "s.year_cost is not null",
  }),
  ...infusions.map((number) => ({ fact: "INFUSION", number, where: `c.sessions >= ${number}` })),
];

const columned = dimensions.map((dimension: Dimension, at) => ({
  fact: dimension.name,
  column: dimensionColumns[at] ?? "",
  categories: dimension.categories,
}));

/** Every category of the dimensions that the vocabulary divides; also on rows of analysis_course (c). */
export const categoryFacts: readonly Fact[] = columned.flatMap(({ fact, column, categories }) =>
  (categories ?? []).map(({ number }) => ({ fact, number, where: `c.${column} = ${number}` })),
);

/** Those that the dataset divides: clinics and years. */
export const openDimensions = columned.filter(({ categories }) => categories === null);

const firstDayOf = (visit: number): number => visits.find(({ number }) => number === visit)?.from ?? 0;
const BASELINE = visits.find(({ code }) => code === "BASELINE")?.number ?? 0;

/** Which column holds the event that an outcome's relapse rule means. */
const relapses = {
  LOSS_OF_RESPONSE: "loss_days",
  CONFIRMED_LOSS: "confirmed_loss_days",
  RELAPSE: "relapse_days",
  CONFIRMED_RELAPSE: "confirmed_relapse_days",
};

const landmark = MAINTENANCE_LANDMARK_DAYS;

/** What does not depend on the response rule, from the rows of the instrument's own. */
const scoreFacts: readonly Fact[] = [
  ...plain({
    OWN: "m.own",
    BASELINE: "m.baseline is not null",
    CASE: "m.is_case",
    LATER_SCORE: "m.later_score",
  }),
  { fact: "ITEM", number: BASELINE, where: "m.item_baseline >= 1" },
  ...visitColumns.flatMap(({ number, name }): Fact[] => [
    { fact: "SCORE", number, where: `m.score_${name} is not null` },
    // Who came was due, whatever the course's last contact says.
    {
      fact: "DUE",
      number,
      where: `m.is_case and (m.expected_to_day >= ${firstDayOf(number)} or m.score_${name} is not null)`,
    },
    { fact: "ITEM", number, where: `m.item_${name} is not null` },
  ]),
];

const ruleFacts: readonly Fact[] = [
  { fact: "RESPONDER", number: null, where: "m.durability_zero_day is not null" },
  // By the landmark: had maintenance begun?
  {
    fact: "MAINTAINED",
    number: null,
    where: `m.durability_zero_day is not null and m.maintenance_days <= ${landmark}`,
  },
  {
    fact: "NOT_MAINTAINED",
    number: null,
    where: `m.durability_zero_day is not null and coalesce(m.maintenance_days > ${landmark}, true)`,
  },
  ...Object.entries(relapses).map(([rule, days]): Fact => ({
    fact: `WELL_${rule}`,
    number: null,
    where: `m.durability_last_days >= ${landmark} and (m.${days} is null or m.${days} > ${landmark})`,
  })),
];

/** On rows of analysis_measure (m). */
export const measureFacts: readonly Fact[] = [
  ...scoreFacts.map((each) => ({ ...each, where: `m.rule = 0 and ${each.where}` })),
  ...ruleFacts,
];
