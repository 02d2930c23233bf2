// The arguments of a comparison: which cohorts, and how each of its figures is asked for.
import type { DimensionName, Outcome, Target } from "@afterglow/shared";
import { ArgsType, Field, ID, InputType } from "type-graphql";
import { ComparedTimeEnum, SubgroupOutcomeEnum, TargetEnum } from "./comparisonEnums";
import { DimensionEnum, OnsetEventEnum, VisitEnum } from "./enums";
import { CohortInput, OutcomeInput } from "./inputs";

@InputType({ description: "One cohort of a comparison." })
export class ComparedCohortInput {
  @Field(() => String, { defaultValue: "", description: "What to call it, at most 40 characters." })
  name!: string;

  @Field(() => CohortInput, { nullable: true, description: "The categories chosen." })
  where?: CohortInput | null;
}

@ArgsType()
export class ComparisonArgs {
  @Field(() => ID, { description: "Id of the release, such as demo.1." })
  release!: string;

  @Field(() => [ComparedCohortInput], {
    nullable: true,
    description: "Two to four cohorts; the first is the reference. Or name `by`.",
  })
  cohorts?: ComparedCohortInput[] | null;

  @Field(() => DimensionEnum, {
    nullable: true,
    description: "In place of cohorts: the two to four categories of this dimension that `where` chooses.",
  })
  by?: DimensionName | null;

  @Field(() => CohortInput, { nullable: true, description: "With `by`: the cohort that is divided." })
  where?: CohortInput | null;

  @Field(() => [DimensionEnum], {
    nullable: true,
    description:
      "Adjust for these dimensions; the usual nine where it is not named, nothing where it is empty.",
  })
  adjustFor?: DimensionName[] | null;

  @Field(() => TargetEnum, {
    defaultValue: "REFERENCE",
    description: "To whom weighting makes cohorts alike.",
  })
  target!: Target;
}

@ArgsType()
export class ComparedOutcomeArgs {
  @Field(() => OutcomeInput, { description: "What is measured, and what counts." })
  outcome!: Outcome;
}

@ArgsType()
export class ComparedTimesArgs extends ComparedOutcomeArgs {
  @Field(() => ComparedTimeEnum, { defaultValue: "DURABILITY", description: "Which times." })
  times!: "ONSET" | "DURABILITY";

  @Field(() => OnsetEventEnum, { defaultValue: "RESPONSE", description: "The event of onset." })
  of!: "RESPONSE" | "CONFIRMED_RESPONSE" | "REMISSION";
}

@ArgsType()
export class ComparedVisitArgs extends ComparedOutcomeArgs {
  @Field(() => VisitEnum, { defaultValue: "W4", description: "The visit." })
  visit!: string;
}

@ArgsType()
export class SubgroupsArgs extends ComparedVisitArgs {
  @Field(() => SubgroupOutcomeEnum, { defaultValue: "RESPONSE", description: "Which outcome." })
  of!: "RESPONSE" | "REMISSION";
}
