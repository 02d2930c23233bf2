// How do scores change over the visits, and how many patients are worse, unchanged, better, in response, in remission?
import { changeCategories, laterVisits, type Trajectory, type TrajectoryVisit } from "@afterglow/shared";
import { countOf } from "../columns/countOf";
import { hiddenCount, hiddenEstimate, shownCount } from "../disclosure/cells";
import type { Policy } from "../disclosure/policy";
import type { PartMarks } from "../disclosure/protectAcross";
import { release, type Released } from "../disclosure/release";
import { roundCount } from "../disclosure/rounding";
import { tallyTrajectory, type VisitTally } from "../queries/tallyTrajectory";
import { decide, type Denominator } from "./decide";
import { instrumentOf } from "./groups";
import type { AnalysisContext, TrajectoryQuestion } from "./question";
import { meanOf, shareOfShown } from "./shares";
import { visitGroups } from "./visitGroups";

/** Scores as percent of baseline come in whole hundredths. */
const HUNDREDTHS = 100;

export async function trajectory(
  context: AnalysisContext,
  question: TrajectoryQuestion,
): Promise<Released<Trajectory>> {
  const { cohort, outcome, by } = question;
  const { policy } = context;
  const atVisit = (visit: string): Denominator =>
    visit === "BASELINE" ? { of: "CASE", outcome } : { of: "VISIT", outcome, visit };
  const decided = await decide(
    context,
    cohort,
    { of: "CASE", outcome },
    nobody.map(({ visit }) => atVisit(visit)),
  );
  const tally = await tallyTrajectory(countOf(context), decided.scope, outcome, by);
  const unit = outcome.measure === "OWN" ? HUNDREDTHS : 1;
  const shape = {
    by,
    among: ({ visit }: VisitTally) => atVisit(visit),
    scores: ({ score }: VisitTally) => score.n,
    parts: (visit: VisitTally) => [{ counts: categoriesOf(visit) }],
    nobody,
  };
  const counted = tally.map((row) => ({ ...row, patients: row.cases }));
  const groups = visitGroups(policy, decided, counted, shape, (visit, [marks = []]) =>
    describe(policy, visit, unit, marks),
  );
  const named = outcome.measure === "OWN" ? ("PERCENT_OF_BASELINE" as const) : ("POINTS" as const);
  return release(policy, {
    answered: decided.answered,
    unit: named,
    groups: groups.map((each) => ({
      ...each,
      instrument: instrumentOf(outcome.measure, by, decided.cohort, each.group),
    })),
  });
}

const noScores = { n: 0, sum: 0, sumOfSquares: 0 };
const nobody: readonly VisitTally[] = ["BASELINE", ...laterVisits.map(({ code }) => code)].map((visit) => ({
  visit,
  score: noScores,
  change: noScores,
  categories: changeCategories.map(({ number }) => ({ category: number, patients: 0 })),
}));

const categoriesOf = ({ categories }: VisitTally): number[] =>
  changeCategories.map(({ number }) => categories.find(({ category }) => category === number)?.patients ?? 0);

function describe(
  policy: Policy,
  tally: VisitTally,
  unit: number,
  marks: PartMarks,
): Omit<TrajectoryVisit, "scores"> {
  const { visit } = tally;
  const mean = meanOf(policy, tally.score, unit);
  if (visit === "BASELINE") return { visit, mean, change: hiddenEstimate("NOT_ESTIMABLE"), categories: [] };
  const change = meanOf(policy, tally.change, unit);
  return { visit, mean, change, categories: describeCategories(policy, categoriesOf(tally), marks) };
}

/** Where all five are shown, shares are of their own sum, so that the bar is whole; else of the shown number of scores. */
function describeCategories(
  policy: Policy,
  counts: readonly number[],
  hidden: PartMarks,
): TrajectoryVisit["categories"] {
  const whole = counts.reduce((sum, count) => sum + count, 0);
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
