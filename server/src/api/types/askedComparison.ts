// A comparison that was asked for: two to four cohorts of one release, checked. It holds no patient and no number; each
// of its fields runs one analysis when it is asked for.
import type { Letter } from "@afterglow/shared";
import { Field, ObjectType } from "type-graphql";
import type { ComparisonQuestion } from "../../analyses/comparison/question";
import type { AnalysisContext } from "../../analyses/question";
import type { ReleaseRecord } from "../../releases/listReleases";
import type { DoorContext } from "../doorContext";
import { LetterEnum, TargetEnum } from "./comparisonEnums";
import { CountType } from "./estimate";
import { NotApplied } from "./provenance";
import type { ComparedCohort, Target } from "@afterglow/shared";

@ObjectType("Comparison", {
  description:
    "Two to four cohorts of one release, each against the first, A; and what can be asked of them.",
})
export class AskedComparison {
  constructor(
    readonly question: ComparisonQuestion,
    readonly names: readonly string[],
    readonly definedBy: readonly string[],
    readonly byMaintenance: boolean,
    /** That answers. */
    readonly release: ReleaseRecord,
    /** Number of the release that was asked for. */
    readonly releaseAsked: number,
  ) {}

  /** What an analysis of these cohorts works with. */
  in({ query, policy, bitmaps, columns }: DoorContext): AnalysisContext {
    return { query, policy, release: this.release, ...(bitmaps && { bitmaps }), ...(columns && { columns }) };
  }
}

@ObjectType("ComparedCohort", { simpleResolvers: true, description: "One of the cohorts compared." })
export class ComparedCohortType implements ComparedCohort {
  @Field(() => LetterEnum, { description: "Its letter; A is the reference." })
  letter!: Letter;

  @Field(() => String, { description: "The name it was given; may be empty." })
  name!: string;

  @Field(() => String, { description: "The cohort in words." })
  sentence!: string;

  @Field(() => String, {
    description: "The cohort as it is applied, in the form that it has in an address. The sentence is of it.",
  })
  applied!: string;

  @Field(() => [NotApplied], { description: "What was chosen and not applied, in any section, and why." })
  notApplied!: readonly NotApplied[];

  @Field(() => CountType, { description: "Its patients." })
  patients!: CountType;

  @Field(() => [LetterEnum], { description: "Cohorts that can share patients with it, by what was chosen." })
  overlaps!: readonly Letter[];
}

@ObjectType("Adjustment", { simpleResolvers: true, description: "What is adjusted for, and towards whom." })
export class AdjustmentType {
  @Field(() => TargetEnum, { description: "To whom weighting makes the cohorts alike." })
  target!: Target;

  @Field(() => [String], { description: "Dimensions adjusted for, by their names in CohortInput." })
  covariates!: readonly string[];

  @Field(() => [String], {
    description: "Dimensions asked for and left out: the cohorts are defined by them.",
  })
  definedBy!: readonly string[];

  @Field(() => Boolean, {
    description: "Whether the cohorts differ by maintenance, which is known only later.",
  })
  byMaintenance!: boolean;
}
