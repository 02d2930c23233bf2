// The datasets and their releases, for the Data page and the dataset switch.
import { Field, Int, ObjectType } from "type-graphql";
import { CountType } from "./estimate";
import { DatasetSummary } from "./provenance";

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
}

@ObjectType({ simpleResolvers: true, description: "A dataset with all its releases." })
export class Dataset extends DatasetSummary {
  @Field(() => [Release], { description: "Its releases, the newest first." })
  releases!: readonly Release[];
}
