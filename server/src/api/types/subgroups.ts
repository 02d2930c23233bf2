// Subgroups and balance: does the difference vary, and are the cohorts alike at baseline?
import type { Balance, SubgroupRow, Subgroups } from "@afterglow/shared";
import { Field, ObjectType } from "type-graphql";
import { SubgroupOutcomeEnum } from "./comparisonEnums";
import { ContrastType, PairBalanceType, PairFields, TestResultType } from "./contrast";
import { CountType, EstimateType } from "./estimate";

@ObjectType("SubgroupRow", { simpleResolvers: true, description: "The difference within one category." })
export class SubgroupRowType implements SubgroupRow {
  @Field(() => String, { description: "Code of the category; ALL for everyone." })
  code!: string;

  @Field(() => String, { description: "Its name." })
  label!: string;

  @Field(() => [CountType], { description: "Patients of the reference, then of the other cohort." })
  patients!: readonly [CountType, CountType];

  @Field(() => ContrastType, { description: "Difference of the two shares." })
  unadjusted!: ContrastType;

  @Field(() => ContrastType, { description: "The same, weighted within the category." })
  adjusted!: ContrastType;
}

@ObjectType({
  simpleResolvers: true,
  description: "Whether a difference varies over categories: Cochran's Q.",
})
export class Interaction {
  @Field(() => TestResultType, { description: "Of the unadjusted differences." })
  unadjusted!: TestResultType;

  @Field(() => TestResultType, { description: "Of the adjusted ones." })
  adjusted!: TestResultType;
}

@ObjectType({ simpleResolvers: true, description: "The categories of one dimension." })
export class SubgroupDimension {
  @Field(() => String, { description: "The dimension's name, as in CohortInput." })
  dimension!: string;

  @Field(() => Interaction, { description: "Does the difference vary over the categories?" })
  interaction!: Interaction;

  @Field(() => [SubgroupRowType], { description: "One row a category." })
  rows!: readonly SubgroupRowType[];
}

@ObjectType({ simpleResolvers: true, description: "A cohort against the reference, in subgroups." })
export class PairSubgroups extends PairFields {
  @Field(() => SubgroupRowType, { description: "Everyone." })
  overall!: SubgroupRowType;

  @Field(() => [SubgroupDimension], { description: "By dimension." })
  dimensions!: readonly SubgroupDimension[];
}

@ObjectType("Subgroups", { simpleResolvers: true, description: "A difference at a visit, within subgroups." })
export class SubgroupsType implements Subgroups {
  @Field(() => String, { description: "Code of the visit." })
  visit!: string;

  @Field(() => SubgroupOutcomeEnum, { description: "Which outcome." })
  of!: "RESPONSE" | "REMISSION";

  @Field(() => [PairSubgroups], { description: "One entry a pair." })
  pairs!: readonly PairSubgroups[];
}

@ObjectType({ simpleResolvers: true, description: "How alike two cohorts are in one characteristic." })
export class CovariateBalance {
  @Field(() => String, { description: "The dimension's name, as in CohortInput." })
  dimension!: string;

  @Field(() => EstimateType, { description: "Largest absolute standardized difference, as they are." })
  before!: EstimateType;

  @Field(() => EstimateType, { description: "The same after weighting." })
  after!: EstimateType;
}

@ObjectType({ simpleResolvers: true, description: "Balance of one pair." })
export class PairCovariates extends PairBalanceType {
  @Field(() => [CovariateBalance], { description: "One entry a covariate." })
  covariates!: readonly CovariateBalance[];
}

@ObjectType("Balance", { simpleResolvers: true, description: "Are the cohorts alike at baseline?" })
export class BalanceType implements Balance {
  @Field(() => String, { description: "Code of the visit whose patients are looked at." })
  visit!: string;

  @Field(() => [PairCovariates], { description: "One entry a pair." })
  pairs!: readonly PairCovariates[];
}
