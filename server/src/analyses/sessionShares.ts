// Shares of the session profile: of sessions with ECG or monitoring, and of patients by where they were treated.
import { settings, type Estimate, type HiddenReason } from "@afterglow/shared";
import { denominator, hiddenEstimate, isFew, shownEstimate } from "../disclosure/cells";
import type { Policy } from "../disclosure/policy";
import { roundCount, roundMean } from "../disclosure/rounding";
import type { MonitoringTally, SessionProfileTally } from "../queries/tallySessionProfile";
import { ratioOfMeans } from "../statistics/ratioEstimate";
import { partOfColumn, protectBlock, type Column } from "./baselineTable";
import { shareOfShown, type PartAndShare } from "./shares";

const PERCENT = 100;

/**
 * Sessions with it of the sessions where it is recorded. Told by patients: fewer than k who had it in any session, or
 * fewer than k who had a session without it, hide the share. Each patient's sessions are one draw (ratioOfMeans).
 */
export function shareOfSessions(
  policy: Policy,
  { sessions, withAny, withoutAny }: MonitoringTally,
): Estimate {
  const { n, x, y, sumOfProducts } = sessions;
  if (n < policy.smallestCount) return hiddenEstimate("TOO_FEW");
  if (isFew(policy, withAny, n) || isFew(policy, withoutAny, n)) return hiddenEstimate("TOO_FEW");
  const [done, known] = [roundCount(policy, x.sum), roundCount(policy, y.sum)];
  // Nothing varies where all or none had it: what is left is how many sessions were looked at.
  if (done === 0 || done === known) return shareOfShown(done, known);
  // The sessions as they are shown, spread over patients as they truly are.
  const [up, down] = [done / x.sum, known / y.sum];
  const shown = roundCount(policy, n);
  const estimate = ratioOfMeans(
    {
      n,
      x: { sum: done, sumOfSquares: x.sumOfSquares * up * up },
      y: { sum: known, sumOfSquares: y.sumOfSquares * down * down },
      sumOfProducts: sumOfProducts * up * down,
    },
    { standardErrorN: shown },
  );
  if ("notEstimable" in estimate) return hiddenEstimate("NOT_ESTIMABLE");
  const limit = (value: number | null): number | null =>
    value === null ? null : Math.min(1, Math.max(0, roundMean(policy, shown, value * PERCENT) / PERCENT));
  return shownEstimate(done / known, limit(estimate.lower), limit(estimate.upper));
}

/** The settings of each group, protected down a group and along a setting: one row a setting, one part a group. */
export function placesOf(
  policy: Policy,
  rows: readonly SessionProfileTally[],
  isWhole: boolean,
  hidden: readonly (HiddenReason | null)[],
): PartAndShare[][] {
  const own = rows.map((row, index): Column => ({ count: row.exposed, hidden: hidden[index] ?? null }));
  const total = rows.reduce((sum, row) => sum + row.exposed, 0);
  const all: Column = { count: total, hidden: denominator(policy, total).hidden };
  const columns = isWhole ? own : [all, ...own];
  const counts = settings.map((_, place) => {
    const each = rows.map((row) => row.settings[place] ?? 0);
    return isWhole ? each : [each.reduce((sum, count) => sum + count, 0), ...each];
  });
  const from = isWhole ? 0 : 1;
  return protectBlock(policy, counts, columns).map((cells) =>
    columns.slice(from).map((column, index) => partOfColumn(policy, cells[from + index], column)),
  );
}
