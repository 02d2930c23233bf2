// How do scores change over the visits, and how many patients are worse, unchanged, better, in response, in remission?
import { changeCategories, type Trajectory, type TrajectoryVisit } from "@afterglow/shared";
import { denominator, hiddenCount, hiddenEstimate, shownCount } from "../disclosure/cells";
import type { Policy } from "../disclosure/policy";
import { protectGroups } from "../disclosure/protectGroups";
import { protectParts } from "../disclosure/protectParts";
import { release, type Released } from "../disclosure/release";
import { roundCount } from "../disclosure/rounding";
import { laterVisits } from "../queries/tallyFlow";
import { tallyTrajectory, type VisitTally } from "../queries/tallyTrajectory";
import { groupsOf, instrumentOf } from "./groups";
import type { AnalysisContext, TrajectoryQuestion } from "./question";
import { meanOf, shareOfShown } from "./shares";

/** Scores as percent of baseline come in whole hundredths. */
const HUNDREDTHS = 100;

export async function trajectory(
  context: AnalysisContext,
  question: TrajectoryQuestion,
): Promise<Released<Trajectory>> {
  const { cohort, outcome, by } = question;
  const { policy } = context;
  const tally = await tallyTrajectory(
    context.query,
    { releaseId: context.release.releaseId, cohort },
    outcome,
    by,
  );
  const unit = outcome.measure === "OWN" ? HUNDREDTHS : 1;
  const allowed = groupsOf(context.release, cohort, by);
  const rows = allowed.map(({ number }) => tally.find((each) => each.group === number));
  const cases = protectGroups(
    policy,
    rows.map((row) => row?.cases ?? 0),
  );
  // The scores at each visit are other patients, with a total of their own. A hidden group is hidden at every visit.
  const visits = ["BASELINE", ...laterVisits.map(({ code }) => code)].map((code) => {
    const tallied = rows.map((row) => row?.visits.find(({ visit }) => visit === code) ?? noScores(code));
    return {
      code,
      tallied,
      hidden: protectGroups(
        policy,
        tallied.map(({ score }) => score.n),
      ),
    };
  });
  const groups = allowed.map(({ group }, index) => ({
    group,
    instrument: instrumentOf(outcome.measure, by, cohort, group),
    patients: cases[index] == null ? denominator(policy, rows[index]?.cases ?? 0) : hiddenCount(cases[index]),
    visits: visits.map(({ code, tallied, hidden }) => {
      const reason = cases[index] ?? hidden[index] ?? null;
      if (reason === null) return describeVisit(policy, tallied[index] ?? noScores(code), unit);
      return { ...describeVisit(policy, noScores(code), unit), scores: hiddenCount(reason) };
    }),
  }));
  const named = outcome.measure === "OWN" ? ("PERCENT_OF_BASELINE" as const) : ("POINTS" as const);
  return release(policy, { unit: named, groups });
}

function noScores(visit: string): VisitTally {
  const none = { n: 0, sum: 0, sumOfSquares: 0 };
  const categories = changeCategories.map(({ number }) => ({ category: number, patients: 0 }));
  return { visit, score: none, change: none, categories };
}

function describeVisit(policy: Policy, tally: VisitTally, unit: number): TrajectoryVisit {
  const isBaseline = tally.visit === "BASELINE";
  return {
    visit: tally.visit,
    scores: denominator(policy, tally.score.n),
    mean: meanOf(policy, tally.score, unit),
    change: isBaseline ? hiddenEstimate("NOT_ESTIMABLE") : meanOf(policy, tally.change, unit),
    categories: isBaseline ? [] : describeCategories(policy, tally),
  };
}

/** Where all five are shown, shares are of their own sum, so that the bar is whole; else of the shown number of scores. */
function describeCategories(policy: Policy, tally: VisitTally): TrajectoryVisit["categories"] {
  const counts = changeCategories.map(
    ({ number }) => tally.categories.find(({ category }) => category === number)?.patients ?? 0,
  );
  const whole = counts.reduce((sum, count) => sum + count, 0);
  const hidden = protectParts(policy, counts, whole);
  const rounded = counts.map((count) => roundCount(policy, count));
  const isWhole = hidden.every((reason) => reason === null);
  const of = isWhole ? rounded.reduce((sum, count) => sum + count, 0) : roundCount(policy, whole);
  return changeCategories.map(({ code }, index) => {
    const reason = hidden[index] ?? null;
    if (reason !== null)
      return { category: code, patients: hiddenCount(reason), share: hiddenEstimate(reason) };
    const share = shareOfShown(Math.min(rounded[index] ?? 0, of), of);
    return { category: code, patients: shownCount(policy, counts[index] ?? 0), share };
  });
}
