// One group at one visit: which of its numbers may be shown beside each other? Those who were due fall into four parts:
// seen in response, seen without, missing but in response when last seen, missing without. What is shown are sums of
// them, so that each sum that follows from what is shown has to be none or k and more.
import {
  changeCategories,
  changeCategoryByCode,
  type HiddenReason,
  type MissingDataGroup,
} from "@afterglow/shared";
import {
  boundedShare,
  hiddenCount,
  hiddenEstimate,
  isFew,
  judgePart,
  shownCount,
  type Verdict,
} from "../disclosure/cells";
import type { Policy } from "../disclosure/policy";
import { protectLines } from "../disclosure/protectLines";
import { protectParts } from "../disclosure/protectParts";
import { leavesRange } from "../disclosure/rangeLeft";
import type { DuePatients } from "../queries/tallyMissingData";
import { judgedPart, partOf, shareOf, type PartAndShare } from "./shares";

export interface VisitCounts {
  readonly due: DuePatients;
  readonly received: number;
  /** In the order of changeCategories; they add up to those received. */
  readonly categories: readonly number[];
}
type Shares = Pick<MissingDataGroup, "received" | "responders" | "observed" | "nonResponse" | "carried">;

const isResponse = changeCategories.map(({ number }) => number >= changeCategoryByCode("RESPONSE").number);

/** `receivedHidden`: why those received are hidden beside the other groups, if they are. */
export function missingDataShares(
  policy: Policy,
  counts: VisitCounts,
  receivedHidden: HiddenReason | null,
): Shares {
  const { due, received, categories } = counts;
  const responders = categories.reduce((sum, count, at) => sum + (isResponse[at] === true ? count : 0), 0);
  const isReceivedShown = receivedHidden === null && judgePart(policy, received, due.patients) === "SHOWN";
  return {
    received:
      receivedHidden === null
        ? partOf(policy, received, due.patients)
        : hiddenPart(receivedHidden, receivedHidden),
    ...ofResponders(policy, counts, responders, isReceivedShown),
    carried: ofCarried(policy, counts, responders, isReceivedShown),
  };
}

/** The same responders of those seen and of all who were due: judged as a part of both. */
function ofResponders(
  policy: Policy,
  { due, received, categories }: VisitCounts,
  responders: number,
  isReceivedShown: boolean,
): Pick<Shares, "responders" | "observed" | "nonResponse"> {
  const verdicts = [judgePart(policy, responders, received), judgePart(policy, responders, due.patients)];
  const verdict: Verdict = verdicts.includes("FEW") ? "FEW" : verdicts.includes("MANY") ? "MANY" : "SHOWN";
  if (verdict !== "SHOWN") {
    return {
      responders: hiddenCount("TOO_FEW"),
      observed: isReceivedShown ? boundedShare(policy, verdict, received) : hiddenEstimate("TOO_FEW"),
      // Few of those seen did not respond: how many of those due did follows from how many were seen.
      nonResponse:
        verdict === "FEW" ? boundedShare(policy, verdict, due.patients) : hiddenEstimate("TOO_FEW"),
    };
  }
  if (!isShownBeside(policy, categories, responders)) {
    const { patients, share } = hiddenPart("PROTECTS_ANOTHER", "PROTECTS_ANOTHER");
    return { responders: patients, observed: share, nonResponse: share };
  }
  return {
    responders: shownCount(policy, responders),
    observed: isReceivedShown ? shareOf(policy, responders, received) : hiddenEstimate("PROTECTS_ANOTHER"),
    nonResponse: shareOf(policy, responders, due.patients),
  };
}

/** Less the responders at the visit it is those of the missing whose last score was a response. */
function ofCarried(
  policy: Policy,
  { due, received }: VisitCounts,
  responders: number,
  isReceivedShown: boolean,
): PartAndShare {
  const missing = due.patients - received;
  const carried = due.carried - responders;
  const isTold = isFew(policy, carried, missing) || isFew(policy, missing - carried, missing);
  // Where nobody is missing, and that may be known, nothing is carried and nothing told.
  if (missing === 0 ? !isReceivedShown : isTold) {
    return due.patients < policy.smallestCount
      ? hiddenPart("TOO_FEW", "TOO_FEW")
      : hiddenPart("PROTECTS_ANOTHER", "PROTECTS_ANOTHER");
  }
  return judgedPart(policy, due.carried, due.patients, judgePart(policy, due.carried, due.patients));
}

/**
 * The trajectory shows the change categories of the same visit. Beside them the sum of those in response, or of the
 * others, may not give away one that is hidden there: where counts are rounded it has to be left its range, where they
 * are not, no further category may need hiding.
 */
function isShownBeside(policy: Policy, categories: readonly number[], responders: number): boolean {
  const whole = categories.reduce((sum, count) => sum + count, 0);
  const marks = protectParts(policy, categories, whole);
  const cells = categories.map((count, at) => ({ count, hidden: marks[at] ?? null }));
  const places = cells.map((_, at) => at);
  const sides = [true, false].map((side) => places.filter((at) => (isResponse[at] === true) === side));
  if (policy.roundedTo > 1) {
    return sides.every((side) => {
      const parts = side.flatMap((at) => cells[at] ?? []);
      const shown = parts.filter(({ hidden }) => hidden === null).map(({ count }) => count);
      const hidden = parts
        .filter((cell) => cell.hidden !== null)
        .map((cell) => ({
          count: cell.count,
          most:
            cell.hidden === "TOO_FEW" && cell.count < policy.smallestCount
              ? policy.smallestCount - 1
              : Infinity,
        }));
      return leavesRange(policy, { shown, hidden });
    });
  }
  const totals = [responders, whole - responders].map((count) => ({ count, hidden: null }));
  const together = [
    ...sides.map((parts, side) => ({ parts, total: places.length + side })),
    { parts: places, total: null },
    { parts: [places.length, places.length + 1], total: null },
  ];
  const before = [...cells, ...totals];
  return protectLines(policy, before, together).every(
    ({ hidden }, at) => (hidden === null) === (before[at]?.hidden === null),
  );
}

const hiddenPart = (count: HiddenReason, share: HiddenReason): PartAndShare => ({
  patients: hiddenCount(count),
  share: hiddenEstimate(share),
});
