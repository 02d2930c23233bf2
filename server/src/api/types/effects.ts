// What the compared cohorts reach at a visit, and side effects: each cohort's estimate and its contrast.
import type {
  ComparedSideEffects,
  EffectArm,
  EffectCode,
  EffectContrast,
  EffectRow,
  Effects,
  Letter,
  SideEffectContrast,
} from "@afterglow/shared";
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { EffectCodeEnum, LetterEnum } from "./comparisonEnums";
import { ContrastType, PairBalanceType, PairFields, TestResultType } from "./contrast";
import { CountType, EstimateType } from "./estimate";

const EffectUnitEnum = { POINTS: "POINTS", PERCENT_OF_BASELINE: "PERCENT_OF_BASELINE" } as const;
registerEnumType(EffectUnitEnum, {
  name: "EffectUnit",
  description: "What a change is counted in.",
  valuesConfig: {
    POINTS: { description: "Points of the instrument." },
    PERCENT_OF_BASELINE: { description: "Percent of each patient's baseline." },
  },
});

@ObjectType("EffectArm", { simpleResolvers: true, description: "One cohort's share or mean." })
export class EffectArmType implements EffectArm {
  @Field(() => LetterEnum, { description: "The cohort." })
  letter!: Letter;

  @Field(() => CountType, { description: "Patients it is taken of; effective patients where adjusted." })
  patients!: CountType;

  @Field(() => EstimateType, { description: "The share or mean." })
  estimate!: EstimateType;
}

@ObjectType("EffectContrast", {
  simpleResolvers: true,
  description: "A share or mean against the reference's.",
})
export class EffectContrastType implements EffectContrast {
  @Field(() => ContrastType, { description: "Difference." })
  difference!: ContrastType;

  @Field(() => ContrastType, { nullable: true, description: "Risk ratio of a share; null for a mean." })
  ratio!: ContrastType | null;

  @Field(() => ContrastType, { nullable: true, description: "Hedges' g of a mean; null for a share." })
  standardized!: ContrastType | null;
}

@ObjectType({ simpleResolvers: true, description: "A cohort against the reference." })
export class PairEffect extends PairFields {
  @Field(() => EffectContrastType, { description: "As they are." })
  unadjusted!: EffectContrastType;

  @Field(() => EffectContrastType, { description: "Weighted." })
  adjusted!: EffectContrastType;
}

@ObjectType("EffectRow", { simpleResolvers: true, description: "One outcome at the visit." })
export class EffectRowType implements EffectRow {
  @Field(() => EffectCodeEnum, { description: "Which outcome." })
  code!: EffectCode;

  @Field(() => [EffectArmType], { description: "Each cohort as it is." })
  unadjusted!: readonly EffectArmType[];

  @Field(() => [EffectArmType], { description: "Each cohort weighted; empty where nothing is adjusted for." })
  adjusted!: readonly EffectArmType[];

  @Field(() => [PairEffect], { description: "Each cohort against the reference." })
  contrasts!: readonly PairEffect[];
}

@ObjectType("Effects", {
  simpleResolvers: true,
  description: "Response, remission and change at a visit, compared.",
})
export class EffectsType implements Effects {
  @Field(() => String, { description: "Code of the visit." })
  visit!: string;

  @Field(() => EffectUnitEnum, { description: "What changes are counted in." })
  unit!: "POINTS" | "PERCENT_OF_BASELINE";

  @Field(() => [EffectRowType], { description: "One row an outcome." })
  rows!: readonly EffectRowType[];

  @Field(() => [PairBalanceType], { description: "Whether each pair can be compared." })
  balance!: readonly PairBalanceType[];
}

@ObjectType({ simpleResolvers: true, description: "Patients with a session." })
export class ExposedArm {
  @Field(() => LetterEnum, { description: "The cohort." })
  letter!: Letter;

  @Field(() => CountType, { description: "Its patients with a session." })
  patients!: CountType;
}

@ObjectType("SideEffectContrast", { simpleResolvers: true, description: "A rate against the reference's." })
export class SideEffectContrastType implements SideEffectContrast {
  @Field(() => ContrastType, { description: "Difference." })
  difference!: ContrastType;

  @Field(() => ContrastType, { description: "Risk ratio." })
  ratio!: ContrastType;

  @Field(() => TestResultType, { description: "Chi-square test, corrected for the effects compared." })
  test!: TestResultType;
}

@ObjectType({ simpleResolvers: true, description: "A cohort against the reference." })
export class PairSideEffect extends PairFields {
  @Field(() => SideEffectContrastType, { description: "As they are." })
  unadjusted!: SideEffectContrastType;

  @Field(() => SideEffectContrastType, { description: "Weighted." })
  adjusted!: SideEffectContrastType;
}

@ObjectType({ simpleResolvers: true, description: "One side effect, compared." })
export class ComparedSideEffect {
  @Field(() => String, { description: "Code of the side effect." })
  term!: string;

  @Field(() => [EffectArmType], { description: "Each cohort as it is: patients who ever had it." })
  unadjusted!: readonly EffectArmType[];

  @Field(() => [EffectArmType], { description: "Each cohort weighted; empty where nothing is adjusted for." })
  adjusted!: readonly EffectArmType[];

  @Field(() => [PairSideEffect], { description: "Each cohort against the reference." })
  contrasts!: readonly PairSideEffect[];
}

@ObjectType("ComparedSideEffects", {
  simpleResolvers: true,
  description: "Side effects per patient, compared.",
})
export class ComparedSideEffectsType implements ComparedSideEffects {
  @Field(() => [ExposedArm], { description: "Patients exposed." })
  exposed!: readonly ExposedArm[];

  @Field(() => [ComparedSideEffect], { description: "One entry a side effect." })
  effects!: readonly ComparedSideEffect[];

  @Field(() => [PairBalanceType], { description: "Whether each pair can be compared." })
  balance!: readonly PairBalanceType[];
}
