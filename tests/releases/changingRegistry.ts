// A registry whose releases differ in every way that "what changed" knows, as the files that a clinic sends, and what a
// naive reader of those files counts between two releases.
import type { ReleaseChangeKind } from "@afterglow/shared";

export interface Course {
  age: number;
  cost: number;
  later: number;
  severity: string;
  /** A second assessment, which comes in later. */
  further: number | null;
}
/** By patient and course, as "p7 1". */
export type Registry = Map<string, Course>;

const place = (key: string) => key.replace(" ", ",");
const lines = (head: string, registry: Registry, row: (key: string, course: Course) => string[]) =>
  [head, ...[...registry].flatMap(([key, course]) => row(place(key), course)), ""].join("\n");

export const filesOf = (registry: Registry): Record<string, string> => ({
  "courses.csv": lines("patient,course,condition,modality,age_years", registry, (key, { age }) => [
    `${key},TRD,KETAMINE_IV,${age}`,
  ]),
  "sessions.csv": lines("patient,course,number,day,cost_usd", registry, (key, { cost }) => [
    `${key},1,0,${cost}`,
  ]),
  "scores.csv": lines("patient,course,instrument,day,total", registry, (key, { later, further }) => [
    `${key},PHQ9,0,20`,
    `${key},PHQ9,7,${later}`,
    ...(further === null ? [] : [`${key},PHQ9,14,${further}`]),
  ]),
  "side_effects.csv": lines("patient,course,session,term,severity", registry, (key, { severity }) => [
    `${key},1,NAUSEA,${severity}`,
  ]),
});

const fresh = (): Course => ({ age: 44, cost: 450, later: 9, severity: "MILD", further: null });
export const patients = (from: number, to: number, course = 1): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => `p${from + at} ${course}`);

/** Of one release: imports one after the other, each of some changes at once; then who withdraws, by patient. */
export interface Plan {
  readonly imports: readonly (readonly ((registry: Registry) => void)[])[];
  readonly withdrawn?: readonly string[];
}

export const add =
  (...keys: readonly string[]) =>
  (registry: Registry): void => {
    for (const key of keys) registry.set(key, fresh());
  };
export const change =
  (keys: readonly string[], news: Partial<Course>) =>
  (registry: Registry): void => {
    for (const key of keys) Object.assign(registry.get(key) ?? {}, news);
  };

/** Each with what it tries. */
export const plans: readonly Plan[] = [
  { imports: [[add(...patients(1, 300))]] },
  // Everything by enough, some by too few; a second course of patients who were there.
  {
    imports: [
      [
        add(...patients(301, 340), ...patients(1, 12, 2)),
        change(patients(1, 20), { later: 8 }),
        change(patients(30, 41), { age: 45 }),
        change(patients(50, 53), { severity: "MODERATE" }),
      ],
    ],
  },
  // Few withdraw, and were corrected before they did.
  {
    imports: [[add(...patients(341, 355)), change(patients(100, 114), { later: 7 })]],
    withdrawn: ["p100", "p101", "p200"],
  },
  // Corrected and put back: no number is another. Patients who came and were corrected before they were published.
  {
    imports: [
      [change(patients(120, 139), { cost: 500 }), add(...patients(356, 368))],
      [change(patients(120, 139), { cost: 450 }), change(patients(356, 368), { later: 3 })],
    ],
    withdrawn: patients(210, 229).map((key) => key.split(" ")[0] ?? ""),
  },
  // Assessments that came later are no corrections; few came.
  { imports: [[change(patients(140, 169), { further: 4 }), add(...patients(369, 371))]] },
];

const differs = (
  one: Course | undefined,
  other: Course | undefined,
  fields: readonly (keyof Course)[],
): boolean => fields.some((field) => one?.[field] !== other?.[field]);

const correctedBy: readonly (readonly [ReleaseChangeKind, keyof Course])[] = [
  ["COURSE_CORRECTED", "age"],
  ["SESSION_CORRECTED", "cost"],
  ["SCORE_CORRECTED", "later"],
  ["SIDE_EFFECT_CORRECTED", "severity"],
];

/** `states`: the registry after each import since the earlier release, that release's own first, withdrawals in the last. */
export function changesByHand(states: readonly Registry[]): Map<ReleaseChangeKind, string[]> {
  const before: Registry = states[0] ?? new Map<string, Course>();
  const after: Registry = states.at(-1) ?? new Map<string, Course>();
  const both = [...before.keys()].filter((key) => after.has(key));
  const corrected = (field: keyof Course) =>
    both.filter((key) =>
      states.some((state, at) => at > 0 && differs(states[at - 1]?.get(key), state.get(key), [field])),
    );
  return new Map<ReleaseChangeKind, string[]>([
    ["ADDED", [...after.keys()].filter((key) => !before.has(key))],
    ...correctedBy.map(([kind, field]): [ReleaseChangeKind, string[]] => [kind, corrected(field)]),
    // All that the files hold here has its number in the analysis.
    [
      "NUMBERS_CHANGED",
      both.filter((key) =>
        differs(before.get(key), after.get(key), ["age", "cost", "later", "severity", "further"]),
      ),
    ],
    ["WITHDRAWN", [...before.keys()].filter((key) => !after.has(key))],
  ]);
}

export const patientsOf = (keys: Iterable<string>): number =>
  new Set([...keys].map((key) => key.split(" ")[0])).size;
