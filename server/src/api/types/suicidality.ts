// The suicidality item over the visits, in those with any at baseline.
import type { Suicidality, SuicidalityVisit } from "@afterglow/shared";
import { Field, Int, ObjectType } from "type-graphql";
import { CountType, EstimateType } from "./estimate";
import { GroupType } from "./group";
import { PatientsAndShareType } from "./patientsAndShare";
import { AnsweredFields } from "./provenance";

@ObjectType("SuicidalityVisit", { simpleResolvers: true, description: "The item in one group at one visit." })
export class SuicidalityVisitType implements SuicidalityVisit {
  @Field(() => String, { description: "Code of the visit: BASELINE, D1, W1 …" })
  visit!: string;

  @Field(() => CountType, { description: "Patients with the item at the visit." })
  scores!: CountType;

  @Field(() => EstimateType, { description: "Mean of the item." })
  mean!: EstimateType;

  @Field(() => PatientsAndShareType, { description: "With an item of 0; not estimable at BASELINE." })
  none!: PatientsAndShareType;

  @Field(() => PatientsAndShareType, {
    description: "With a higher item than at baseline; not estimable at BASELINE.",
  })
  worse!: PatientsAndShareType;
}

@ObjectType("SuicidalityGroup", { simpleResolvers: true, description: "The item in one group." })
export class SuicidalityGroupType {
  @Field(() => GroupType, { description: "Which patients." })
  group!: GroupType;

  @Field(() => CountType, { description: "Patients with an item of 1 or more at baseline, cases or not." })
  patients!: CountType;

  @Field(() => [SuicidalityVisitType], { description: "The visits, in order." })
  visits!: readonly SuicidalityVisitType[];
}

@ObjectType("Suicidality", {
  simpleResolvers: true,
  description:
    "The suicidality item of one instrument over the visits, in those with any at baseline. An item is no assessment of risk.",
})
export class SuicidalityType extends AnsweredFields implements Suicidality {
  @Field(() => String, {
    nullable: true,
    description: "Code of the instrument: the outcome's, or the first of the release that has the item.",
  })
  instrument!: string | null;

  @Field(() => Int, { nullable: true, description: "Place of the item in the instrument." })
  item!: number | null;

  @Field(() => Int, { nullable: true, description: "Highest score of the item." })
  highest!: number | null;

  @Field(() => [SuicidalityGroupType], { description: "One line a group." })
  groups!: readonly SuicidalityGroupType[];
}
