// What treatment cost, in US dollars as the clinics gave them.
import type { Cost, CostGroup, CostTimeCode } from "@afterglow/shared";
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { CountType, EstimateType } from "./estimate";
import { MeasuredGroupFields } from "./group";
import { AnsweredFields } from "./provenance";

const CostTimeEnum = { INDUCTION: "INDUCTION", HALF_YEAR: "HALF_YEAR", YEAR: "YEAR" } as const;
registerEnumType(CostTimeEnum, {
  name: "CostTime",
  description: "Which sessions of a course are added up.",
  valuesConfig: {
    INDUCTION: { description: "Those of induction." },
    HALF_YEAR: { description: "Induction, and maintenance up to 26 weeks after its last session." },
    YEAR: { description: "Those of the first year, days 0 to 364." },
  },
});

@ObjectType({ simpleResolvers: true, description: "Cost of a course over one time." })
export class CourseCost {
  @Field(() => CostTimeEnum, { description: "Which sessions are added up." })
  time!: CostTimeCode;

  @Field(() => CountType, {
    description: "Patients with a cost, seen for that long or no longer in treatment.",
  })
  patients!: CountType;

  @Field(() => EstimateType, { description: "Mean, US dollars." })
  dollars!: EstimateType;
}

@ObjectType({ simpleResolvers: true, description: "Cost of all who could respond, over those who did." })
export class ResponderCost {
  @Field(() => CountType, { description: "Cases at baseline with a later score and a cost." })
  patients!: CountType;

  @Field(() => CountType, { description: "Of them, in response at the end of induction." })
  responders!: CountType;

  @Field(() => EstimateType, { description: "US dollars a responder." })
  dollars!: EstimateType;
}

@ObjectType({
  simpleResolvers: true,
  description: "Cost of all who could respond, over the months in response of those who did.",
})
export class ResponderMonthCost extends ResponderCost {
  @Field(() => EstimateType, {
    description: "Mean months that a responder stays in response, within 26 weeks.",
  })
  months!: EstimateType;
}

@ObjectType("CostGroup", { simpleResolvers: true, description: "What the treatment of one group cost." })
export class CostGroupType extends MeasuredGroupFields implements CostGroup {
  @Field(() => CountType, { description: "Patients with a cost in any session." })
  patients!: CountType;

  @Field(() => EstimateType, { description: "US dollars a session with a cost." })
  perSession!: EstimateType;

  @Field(() => [CourseCost], { description: "Cost of a course." })
  perCourse!: readonly CourseCost[];

  @Field(() => ResponderCost, { description: "Cost of a responder." })
  perResponder!: ResponderCost;

  @Field(() => ResponderMonthCost, { description: "Cost of a month in response." })
  perResponderMonth!: ResponderMonthCost;
}

@ObjectType("Cost", { simpleResolvers: true, description: "What treatment cost, US dollars." })
export class CostType extends AnsweredFields implements Cost {
  @Field(() => Boolean, {
    description: "False of a release that was published before releases described sessions.",
  })
  derived!: boolean;

  @Field(() => CostTimeEnum, { description: "Which cost is divided by months in response." })
  monthsCostOf!: CostTimeCode;

  @Field(() => [CostGroupType], { description: "One a group." })
  groups!: readonly CostGroupType[];
}
