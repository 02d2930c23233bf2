// A curve, row or column of a figure: which category of the dimension grouped by, and by what it is measured.
import type { Group, MeasuredGroup } from "@afterglow/shared";
import { Field, ObjectType } from "type-graphql";

@ObjectType("Group", {
  description: "A category of the dimension grouped by, or everyone.",
  simpleResolvers: true,
})
export class GroupType implements Group {
  @Field(() => String, { description: "Code of the category; ALL where the answer is not grouped." })
  code!: string;

  @Field(() => String, { description: "Full name." })
  label!: string;

  @Field(() => String, { description: "Short name, for axes and keys." })
  short!: string;
}

/** Fields that every group of a measured result has; not a GraphQL type of its own. */
@ObjectType({ simpleResolvers: true })
export abstract class MeasuredGroupFields implements MeasuredGroup {
  @Field(() => GroupType, { description: "Which patients." })
  group!: GroupType;

  @Field(() => String, {
    nullable: true,
    description:
      "Code of the instrument; null where the group mixes instruments (measure OWN, not by condition).",
  })
  instrument!: string | null;
}
