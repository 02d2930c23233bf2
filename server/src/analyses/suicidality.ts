// How does the suicidality item change over the visits, in those who had any at baseline?
import {
  instruments,
  laterVisits,
  type Instrument,
  type Outcome,
  type Suicidality,
  type SuicidalityVisit,
} from "@afterglow/shared";
import { hiddenCount, hiddenEstimate, shownCount } from "../disclosure/cells";
import type { Policy } from "../disclosure/policy";
import type { PartMarks } from "../disclosure/protectAcross";
import { release, type Released } from "../disclosure/release";
import { hasDefinitions } from "../queries/hasDefinitions";
import { tallySuicidality, type SuicidalityVisitTally } from "../queries/tallySuicidality";
import { decide, type Denominator } from "./decide";
import type { AnalysisContext, SuicidalityQuestion } from "./question";
import { meanOf, shareOf, type PartAndShare } from "./shares";
import { visitGroups } from "./visitGroups";

/** The version of the definitions that first derived the item. */
const ITEM_SINCE = 2;

export async function suicidality(
  context: AnalysisContext,
  question: SuicidalityQuestion,
): Promise<Released<Suicidality>> {
  const { cohort, outcome, by } = question;
  const { policy, query } = context;
  const instrument = instrumentAsked(outcome, context.release.measures);
  const withItem = (visit: string): Denominator =>
    instrument === null ? { of: "TREATED" } : { of: "ITEM", instrument: instrument.code, visit };
  const decided = await decide(
    context,
    cohort,
    withItem("BASELINE"),
    nobody.map(({ visit }) => withItem(visit)),
  );
  const { answered } = decided;
  const derived = instrument !== null && (await hasDefinitions(query, decided.release.releaseId, ITEM_SINCE));
  const item = instrument?.suicidalityItem ?? null;
  const named = {
    instrument: instrument?.code ?? null,
    item: item?.item ?? null,
    highest: item?.max ?? null,
  };
  if (!derived) {
    const groups = decided.groups(by).map(({ group }) => ({
      group,
      patients: hiddenCount("NOT_ESTIMABLE"),
      visits: nobody.map(({ visit }) => notDerived(visit)),
    }));
    return release(policy, { answered, ...named, groups });
  }
  const tally = await tallySuicidality(query, decided.scope, instrument.code, by);
  const shape = {
    by,
    among: ({ visit }: SuicidalityVisitTally) => withItem(visit),
    scores: ({ item }: SuicidalityVisitTally) => item.n,
    // Who has some but no more than before is not in the answer, but would follow by subtraction.
    parts: ({ item, none, worse }: SuicidalityVisitTally) => [
      { counts: [none, worse, item.n - none - worse], spare: 2 },
    ],
    nobody,
  };
  const groups = visitGroups(policy, decided, tally, shape, (visit, [marks = []]) =>
    describe(policy, visit, marks),
  );
  return release(policy, { answered, ...named, groups });
}

/** The outcome's own, where it has the item; else the first of the release that has. */
function instrumentAsked({ measure }: Outcome, measures: readonly string[]): Instrument | null {
  const withItem = (instruments as readonly Instrument[]).filter((each) => each.suicidalityItem !== null);
  return (
    withItem.find(({ code }) => code === measure) ??
    withItem.find(({ code }) => measures.includes(code)) ??
    null
  );
}

const nobody: readonly SuicidalityVisitTally[] = ["BASELINE", ...laterVisits.map(({ code }) => code)].map(
  (visit) => ({ visit, item: { n: 0, sum: 0, sumOfSquares: 0 }, none: 0, worse: 0 }),
);

const notEstimable: PartAndShare = {
  patients: hiddenCount("NOT_ESTIMABLE"),
  share: hiddenEstimate("NOT_ESTIMABLE"),
};

const notDerived = (visit: string): SuicidalityVisit => ({
  visit,
  scores: hiddenCount("NOT_ESTIMABLE"),
  mean: hiddenEstimate("NOT_ESTIMABLE"),
  none: notEstimable,
  worse: notEstimable,
});

function describe(
  policy: Policy,
  tally: SuicidalityVisitTally,
  marks: PartMarks,
): Omit<SuicidalityVisit, "scores"> {
  const { visit, item } = tally;
  const mean = meanOf(policy, item);
  // Everyone had some, and none more than that.
  if (visit === "BASELINE") return { visit, mean, none: notEstimable, worse: notEstimable };
  return { visit, mean, ...noneAndWorse(policy, tally, marks) };
}

function noneAndWorse(policy: Policy, { item, none, worse }: SuicidalityVisitTally, hidden: PartMarks) {
  const part = (count: number, at: number): PartAndShare => {
    const reason = hidden[at] ?? null;
    if (reason !== null) return { patients: hiddenCount(reason), share: hiddenEstimate(reason) };
    return { patients: shownCount(policy, count), share: shareOf(policy, count, item.n) };
  };
  return { none: part(none, 0), worse: part(worse, 1) };
}
