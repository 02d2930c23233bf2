// A cohort that was asked for: checked, and tied to its release. It holds no patient and no number; each of its
// fields runs one analysis when it is asked for.
import type { Cohort } from "@afterglow/shared";
import { ObjectType } from "type-graphql";
import type { AnalysisContext } from "../../analyses/question";
import type { ReleaseRecord } from "../../releases/listReleases";
import type { DoorContext } from "../doorContext";

@ObjectType("Cohort", {
  description:
    "Patients who have certain categories of certain dimensions, in one release; and what can be asked of them.",
})
export class AskedCohort {
  constructor(
    readonly cohort: Cohort,
    readonly release: ReleaseRecord,
  ) {}

  /** What an analysis of this cohort works with. */
  in({ query, policy, bitmaps, columns, signal }: DoorContext): AnalysisContext {
    const kept = { ...(bitmaps && { bitmaps }), ...(columns && { columns }) };
    return { query, policy, release: this.release, signal, ...kept };
  }
}
