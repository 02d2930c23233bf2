// What did treatment cost: a session, a course, a responder, and a month in response of a responder?
import type { Cost, CostGroup, CostTimeCode, Estimate, HiddenReason, Outcome } from "@afterglow/shared";
import { countOf } from "../columns/countOf";
import { denominator, hiddenCount, hiddenEstimate, shownEstimate } from "../disclosure/cells";
import type { TimedCounts } from "../disclosure/mergeCurve";
import type { Policy } from "../disclosure/policy";
import { release, type Released } from "../disclosure/release";
import { roundCount, roundDollars } from "../disclosure/rounding";
import { hasDefinitions } from "../queries/hasDefinitions";
import { noPairs, type PairMoments } from "../queries/pairMoments";
import { costTimes, tallyCost, tallyResponderCost } from "../queries/tallyCost";
import { tallyDurability } from "../queries/tallyDurability";
import type { Moments } from "../queries/tallyTrajectory";
import type { Scope } from "../queries/whereCohort";
import { meanInterval } from "../statistics/meanInterval";
import { ratioOfMeans } from "../statistics/ratioEstimate";
import { decide, type Denominator } from "./decide";
import { everyoneGroup, instrumentOf } from "./groups";
import { hideGroups, hideGroupsAmong, type GroupMarks } from "./hideGroups";
import type { AnalysisContext, CostQuestion } from "./question";
import { COURSE_GRAIN_DOLLARS, costPerMonth, costPerResponder, monthsInResponse } from "./responderCost";
import { SESSIONS_DERIVED_SINCE } from "./sessionProfile";

/** Prices of sessions come in steps of up to a hundred dollars. */
const PRICE_GRAIN_DOLLARS = 100;

interface CostRow {
  readonly sessions: PairMoments;
  readonly courses: Readonly<Record<CostTimeCode, Moments>>;
  readonly responder: PairMoments;
  readonly month: PairMoments;
  readonly times: readonly TimedCounts[];
}

const respondersIn = ({ y }: PairMoments): number => y.sum;
const spent = (time: CostTimeCode): Denominator => ({ of: "RECORDED", what: `${time}_COST` });

export async function cost(context: AnalysisContext, question: CostQuestion): Promise<Released<Cost>> {
  const { cohort, outcome, by } = question;
  const { policy, query } = context;
  const { monthsCostOf, maintenance } = costAgainstMonths(outcome);
  const responders: Denominator = { of: "RESPONDER", outcome };
  const costed = (time: CostTimeCode): Denominator => ({
    of: "EVERY",
    parts: [{ of: "LATER_SCORE", outcome }, spent(time)],
  });
  const decided = await decide(context, cohort, { of: "RECORDED", what: "PRICE" }, [
    ...costTimes.map(spent),
    ...costTimes.map(costed),
    responders,
  ]);
  const derived = await hasDefinitions(query, decided.release.releaseId, SESSIONS_DERIVED_SINCE);
  const allowed = decided.groups(by);
  const numbers = allowed.map(({ number }) => number);
  const asked = { outcome: { ...outcome, maintenance }, by };
  const rows = await rowsOf(context, decided.scope, asked, numbers, monthsCostOf);
  const withPrice = rows.map((row) => row.sessions.n);
  const priced = derived ? hideGroups(policy, allowed, withPrice) : rows.map(() => "NOT_ESTIMABLE" as const);
  // Each number is of other patients, with a total of their own. A group that is hidden in one is hidden in those that
  // rest on it.
  const among = (of: Denominator, sizes: readonly number[], outer: GroupMarks) =>
    hideGroupsAmong(policy, { decided, by, outer }, of, sizes);
  const inResponse = (time: CostTimeCode, pairs: readonly PairMoments[]): GroupMarks => {
    const sizes = pairs.map(({ n }) => n);
    const outer = among(costed(time), sizes, priced);
    const flags = outer.map((reason) => ({ isHidden: reason !== null }));
    return hideGroups(policy, flags, pairs.map(respondersIn)).map((reason, at) => outer[at] ?? reason);
  };
  const months = rows.map(({ month }) => month);
  const hidden = {
    priced,
    courses: costTimes.map((time) => {
      const sizes = rows.map(({ courses }) => courses[time].n);
      return among(spent(time), sizes, priced);
    }),
    responder: inResponse(
      "INDUCTION",
      rows.map(({ responder }) => responder),
    ),
    month: among(
      responders,
      rows.map(({ times }) => patientsIn(times)),
      inResponse(monthsCostOf, months),
    ),
  };
  const groups = rows.map((row, at): CostGroup => {
    const { group } = allowed[at] ?? { group: everyoneGroup };
    const reason = hidden.priced[at] ?? null;
    return {
      group,
      instrument: instrumentOf(outcome.measure, by, decided.cohort, group),
      patients: counted(policy, reason, row.sessions.n),
      perSession: reason === null ? costPerSession(policy, row.sessions) : hiddenEstimate(reason),
      perCourse: costTimes.map((time, index) => {
        const mark = hidden.courses[index]?.[at] ?? null;
        return {
          time,
          patients: counted(policy, mark, row.courses[time].n),
          dollars: mark === null ? meanCost(policy, row.courses[time]) : hiddenEstimate(mark),
        };
      }),
      perResponder: costPerResponder(policy, row.responder, hidden.responder[at] ?? null),
      perResponderMonth: costPerMonth(
        policy,
        row.month,
        monthsInResponse(policy, row.times),
        hidden.month[at] ?? null,
      ),
    };
  });
  return release(policy, { answered: decided.answered, derived, monthsCostOf, groups });
}

