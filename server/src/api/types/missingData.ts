// How complete the scores at a visit are, and what becomes of the share in response by three ways with the missing.
import type { MissingData, MissingDataGroup } from "@afterglow/shared";
import { Field, ObjectType } from "type-graphql";
import { CountType, EstimateType } from "./estimate";
import { MeasuredGroupFields } from "./group";
import { PatientsAndShareType } from "./patientsAndShare";
import { AnsweredFields } from "./provenance";

@ObjectType("MissingDataGroup", {
  simpleResolvers: true,
  description: "One group at the visit. A response is the outcome's own, or remission.",
})
export class MissingDataGroupType extends MeasuredGroupFields implements MissingDataGroup {
  @Field(() => CountType, {
    description:
      "Cases at baseline whose assessment was expected. Where too few were not due to be shown, they count as due.",
  })
  patients!: CountType;

  @Field(() => PatientsAndShareType, { description: "Those with a score at the visit, of those expected." })
  received!: PatientsAndShareType;

  @Field(() => CountType, { description: "In response at the visit: of `observed` and `nonResponse`." })
  responders!: CountType;

  @Field(() => EstimateType, {
    description: "Observed cases: responders of those with a score at the visit.",
  })
  observed!: EstimateType;

  @Field(() => EstimateType, {
    description: "Non-response imputation: the same responders of all who were expected.",
  })
  nonResponse!: EstimateType;

  @Field(() => PatientsAndShareType, {
    description:
      "Last observation carried forward: in response at the last score up to the visit, of all who were expected.",
  })
  carried!: PatientsAndShareType;
}

@ObjectType("MissingData", {
  simpleResolvers: true,
  description: "How complete the scores at a visit are, and how far the share in response depends on it.",
})
export class MissingDataType extends AnsweredFields implements MissingData {
  @Field(() => String, { description: "Code of the visit." })
  visit!: string;

  @Field(() => [MissingDataGroupType], { description: "One entry a group." })
  groups!: readonly MissingDataGroupType[];
}
