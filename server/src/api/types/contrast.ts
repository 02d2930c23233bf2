// The numbers of a comparison: a contrast against the reference cohort, a test, and how alike two cohorts are.
import type {
  Contrast,
  ContrastReason,
  EffectiveNumber,
  IncomparableReason,
  Letter,
  Pair,
  PairBalance,
  TestResult,
} from "@afterglow/shared";
import { Field, Float, ObjectType } from "type-graphql";
import { ContrastReasonEnum, IncomparableReasonEnum, LetterEnum, TestStatisticEnum } from "./comparisonEnums";
import { CountType, EstimateType } from "./estimate";

const whyNot = "Why there is no number, where the gate alone is not the reason.";

@ObjectType("Contrast", {
  simpleResolvers: true,
  description: "A difference or ratio against the reference cohort, with its 95 % interval.",
})
export class ContrastType extends EstimateType implements Contrast {
  @Field(() => ContrastReasonEnum, { nullable: true, description: whyNot })
  why!: ContrastReason | null;
}

@ObjectType("TestResult", {
  simpleResolvers: true,
  description: "A test, never without its statistic: computed from what is shown.",
})
export class TestResultType implements TestResult {
  @Field(() => TestStatisticEnum, { description: "Which statistic." })
  statistic!: "CHI_SQUARE" | "T";

  @Field(() => Float, { nullable: true, description: "Its value." })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: "Its degrees of freedom." })
  df!: number | null;

  @Field(() => Float, { nullable: true, description: "P, two-sided, not corrected." })
  p!: number | null;

  @Field(() => Float, { nullable: true, description: "P corrected for the tests of the same figure." })
  adjustedP!: number | null;

  @Field(() => ContrastReasonEnum, { nullable: true, description: whyNot })
  why!: ContrastReason | null;
}

/** Fields of everything that is about one pair; not a GraphQL type of its own. */
@ObjectType({ simpleResolvers: true })
export abstract class PairFields implements Pair {
  @Field(() => LetterEnum, { description: "The cohort that is held against the reference." })
  letter!: Letter;

  @Field(() => LetterEnum, { description: "The reference cohort." })
  against!: Letter;
}

@ObjectType("EffectiveNumber", {
  simpleResolvers: true,
  description: "How many patients a weighted cohort is worth, by Kish's formula.",
})
export class EffectiveNumberType implements EffectiveNumber {
  @Field(() => LetterEnum, { description: "The cohort." })
  letter!: Letter;

  @Field(() => CountType, { description: "Its patients in this figure." })
  patients!: CountType;

  @Field(() => CountType, { description: "Its effective patients after weighting." })
  effective!: CountType;
}

@ObjectType({ simpleResolvers: true, description: "The covariate that weighting balances least." })
export class WorstBalance {
  @Field(() => String, { description: "The dimension's name, as in CohortInput." })
  dimension!: string;

  @Field(() => EstimateType, { description: "Its absolute standardized difference after weighting." })
  difference!: EstimateType;
}

@ObjectType("PairBalance", {
  simpleResolvers: true,
  description: "Can two cohorts be compared, in the patients of this figure?",
})
export class PairBalanceType extends PairFields implements PairBalance {
  @Field(() => Boolean, { description: "Whether the adjusted estimate may be read as a comparison." })
  comparable!: boolean;

  @Field(() => [IncomparableReasonEnum], { description: "Why not; empty where it may." })
  reasons!: readonly IncomparableReason[];

  @Field(() => WorstBalance, {
    nullable: true,
    description: "The covariate balanced least; null where none is.",
  })
  worst!: WorstBalance | null;

  @Field(() => [EffectiveNumberType], { description: "Effective patients of both." })
  effective!: readonly EffectiveNumberType[];
}
