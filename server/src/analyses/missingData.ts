// How complete are the scores at a visit, and how far does the share in response depend on those who are missing?
import { laterVisits, type HiddenReason, type MissingData, type MissingDataGroup } from "@afterglow/shared";
import { denominator, hiddenCount, hiddenEstimate } from "../disclosure/cells";
import type { Policy } from "../disclosure/policy";
import { release, type Released } from "../disclosure/release";
import { tallyMissingData, type DuePatients, type MissingDataTally } from "../queries/tallyMissingData";
import { decide, type Denominator } from "./decide";
import { instrumentOf } from "./groups";
import { hideGroups, hideGroupsAmong } from "./hideGroups";
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
  const dueThen: Denominator = { of: "DUE", outcome, visit };
  const seenThen: Denominator = { of: "VISIT", outcome, visit };
  const decided = await decide(context, cohort, { of: "CASE", outcome }, [dueThen, seenThen]);
  const tally = await tallyMissingData(query, decided.scope, outcome, by, visit);
  const allowed = decided.groups(by);
  const rows = allowed.map(({ number }) => tally.find((each) => each.group === number) ?? nobody(number));
  const due = rows.map((row) => countedAsDue(policy, row.due));
  const cases = rows.map((row) => row.due[0]?.patients ?? 0);
  const expected = due.map(({ patients }) => patients);
  const casesHidden = hideGroups(policy, allowed, cases);
  const dueHidden = hideGroupsAmong(policy, { decided, by, outer: casesHidden }, dueThen, expected);
  const receivedHidden = hideGroupsAmong(
    policy,
    { decided, by, outer: dueHidden },
    seenThen,
    rows.map(({ received }) => received),
  );
  const groups = allowed.map(({ group }, at): MissingDataGroup => {
    const row = rows[at] ?? nobody(0);
    const whole = due[at] ?? none;
    const reason = dueHidden[at] ?? null;
    return {
      group,
      instrument: instrumentOf(outcome.measure, by, decided.cohort, group),
      ...(reason === null
        ? {
            patients: denominator(policy, whole.patients),
            ...missingDataShares(policy, { ...row, due: whole }, receivedHidden[at] ?? null),
          }
        : allHidden(reason)),
    };
  });
  return release(policy, { answered: decided.answered, visit, groups });
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
