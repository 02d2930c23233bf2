// The two shapes in which every number about patients leaves: a count and an estimate, shown or hidden with its reason.
import type { Bound, Count, Estimate, HiddenReason } from "@afterglow/shared";
import { Field, Float, Int, ObjectType } from "type-graphql";
import { BoundEnum, HiddenReasonEnum } from "./enums";

const whyHidden = "Why the value is not shown; null where it is.";

@ObjectType("Count", {
  description: "A number of patients, sessions or events, rounded where the profile rounds.",
  simpleResolvers: true,
})
export class CountType implements Count {
  @Field(() => Int, { nullable: true, description: "The number; null where it is hidden." })
  value!: number | null;

  @Field(() => HiddenReasonEnum, { nullable: true, description: whyHidden })
  hidden!: HiddenReason | null;
}

@ObjectType("Estimate", {
  description: "A number with its 95 % interval, computed from counts that may be shown.",
  simpleResolvers: true,
})
export class EstimateType implements Estimate {
  @Field(() => Float, { nullable: true, description: "Shares from 0 to 1; null where it is hidden." })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: "Lower limit; null where no interval exists." })
  lower!: number | null;

  @Field(() => Float, { nullable: true, description: "Upper limit; null where no interval exists." })
  upper!: number | null;

  @Field(() => HiddenReasonEnum, { nullable: true, description: whyHidden })
  hidden!: HiddenReason | null;

  @Field(() => BoundEnum, {
    nullable: true,
    description: "Set where the true share is only known to lie under or over the value.",
  })
  bound!: Bound | null;
}
