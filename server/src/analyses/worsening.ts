// Who gets worse, and who responds by the end of the usual course, only after it, or not at all?
import type { Worsening, WorseningGroup, WorseningPartCode } from "@afterglow/shared";
import { denominator, hiddenCount, hiddenEstimate, shownCount } from "../disclosure/cells";
import type { Policy } from "../disclosure/policy";
import { protectAcross, type PartMarks } from "../disclosure/protectAcross";
import { release, type Released } from "../disclosure/release";
import { roundCount } from "../disclosure/rounding";
import { EARLY_UNTIL, LATER_UNTIL, tallyWorsening, type WorseningTally } from "../queries/tallyWorsening";
import { decide } from "./decide";
import { instrumentOf } from "./groups";
import { hideGroups } from "./hideGroups";
import type { AnalysisContext, WorseningQuestion } from "./question";
import { partBeside, shareOfShown } from "./shares";

const partCodes: readonly WorseningPartCode[] = ["EARLY", "LATER", "NEVER", "UNSEEN"];

export async function worsening(
  context: AnalysisContext,
  question: WorseningQuestion,
): Promise<Released<Worsening>> {
  const { cohort, outcome, by } = question;
  const { policy } = context;
  const decided = await decide(context, cohort, { of: "CASE_BY", outcome, visit: LATER_UNTIL });
  const tally = await tallyWorsening(context.query, decided.scope, outcome, by);
  const allowed = decided.groups(by);
  const rows = allowed.map(({ number }) => tally.find((each) => each.group === number) ?? nobody(number));
  const hidden = hideGroups(
    policy,
    allowed,
    rows.map(({ patients }) => patients),
  );
  const among = (counts: (row: WorseningTally) => readonly number[]) =>
    rows.map((row, at) => ({
      counts: counts(row),
      whole: row.patients,
      isHidden: (hidden[at] ?? null) !== null,
    }));
  const worse = protectAcross(
    policy,
    among((row) => [row.worse, row.patients - row.worse]),
  );
  const parts = protectAcross(policy, among(partsOf), partCodes.indexOf("UNSEEN"));
  const groups = allowed.map(({ number, group }, index) => {
    const reason = hidden[index] ?? null;
    const row = reason === null ? (rows[index] ?? nobody(number)) : nobody(number);
    return {
      group,
      instrument: instrumentOf(outcome.measure, by, decided.cohort, group),
      patients: reason === null ? denominator(policy, row.patients) : hiddenCount(reason),
      worse: partBeside(policy, row.worse, row.patients, worse[index]?.[0] ?? null),
      parts: describeParts(policy, row, parts[index] ?? []),
    };
  });
  return release(policy, {
    answered: decided.answered,
    earlyUntil: EARLY_UNTIL,
    laterUntil: LATER_UNTIL,
    groups,
  });
}

const partsOf = ({ early, later, never, unseen }: WorseningTally): number[] => [early, later, never, unseen];

const nobody = (group: number): WorseningTally => ({
  group,
  patients: 0,
  worse: 0,
  early: 0,
  later: 0,
  never: 0,
  unseen: 0,
});

/** Where all four are shown, shares are of their own sum, so that they add up; else of the shown number of patients. */
function describeParts(policy: Policy, row: WorseningTally, hidden: PartMarks): WorseningGroup["parts"] {
  const counts = partsOf(row);
  const rounded = counts.map((count) => roundCount(policy, count));
  const isWhole = hidden.every((reason) => reason === null);
  const of = isWhole ? rounded.reduce((sum, count) => sum + count, 0) : roundCount(policy, row.patients);
  return partCodes.map((part, index) => {
    const reason = hidden[index] ?? null;
    if (reason !== null) return { part, patients: hiddenCount(reason), share: hiddenEstimate(reason) };
    const share = shareOfShown(Math.min(rounded[index] ?? 0, of), of);
    return { part, patients: shownCount(policy, counts[index] ?? 0), share };
  });
}
