// How complete are the scores at a visit, and how far does the share in response depend on those who are missing?
import type { HiddenReason, MissingData, MissingDataGroup } from "@afterglow/shared";
import { denominator, hiddenCount, hiddenEstimate } from "../disclosure/cells";
import type { Policy } from "../disclosure/policy";
import { protectGroups } from "../disclosure/protectGroups";
import { release, type Released } from "../disclosure/release";
import { laterVisits } from "../queries/tallyFlow";
import { tallyMissingData, type DuePatients, type MissingDataTally } from "../queries/tallyMissingData";
import { groupsOf, instrumentOf } from "./groups";
import { missingDataShares } from "./missingDataShares";
import type { AnalysisContext, MissingDataQuestion } from "./question";

export async function missingData(
  context: AnalysisContext,
  question: MissingDataQuestion,
): Promise<Released<MissingData>> {
  const { cohort, outcome, by, visit } = question;
  if (!laterVisits.some(({ code }) => code === visit))
    throw new RangeError("Missing data: visit must be one after baseline");
  const { policy, query } = context;
  const scope = { releaseId: context.release.releaseId, cohort };
  const tally = await tallyMissingData(query, scope, outcome, by, visit);
  const allowed = groupsOf(context.release, cohort, by);
  const rows = allowed.map(({ number }) => tally.find((each) => each.group === number) ?? nobody(number));
  const due = rows.map((row) => countedAsDue(policy, row.due));
  const sizes = (count: (row: MissingDataTally, at: number) => number) =>
    protectGroups(policy, rows.map(count));
  const casesHidden = sizes((row) => row.due[0]?.patients ?? 0);
  const dueHidden = sizes((_, at) => due[at]?.patients ?? 0);
  const receivedHidden = sizes((row) => row.received);
  const groups = allowed.map(({ group }, at): MissingDataGroup => {
    const row = rows[at] ?? nobody(0);
    const whole = due[at] ?? none;
    const reason = casesHidden[at] ?? dueHidden[at] ?? null;
    return {
      group,
      instrument: instrumentOf(outcome.measure, by, cohort, group),
      ...(reason === null
        ? {
            patients: denominator(policy, whole.patients),
            ...missingDataShares(policy, { ...row, due: whole }, receivedHidden[at] ?? null),
          }
        : allHidden(reason)),
    };
  });
  return release(policy, { visit, groups });
}

const none: DuePatients = { patients: 0, carried: 0 };
const nobody = (group: number): MissingDataTally => ({ group, due: [none], received: 0, categories: [] });

/**
 * Who counts as due at the visit. Fewer are at each later one; where fewer than k have dropped out of those due since
 * the last visit that may be told from it, their number would follow, and they count as due. So no visit and no
 * figure that shows the cases tells of fewer than k that they were not due.
 */
export function countedAsDue(policy: Policy, due: readonly DuePatients[]): DuePatients {
  return due.reduce((counted, at) => {
    const apart = counted.patients - at.patients;
    return apart === 0 || apart >= policy.smallestCount ? at : counted;
  }, due[0] ?? none);
}

function allHidden(reason: HiddenReason): Omit<MissingDataGroup, "group" | "instrument"> {
  const part = { patients: hiddenCount(reason), share: hiddenEstimate(reason) };
  return {
    patients: part.patients,
    received: part,
    responders: part.patients,
    observed: part.share,
    nonResponse: part.share,
    carried: part,
  };
}
