// Shares of the session profile: of sessions with ECG or monitoring, and of patients by where they were treated.
import type { Count, Estimate, HiddenReason } from "@afterglow/shared";
import { denominator, hiddenCount, hiddenEstimate, isFew, shownEstimate } from "../disclosure/cells";
import type { Policy } from "../disclosure/policy";
import { roundCount, roundMean } from "../disclosure/rounding";
import type { MonitoringTally } from "../queries/tallySessionProfile";
import { ratioOfMeans } from "../statistics/ratioEstimate";
import { partOfColumn, protectBlock, type Column } from "./baselineTable";
import { shareOfShown } from "./shares";

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

/** Patients of a group whose setting is recorded, and those of them in the clinic and at home. */
export interface Place {
  readonly recorded: Count;
  readonly clinic: Estimate;
  readonly home: Estimate;
}

/** `clinic` and `home` patients of each group; the two are all that is recorded, so what hides one hides the other. */
export function placesOf(
  policy: Policy,
  rows: readonly { readonly clinic: number; readonly home: number }[],
  hidden: readonly (HiddenReason | null)[],
): Place[] {
  const own = rows.map(({ clinic, home }, index): Column => ({
    count: clinic + home,
    hidden: hidden[index] ?? null,
  }));
  const total = own.reduce((sum, { count }) => sum + count, 0);
  const all: Column = { count: total, hidden: denominator(policy, total).hidden };
  const inClinic = rows.reduce((sum, { clinic }) => sum + clinic, 0);
  // One group is everyone.
  const isWhole = rows.length === 1;
  const columns = isWhole ? own : [all, ...own];
  const counts = rows.map(({ clinic }) => clinic);
  const [cells = []] = protectBlock(policy, [isWhole ? counts : [inClinic, ...counts]], columns);
  return own.map((column, index) => {
    const cell = cells[isWhole ? index : index + 1];
    const home = cell === undefined ? undefined : { ...cell, count: column.count - cell.count };
    return {
      recorded: column.hidden === null ? denominator(policy, column.count) : hiddenCount(column.hidden),
      clinic: partOfColumn(policy, cell, column).share,
      home: partOfColumn(policy, home, column).share,
    };
  });
}
