// The datasets and their releases, for the Data page and the dataset switch.
import type { ReleaseChange, ReleaseChangeKind } from "@afterglow/shared";
import { Field, Int, ObjectType } from "type-graphql";
import { ReleaseChangeKindEnum } from "./enums";
import { CountType } from "./estimate";
import { DatasetSummary } from "./provenance";

@ObjectType("ReleaseChange", {
  simpleResolvers: true,
  description:
    "What changed since the release before, of one kind: in how many courses, of how many patients.",
})
export class ReleaseChangeType implements ReleaseChange {
  @Field(() => ReleaseChangeKindEnum, { description: "The kind of change." })
  kind!: ReleaseChangeKind;

  @Field(() => CountType, { description: "Patients who have such a course." })
  patients!: CountType;

  @Field(() => CountType, { description: "Such courses; hidden with the patients." })
  courses!: CountType;
}

@ObjectType({ simpleResolvers: true, description: "A frozen, numbered data cut of a dataset." })
export class Release {
  @Field(() => String, { description: "Its id, such as demo.1: the argument of Query.cohort." })
  id!: string;

  @Field(() => Int, { description: "Its number in the dataset, from 1." })
  number!: number;

  @Field(() => String, { description: "The day it was published, such as 2026-03-02." })
  publishedOn!: string;

  @Field(() => String, { description: "Checksum over its analysis tables." })
  checksum!: string;

  @Field(() => String, { description: "What the publisher said of it." })
  note!: string;

  @Field(() => [String], { description: "Codes of the instruments that have scores in it." })
  measures!: readonly string[];

  @Field(() => [Int], { description: "Numbers of the clinics in it." })
  clinics!: readonly number[];

  @Field(() => [Int], { description: "Start years in it." })
  startYears!: readonly number[];

  @Field(() => CountType, { description: "Patients in it." })
  patients!: CountType;

  @Field(() => [ReleaseChangeType], {
    nullable: true,
    description:
      "What changed since the release before, a row a kind; null where none is before, or where it was not kept. Between two releases: the sum of the steps, hidden where one of them is.",
  })
  changes!: readonly ReleaseChangeType[] | null;
}

@ObjectType({ simpleResolvers: true, description: "A dataset with all its releases." })
export class Dataset extends DatasetSummary {
  @Field(() => [Release], { description: "Its releases, the newest first." })
  releases!: readonly Release[];
}
