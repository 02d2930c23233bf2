// A part of a group: how many patients, and which share of the group.
import type { PatientsAndShare } from "@afterglow/shared";
import { Field, ObjectType } from "type-graphql";
import { CountType, EstimateType } from "./estimate";

@ObjectType("PatientsAndShare", {
  simpleResolvers: true,
  description: "Patients, and their share of the group.",
})
export class PatientsAndShareType implements PatientsAndShare {
  @Field(() => CountType, { description: "Patients." })
  patients!: CountType;

  @Field(() => EstimateType, { description: "Share of the group's patients." })
  share!: EstimateType;
}
