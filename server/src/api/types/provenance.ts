// What every answer says of its origin: the release it comes from and the disclosure profile it went through.
import type { Answered, AnsweredResult, DisclosureSummary, ReleaseSummary } from "@afterglow/shared";
import { Field, Int, ObjectType } from "type-graphql";

@ObjectType({
  simpleResolvers: true,
  description: "A dataset: where its patients come from, and how to cite it.",
})
export class DatasetSummary {
  @Field(() => String, { description: "Its name in addresses and commands." })
  name!: string;

  @Field(() => String, { description: "Its title." })
  title!: string;

  @Field(() => String, { description: "REGISTRY, TRIAL or SYNTHETIC." })
  kind!: string;

  @Field(() => String, { description: "The licence of the data." })
  licence!: string;

  @Field(() => String, { description: "How to cite it." })
  citation!: string;

  @Field(() => String, { nullable: true, description: "What its source says of it." })
  sourceNote?: string | null;
}

@ObjectType("ReleaseSummary", {
  simpleResolvers: true,
  description: "The data cut that an answer comes from. Its numbers never change.",
})
export class ReleaseSummaryType implements ReleaseSummary {
  @Field(() => String, { description: "Its id, such as demo.1." })
  id!: string;

  @Field(() => Int, { description: "Its number in the dataset, from 1." })
  number!: number;

  @Field(() => String, { description: "The day it was published, such as 2026-03-02." })
  publishedOn!: string;

  @Field(() => String, { description: "Checksum over its analysis tables." })
  checksum!: string;

  @Field(() => DatasetSummary, { description: "The dataset that it is a cut of." })
  dataset!: DatasetSummary;
}

@ObjectType("DisclosureSummary", {
  simpleResolvers: true,
  description: "The profile by which numbers are hidden and rounded.",
})
export class DisclosureSummaryType implements DisclosureSummary {
  @Field(() => String, { description: "publish or internal." })
  profile!: string;

  @Field(() => Int, { description: "The smallest number of patients that may be shown." })
  smallestCount!: number;

  @Field(() => Int, { description: "Counts are rounded to this; 1 = not rounded." })
  roundedTo!: number;

  @Field(() => String, { description: "The profile in a sentence, for captions." })
  sentence!: string;
}

@ObjectType({ simpleResolvers: true, description: "A filter that was chosen and not applied, and why." })
export class NotApplied {
  @Field(() => String, { description: "The dimension's name, as in CohortInput." })
  dimension!: string;

  @Field(() => String, { description: "What is said to the reader." })
  sentence!: string;
}

@ObjectType({ simpleResolvers: true, description: "The release that an answer comes from." })
export class AnsweringRelease {
  @Field(() => String, { description: "Its id, such as demo.1." })
  id!: string;

  @Field(() => Int, { description: "Its number in the dataset, from 1." })
  number!: number;

  @Field(() => String, { description: "The day it was published, such as 2026-03-02." })
  publishedOn!: string;

  @Field(() => String, { description: "Checksum over its analysis tables." })
  checksum!: string;
}

@ObjectType("Answered", {
  simpleResolvers: true,
  description: "Of whom an answer is: what of the question was not applied, and which release it comes from.",
})
export class AnsweredType implements Answered {
  @Field(() => [NotApplied], { description: "Choices that were narrowed or not applied here, and why." })
  notApplied!: readonly NotApplied[];

  @Field(() => AnsweringRelease, {
    description: "An older one than was asked for, where too few of the patients are new in that.",
  })
  release!: AnsweringRelease;
}

/** The field that every result of a cohort has; not a GraphQL type of its own. */
@ObjectType({ simpleResolvers: true })
export abstract class AnsweredFields implements AnsweredResult {
  @Field(() => AnsweredType, { description: "Of whom it is." })
  answered!: AnsweredType;
}
