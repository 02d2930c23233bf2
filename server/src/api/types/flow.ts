// Who is counted: from the patients treated to those with a score at a visit.
import type { Flow, FlowStepCode } from "@afterglow/shared";
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { CountType, EstimateType } from "./estimate";
import { MeasuredGroupFields } from "./group";
import { AnsweredFields } from "./provenance";

const FlowStepEnum: Record<FlowStepCode, FlowStepCode> = {
  TREATED: "TREATED",
  BASELINE: "BASELINE",
  CASE: "CASE",
  LATER_SCORE: "LATER_SCORE",
  VISIT: "VISIT",
};
registerEnumType(FlowStepEnum, {
  name: "FlowStepCode",
  description: "A step from the patients treated to those counted.",
  valuesConfig: {
    TREATED: { description: "In the cohort." },
    BASELINE: { description: "Of these, has a baseline score." },
    CASE: { description: "Of these, at caseness." },
    LATER_SCORE: { description: "Of these, has a later score." },
    VISIT: { description: "Of these, has a score at the visit." },
  },
});

@ObjectType({ simpleResolvers: true, description: "One step from the patients treated to those counted." })
export class FlowStep {
  @Field(() => FlowStepEnum, { description: "Which step." })
  step!: FlowStepCode;

  @Field(() => CountType, { description: "Patients who reach this step." })
  patients!: CountType;

  @Field(() => CountType, { description: "Patients of the step before who do not." })
  lost!: CountType;
}

@ObjectType({ simpleResolvers: true, description: "How many cases of a group have a score at the visit." })
export class FlowGroup extends MeasuredGroupFields {
  @Field(() => CountType, { description: "Cases at baseline." })
  cases!: CountType;

  @Field(() => CountType, { description: "Cases with a score at the visit." })
  scored!: CountType;

  @Field(() => EstimateType, { description: "Share of cases with a score at the visit." })
  share!: EstimateType;
}

@ObjectType({ simpleResolvers: true, description: "Assessments received of those that were due at a visit." })
export class VisitAssessments {
  @Field(() => String, { description: "Code of the visit." })
  visit!: string;

  @Field(() => CountType, { description: "Cases whose assessment was due." })
  expected!: CountType;

  @Field(() => CountType, { description: "Of these, cases with a score." })
  received!: CountType;

  @Field(() => EstimateType, { description: "Received of expected." })
  share!: EstimateType;
}

@ObjectType("Flow", { simpleResolvers: true, description: "Who is counted, and who is lost on the way." })
export class FlowType extends AnsweredFields implements Flow {
  @Field(() => String, { description: "Code of the visit of the last step." })
  visit!: string;

  @Field(() => [FlowStep], { description: "The steps, in order." })
  steps!: readonly FlowStep[];

  @Field(() => [FlowGroup], { description: "The last step by group." })
  groups!: readonly FlowGroup[];

  @Field(() => [VisitAssessments], { description: "Completeness at every visit." })
  assessments!: readonly VisitAssessments[];
}
