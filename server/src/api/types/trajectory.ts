// Scores over the visits: mean, change from baseline, and how many are better or worse.
import type { Trajectory, TrajectoryVisit } from "@afterglow/shared";
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { CountType, EstimateType } from "./estimate";
import { MeasuredGroupFields } from "./group";
import { AnsweredFields } from "./provenance";

const TrajectoryUnit = { POINTS: "POINTS", PERCENT_OF_BASELINE: "PERCENT_OF_BASELINE" } as const;
registerEnumType(TrajectoryUnit, {
  name: "TrajectoryUnit",
  description: "What scores are given in.",
  valuesConfig: {
    POINTS: { description: "Points of the instrument." },
    PERCENT_OF_BASELINE: { description: "Percent of each patient's baseline burden, for measure OWN." },
  },
});

@ObjectType({ simpleResolvers: true, description: "Patients in one category of change since baseline." })
export class ChangeShare {
  @Field(() => String, { description: "WORSE, UNCHANGED, PARTIAL, RESPONSE or REMISSION." })
  category!: string;

  @Field(() => CountType, { description: "Patients in it." })
  patients!: CountType;

  @Field(() => EstimateType, { description: "Share of the patients with a score at the visit." })
  share!: EstimateType;
}

@ObjectType("TrajectoryVisit", { simpleResolvers: true, description: "One group at one visit." })
export class TrajectoryVisitType implements TrajectoryVisit {
  @Field(() => String, { description: "Code of the visit: BASELINE, D1, W1 …" })
  visit!: string;

  @Field(() => CountType, { description: "Patients with a score at the visit." })
  scores!: CountType;

  @Field(() => EstimateType, { description: "Mean score." })
  mean!: EstimateType;

  @Field(() => EstimateType, { description: "Mean change from baseline; not estimable at BASELINE." })
  change!: EstimateType;

  @Field(() => [ChangeShare], { description: "Response categories." })
  categories!: readonly ChangeShare[];
}

@ObjectType({ simpleResolvers: true, description: "One line over the visits." })
export class TrajectoryGroup extends MeasuredGroupFields {
  @Field(() => CountType, { description: "Patients with a baseline score and a later one." })
  patients!: CountType;

  @Field(() => [TrajectoryVisitType], { description: "The visits, in order." })
  visits!: readonly TrajectoryVisitType[];
}

@ObjectType("Trajectory", { simpleResolvers: true, description: "Scores over the visits." })
export class TrajectoryType extends AnsweredFields implements Trajectory {
  @Field(() => TrajectoryUnit, { description: "What means and changes are given in." })
  unit!: Trajectory["unit"];

  @Field(() => [TrajectoryGroup], { description: "One line a group." })
  groups!: readonly TrajectoryGroup[];
}
