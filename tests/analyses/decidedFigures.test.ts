// Every analysis of Explore and Questions begins with what is decided for its own patients: it answers of what is left of
// the cohort, says so, and shows nothing of a group, a visit or a step that does not stand. What is decided is right by
// decide.test.ts.
import {
  checkCohort,
  dimensions,
  type AnsweredResult,
  type Cohort,
  type DimensionName,
} from "@afterglow/shared";
import { baseline } from "../../server/src/analyses/baseline";
import { BitmapStore } from "../../server/src/analyses/bitmapStore";
import { clinics } from "../../server/src/analyses/clinics";
import { cost } from "../../server/src/analyses/cost";
import { decide, type Denominator } from "../../server/src/analyses/decide";
import { durability } from "../../server/src/analyses/durability";
import { flow } from "../../server/src/analyses/flow";
import { categoriesOf } from "../../server/src/analyses/groups";
import { missingData } from "../../server/src/analyses/missingData";
import { onset } from "../../server/src/analyses/onset";
import type { AnalysisContext } from "../../server/src/analyses/question";
import { sessionProfile } from "../../server/src/analyses/sessionProfile";
import { sideEffects } from "../../server/src/analyses/sideEffects";
import { suicidality } from "../../server/src/analyses/suicidality";
import { trajectory } from "../../server/src/analyses/trajectory";
import { wellbeing } from "../../server/src/analyses/wellbeing";
import { worsening } from "../../server/src/analyses/worsening";
import { randomFrom } from "../queries/analysisRows";
import { talliedRows, type TalliedRows } from "../queries/talliedRows";
import { contextOf, outcome } from "./comparedRows";

let tallied: TalliedRows;
beforeAll(async () => {
  tallied = await talliedRows(500);
});
afterAll(() => tallied.drop());

const bitmaps = new BitmapStore();
const context = (): AnalysisContext => ({ ...contextOf(tallied, "internal"), bitmaps });

interface Answer extends AnsweredResult {
  readonly groups?: readonly { readonly group: { readonly code: string } }[];
}
interface Asked {
  readonly among: Denominator;
  readonly ask: (cohort: Cohort, by: DimensionName | null) => Promise<{ readonly result: Answer }>;
}
const who5 = { ...outcome, measure: "WHO5" } as const;
const analyses: Readonly<Record<string, Asked>> = {
  flow: {
    among: { of: "TREATED" },
    ask: (cohort, by) => flow(context(), { cohort, outcome, by, visit: "W4" }),
  },
  onset: {
    among: { of: "LATER_SCORE", outcome },
    ask: (cohort, by) => onset(context(), { cohort, outcome, by, of: "RESPONSE", clock: "DAY" }),
  },
  durability: {
    among: { of: "RESPONDER", outcome },
    ask: (cohort, by) => durability(context(), { cohort, outcome, by }),
  },
  trajectory: {
    among: { of: "CASE", outcome },
    ask: (cohort, by) => trajectory(context(), { cohort, outcome, by }),
  },
  worsening: {
    among: { of: "CASE_BY", outcome, visit: "W12" },
    ask: (cohort, by) => worsening(context(), { cohort, outcome, by }),
  },
  suicidality: {
    among: { of: "ITEM", instrument: "PHQ9", visit: "BASELINE" },
    ask: (cohort, by) => suicidality(context(), { cohort, outcome, by }),
  },
  wellbeing: {
    among: { of: "BASELINE", outcome: who5 },
    ask: (cohort, by) => wellbeing(context(), { cohort, by }),
  },
  missingData: {
    among: { of: "CASE", outcome },
    ask: (cohort, by) => missingData(context(), { cohort, outcome, by, visit: "W4" }),
  },
  baseline: {
    among: { of: "TREATED" },
    ask: (cohort, by) => baseline(context(), { cohort, outcome, by }),
  },
  sideEffects: {
    among: { of: "EXPOSED" },
    ask: (cohort, by) => sideEffects(context(), { cohort, by, per: "PATIENT" }),
  },
  sessionProfile: {
    among: { of: "EXPOSED" },
    ask: (cohort, by) => sessionProfile(context(), { cohort, by }),
  },
  cost: {
    among: { of: "RECORDED", what: "PRICE" },
    ask: (cohort, by) => cost(context(), { cohort, outcome, by }),
  },
  clinics: {
    among: { of: "VISIT", outcome, visit: "W4" },
    ask: (cohort) => clinics(context(), { cohort, outcome, visit: "W4", of: "RESPONSE" }),
  },
};

const random = randomFrom(11);
const below = (most: number): number => Math.floor(random() * most);
const filterable = dimensions.filter(({ name }) => name !== "courseNumber");

