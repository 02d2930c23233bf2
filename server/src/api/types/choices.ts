// The live counts of the cohort panel.
import type { DimensionChoices } from "@afterglow/shared";
import { Field, ObjectType } from "type-graphql";
import { CountType } from "./estimate";

@ObjectType({ simpleResolvers: true, description: "One category that may be chosen." })
export class Choice {
  @Field(() => String, { description: "Code of the category." })
  code!: string;

  @Field(() => String, { description: "Full name." })
  label!: string;

  @Field(() => CountType, {
    description:
      "The size of the cohort with this category chosen alone in its dimension, the other choices as they are.",
  })
  patients!: CountType;

  @Field(() => Boolean, {
    description:
      "Whether choosing it, beside what is chosen already, would be applied. False where it would set apart too few.",
  })
  isApplied!: boolean;
}

@ObjectType("DimensionChoices", {
  simpleResolvers: true,
  description: "What may be chosen in one dimension.",
})
export class DimensionChoicesType implements DimensionChoices {
  @Field(() => String, { description: "The dimension's name, as in CohortInput." })
  dimension!: string;

  @Field(() => [Choice], { description: "Its categories, in order." })
  choices!: readonly Choice[];
}
