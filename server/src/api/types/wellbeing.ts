// Well-being (WHO-5) over the visits.
import type { Wellbeing, WellbeingVisit } from "@afterglow/shared";
import { Field, ObjectType } from "type-graphql";
import { CountType, EstimateType } from "./estimate";
import { GroupType } from "./group";
import { PatientsAndShareType } from "./patientsAndShare";
import { AnsweredFields } from "./provenance";

@ObjectType("WellbeingVisit", { simpleResolvers: true, description: "Well-being of one group at one visit." })
export class WellbeingVisitType implements WellbeingVisit {
  @Field(() => String, { description: "Code of the visit: BASELINE, D1, W1 …" })
  visit!: string;

  @Field(() => CountType, { description: "Patients with a WHO-5 at the visit." })
  scores!: CountType;

  @Field(() => EstimateType, { description: "Mean WHO-5, 0 to 100." })
  mean!: EstimateType;

  @Field(() => PatientsAndShareType, {
    description:
      "Higher than at baseline by the smallest important change or more; not estimable at BASELINE.",
  })
  gained!: PatientsAndShareType;

  @Field(() => PatientsAndShareType, { description: "Over the cut-off of low well-being." })
  well!: PatientsAndShareType;
}

@ObjectType("WellbeingGroup", { simpleResolvers: true, description: "Well-being of one group." })
export class WellbeingGroupType {
  @Field(() => GroupType, { description: "Which patients." })
  group!: GroupType;

  @Field(() => CountType, { description: "Patients with a WHO-5 at baseline, cases or not." })
  patients!: CountType;

  @Field(() => [WellbeingVisitType], { description: "The visits, in order." })
  visits!: readonly WellbeingVisitType[];
}

@ObjectType("Wellbeing", {
  simpleResolvers: true,
  description: "The WHO-5 over the visits, whatever the outcome's measure is.",
})
export class WellbeingType extends AnsweredFields implements Wellbeing {
  @Field(() => [WellbeingGroupType], { description: "One line a group." })
  groups!: readonly WellbeingGroupType[];
}
