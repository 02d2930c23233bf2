// Side effects: how often, how severe, how long; and the rise of blood pressure and heart rate.
import type { SideEffects, SideEffectsGroup } from "@afterglow/shared";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { ExposureUnitEnum } from "./enums";
import { CountType, EstimateType } from "./estimate";
import { GroupType } from "./group";
import { AnsweredFields } from "./provenance";

export const VitalSignEnum = {
  SYSTOLIC: "SYSTOLIC",
  DIASTOLIC: "DIASTOLIC",
  HEART_RATE: "HEART_RATE",
} as const;
type VitalSignCode = keyof typeof VitalSignEnum;
registerEnumType(VitalSignEnum, {
  name: "VitalSign",
  description: "A reading before and during a session.",
  valuesConfig: {
    SYSTOLIC: { description: "Systolic blood pressure, mmHg." },
    DIASTOLIC: { description: "Diastolic blood pressure, mmHg." },
    HEART_RATE: { description: "Heart rate, beats a minute." },
  },
});

@ObjectType({ simpleResolvers: true, description: "One severity of a side effect." })
export class SeverityRate {
  @Field(() => String, {
    description: "MILD, MODERATE or SEVERE: the worst a patient had, or that of the session.",
  })
  severity!: string;

  @Field(() => CountType, { description: "Patients or sessions with it." })
  occurrences!: CountType;

  @Field(() => EstimateType, { description: "Share of those exposed." })
  rate!: EstimateType;
}

@ObjectType({ simpleResolvers: true, description: "One side effect." })
export class SideEffectRate {
  @Field(() => String, { description: "Code of the side effect." })
  term!: string;

  @Field(() => CountType, { description: "Patients or sessions with it." })
  occurrences!: CountType;

  @Field(() => EstimateType, { description: "Share of those exposed." })
  rate!: EstimateType;

  @Field(() => [SeverityRate], { description: "The same by severity." })
  severities!: readonly SeverityRate[];

  @Field(() => EstimateType, {
    description: "Median minutes until it had gone, quartiles as lower and upper.",
  })
  resolutionMinutes!: EstimateType;
}

@ObjectType({ simpleResolvers: true, description: "The rise of a vital sign in sessions." })
export class VitalRise {
  @Field(() => VitalSignEnum, { description: "Which reading." })
  sign!: VitalSignCode;

  @Field(() => CountType, { description: "Patients with both readings." })
  patients!: CountType;

  @Field(() => EstimateType, { description: "Mean over patients of the mean rise over their sessions." })
  rise!: EstimateType;
}

@ObjectType({ simpleResolvers: true, description: "The rate of a side effect in one infusion." })
export class InfusionRate {
  @Field(() => String, { description: "Code of the side effect." })
  term!: string;

  @Field(() => EstimateType, { description: "Share of the patients who had that infusion." })
  rate!: EstimateType;
}

@ObjectType({ simpleResolvers: true, description: "One infusion of the course, by its number." })
export class Infusion {
  @Field(() => Int, { description: "1 is the first." })
  number!: number;

  @Field(() => CountType, { description: "Patients who had it." })
  exposed!: CountType;

  @Field(() => [InfusionRate], { description: "The rate of each side effect in it." })
  rates!: readonly InfusionRate[];
}

@ObjectType("SideEffectsGroup", { simpleResolvers: true, description: "The side effects of one group." })
export class SideEffectsGroupType implements SideEffectsGroup {
  @Field(() => GroupType, { description: "Which patients." })
  group!: GroupType;

  @Field(() => CountType, { description: "Patients with at least one session." })
  exposed!: CountType;

  @Field(() => CountType, { description: "Their sessions." })
  sessions!: CountType;

  @Field(() => EstimateType, {
    description: "Share of exposed patients with side effects recorded whose clinic asked by checklist.",
  })
  byChecklist!: EstimateType;

  @Field(() => [SideEffectRate], { description: "Each side effect, in the vocabulary's order." })
  effects!: readonly SideEffectRate[];

  @Field(() => [VitalRise], { description: "The rise of blood pressure and heart rate." })
  vitals!: readonly VitalRise[];

  @Field(() => [Infusion], { description: "By infusion, 1 to 6." })
  infusions!: readonly Infusion[];
}

@ObjectType("SideEffects", { simpleResolvers: true, description: "How often, how severe, how long." })
export class SideEffectsType extends AnsweredFields implements SideEffects {
  @Field(() => ExposureUnitEnum, { description: "What rates are a share of." })
  per!: SideEffects["per"];

  @Field(() => [SideEffectsGroupType], { description: "One a group." })
  groups!: readonly SideEffectsGroupType[];
}