/** One to three filters of several categories, common ones more often. */
function randomCohort(): Cohort {
  const chosen = Array.from({ length: 1 + below(3) }, (): [string, string[]] => {
    const { name, grammar } = filterable[below(filterable.length)] as (typeof filterable)[number];
    const codes = categoriesOf(context().release, name).map(({ code }) => code);
    const from = Math.floor(random() ** 2 * codes.length);
    const chosen = codes.slice(from, grammar === "one" ? from + 1 : from + 1 + below(codes.length - from));
    return [
      name,
      chosen.length > 1 && grammar === "range" ? chosen.filter((code) => code !== "UNKNOWN") : chosen,
    ];
  });
  return checkCohort({ ...Object.fromEntries(chosen), courseNumber: ["FIRST"] });
}

/** Every number in it is hidden. */
function showsNothing(thing: unknown): boolean {
  if (typeof thing !== "object" || thing === null) return true;
  if ("value" in thing && "hidden" in thing) return thing.value === null;
  return Object.values(thing).every(showsNothing);
}

const rounds = 24;
const groupings = ["condition", "antidepressant", null] as const;

test.each(Object.entries(analyses))("%s answers of what is left of its cohort", async (_, { among, ask }) => {
  let [hidden, changed] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    const cohort = randomCohort();
    const by = groupings[round % groupings.length] ?? null;
    const decided = await decide(context(), cohort, among);
    const { result } = await ask(cohort, by);
    expect(result.answered).toEqual(decided.answered);
    const { answered: _answered, ...numbers } = result;
    if (decided.scope === null) {
      hidden++;
      expect(showsNothing(numbers)).toBe(true);
      continue;
    }
    if (decided.answered.notApplied.length === 0) continue;
    changed++;
    const { answered, ...same } = (await ask(decided.cohort, by)).result;
    expect(answered.notApplied).toEqual([]);
    expect(numbers).toEqual(same);
  }
  expect(Math.min(hidden, changed)).toBeGreaterThan(0);
});

/** The flow's groups are cases, of the patients of its first step. */
const ofGroups: Readonly<Record<string, Denominator>> = { flow: { of: "CASE", outcome } };
const grouped = Object.entries(analyses).filter(([name]) => name !== "clinics" && name !== "baseline");
test.each(grouped)("%s shows nothing of a group that does not stand", async (name, { among, ask }) => {
  const inGroups = ofGroups[name] ?? among;
  let hidden = 0;
  for (const by of ["condition", "age", "startYear", "protocol"] as const) {
    for (let round = 0; round < 6; round++) {
      const cohort = randomCohort();
      const decided = await decide(context(), cohort, among, [inGroups]);
      const { groups = [] } = (await ask(cohort, by)).result;
      for (const { group } of decided.groups(by)) {
        if (decided.holds(inGroups, { by, code: group.code })) continue;
        hidden++;
        expect(showsNothing(groups.find((each) => each.group.code === group.code))).toBe(true);
      }
    }
  }
  expect(hidden).toBeGreaterThan(10);
});

test("a visit is shown only where the cohort and the group stand among those seen then", async () => {
  const atVisit = (visit: string): Denominator =>
    visit === "BASELINE" ? { of: "CASE", outcome } : { of: "VISIT", outcome, visit };
  const codes = ["BASELINE", "D1", "W1", "W2", "W4", "W8", "W12", "W26", "W52"];
  let [shown, hidden] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    const cohort = randomCohort();
    const { result } = await trajectory(context(), { cohort, outcome, by: "condition" });
    const decided = await decide(context(), cohort, { of: "CASE", outcome }, codes.map(atVisit));
    for (const { group, visits } of result.groups) {
      for (const visit of visits.filter((each) => codes.includes(each.visit))) {
        if (decided.holds(atVisit(visit.visit), { by: "condition", code: group.code })) {
          if (visit.scores.value !== null) shown++;
          continue;
        }
        if (visit.scores.hidden !== null) hidden++;
        expect(showsNothing(visit)).toBe(true);
      }
    }
  }
  expect(Math.min(shown, hidden)).toBeGreaterThan(20);
});

test("a step of the flow is shown only where the cohort stands among those who came so far", async () => {
  const steps: Readonly<Record<string, Denominator>> = {
    TREATED: { of: "TREATED" },
    BASELINE: { of: "BASELINE", outcome },
    CASE: { of: "CASE", outcome },
    LATER_SCORE: { of: "LATER_SCORE", outcome },
    VISIT: { of: "VISIT", outcome, visit: "W4" },
  };
  let hidden = 0;
  for (let round = 0; round < 2 * rounds; round++) {
    const cohort = randomCohort();
    const { result } = await flow(context(), { cohort, outcome, by: null, visit: "W4" });
    const decided = await decide(context(), cohort, { of: "TREATED" }, Object.values(steps));
    for (const { step, patients } of result.steps) {
      const among = steps[step];
      if (among === undefined || decided.holds(among)) continue;
      hidden++;
      expect(patients.value).toBeNull();
    }
  }
  expect(hidden).toBeGreaterThan(20);
});
