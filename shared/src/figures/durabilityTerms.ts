/** How the durability figure calls what it shows: what is counted, of whom, from when. It depends on rule and clock. */
import type { ExploreState } from "../explore";
import type { TimeToEvent } from "../results";

export interface DurabilityTerms {
  /** Cumulative incidence of loss beside that of maintenance, in place of the share still well. */
  readonly isCompeting: boolean;
  /** Weeks after time zero at which the clock starts. */
  readonly fromWeek: number;
  /** "Still in response", "Relapsed": what the share on the axis is. */
  readonly share: string;
  /** "Losing response", "Relapsing". */
  readonly losing: string;
  /** "of responders", "of those well at week 6". */
  readonly ofWhom: string;
  /** For sentences on single groups: "had lost response", "were still in response". */
  readonly verb: string;
  /** "lost response", "relapsed". */
  readonly lost: string;
  /** The patients counted. */
  readonly patients: string;
  readonly timeTitle: string;
}

export function durabilityTerms(durability: TimeToEvent, { outcome }: ExploreState): DurabilityTerms {
  const isCompeting = durability.method === "AALEN_JOHANSEN";
  const isRelapse = outcome.relapse.includes("RELAPSE");
  const fromWeek = (durability.fromDay ?? 0) / 7;
  const stays = isRelapse ? "Not relapsed" : "Still in response";
  const lost = isRelapse ? "relapsed" : "lost response";
  const staying = isRelapse ? "had not relapsed" : "were still in response";
  return {
    isCompeting,
    fromWeek,
    share: isCompeting ? (isRelapse ? "Relapsed" : "Lost response") : stays,
    losing: isRelapse ? "Relapsing" : "Losing response",
    ofWhom: fromWeek === 0 ? "of responders" : `of those well at week ${fromWeek}`,
    verb: isCompeting ? `had ${lost}` : staying,
    lost,
    patients:
      fromWeek === 0
        ? "responders at the end of induction"
        : `responders still well and seen ${fromWeek} weeks after the end of induction`,
    timeTitle:
      fromWeek === 0
        ? "Weeks after the last score of induction"
        : `Weeks after week ${fromWeek}, where the clock starts`,
  };
}