/**
 * Months in response that maintenance may have lengthened are held against the cost of induction and maintenance; where
 * maintenance ends what is seen of a patient, against that of induction alone.
 */
function costAgainstMonths({ maintenance }: Outcome): {
  readonly monthsCostOf: CostTimeCode;
  readonly maintenance: Outcome["maintenance"];
} {
  if (maintenance === "IGNORED") return { monthsCostOf: "HALF_YEAR", maintenance };
  return { monthsCostOf: "INDUCTION", maintenance: "CENSORED" };
}

async function rowsOf(
  context: AnalysisContext,
  scope: Scope | null,
  { outcome, by }: Pick<CostQuestion, "outcome" | "by">,
  groups: readonly number[],
  monthsCostOf: CostTimeCode,
): Promise<CostRow[]> {
  const { query } = context;
  const [costs, responders, { times }] = await Promise.all([
    tallyCost(query, scope, by),
    tallyResponderCost(query, scope, outcome, by),
    tallyDurability(countOf(context), scope, outcome, by),
  ]);
  const none: Moments = { n: 0, sum: 0, sumOfSquares: 0 };
  return groups.map((group) => {
    const spent = costs.find((row) => row.group === group);
    const responded = responders.find((row) => row.group === group);
    return {
      sessions: spent?.sessions ?? noPairs,
      courses: spent?.courses ?? { INDUCTION: none, HALF_YEAR: none, YEAR: none },
      responder: responded?.induction ?? noPairs,
      month: (monthsCostOf === "HALF_YEAR" ? responded?.halfYear : responded?.induction) ?? noPairs,
      times: times.filter((row) => row.group === group),
    };
  });
}

const patientsIn = (times: readonly TimedCounts[]): number =>
  times.reduce((sum, { events, censored }) => sum + events + censored, 0);

const counted = (policy: Policy, reason: HiddenReason | null, n: number) =>
  reason === null ? denominator(policy, n) : hiddenCount(reason);

/** All that was paid over all sessions with a cost. Each patient's sessions are one draw (ratioOfMeans). */
function costPerSession(policy: Policy, sessions: PairMoments): Estimate {
  const shown = roundCount(policy, sessions.n);
  const estimate = ratioOfMeans(sessions, { standardErrorN: shown });
  if ("notEstimable" in estimate) return hiddenEstimate("NOT_ESTIMABLE");
  const { ratio, lower, upper } = estimate;
  return inDollars(policy, shown, PRICE_GRAIN_DOLLARS, ratio, lower, upper);
}

function meanCost(policy: Policy, moments: Moments): Estimate {
  const shown = roundCount(policy, moments.n);
  const { mean, lower, upper } = meanInterval(moments, { standardErrorN: shown });
  if (mean === null) return hiddenEstimate("NOT_ESTIMABLE");
  return inDollars(policy, shown, COURSE_GRAIN_DOLLARS, mean, lower, upper);
}

function inDollars(
  policy: Policy,
  shown: number,
  grain: number,
  value: number,
  lower: number | null,
  upper: number | null,
): Estimate {
  const round = (dollars: number): number => roundDollars(policy, shown, dollars, grain);
  return shownEstimate(
    round(value),
    lower === null ? null : round(lower),
    upper === null ? null : round(upper),
  );
}
