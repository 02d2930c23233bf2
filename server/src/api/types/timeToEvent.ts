// Onset and durability: curves of time to an event, already merged by the gate.
import type {
  DropoutRule,
  MaintenanceFirst,
  TimeToEvent,
  TimeToEventGroup,
  TimeToEventMethod,
} from "@afterglow/shared";
import { Field, Float, Int, ObjectType } from "type-graphql";
import { DropoutRuleEnum, OnsetClockEnum, TimeToEventMethodEnum } from "./enums";
import { CountType, EstimateType } from "./estimate";
import { MeasuredGroupFields } from "./group";
import { AnsweredFields } from "./provenance";

@ObjectType({ simpleResolvers: true, description: "A step of a curve: from this time on, this share." })
export class CurveStep {
  @Field(() => Float, { description: "Days or sessions, as the clock says." })
  time!: number;

  @Field(() => Float, { description: "Share from 0 to 1." })
  share!: number;

  @Field(() => Float, { nullable: true, description: "Lower 95 % limit; null where none exists." })
  lower!: number | null;

  @Field(() => Float, { nullable: true, description: "Upper 95 % limit; null where none exists." })
  upper!: number | null;
}

@ObjectType({ simpleResolvers: true, description: "A row under the axis: numbers up to this time." })
export class RiskRow {
  @Field(() => Float, { description: "Days or sessions, as the clock says." })
  time!: number;

  @Field(() => CountType, { description: "Patients still at risk." })
  atRisk!: CountType;

  @Field(() => CountType, { description: "Patients censored so far." })
  censored!: CountType;

  @Field(() => CountType, { description: "Patients with the event so far." })
  events!: CountType;
}

@ObjectType({ simpleResolvers: true, description: "The share at one time." })
export class Landmark {
  @Field(() => Float, { description: "Days or sessions, as the clock says." })
  time!: number;

  @Field(() => EstimateType, { description: "The share at that time." })
  share!: EstimateType;
}

@ObjectType({ simpleResolvers: true, description: "Patients whose maintenance came first, up to a time." })
export class MaintenanceRow {
  @Field(() => Float, { description: "Days, as the rows under the axis." })
  time!: number;

  @Field(() => CountType, { description: "Patients whose maintenance came first so far." })
  events!: CountType;
}

@ObjectType("MaintenanceFirst", {
  simpleResolvers: true,
  description: "Maintenance before the event, as a competing event: its cumulative incidence.",
})
export class MaintenanceFirstType implements MaintenanceFirst {
  @Field(() => CountType, {
    description: "Patients whose maintenance came first, up to the end of the curve.",
  })
  events!: CountType;

  @Field(() => [CurveStep], { description: "Steps of its cumulative incidence, the first at time 0." })
  curve!: readonly CurveStep[];

  @Field(() => [MaintenanceRow], { description: "Its row under the axis." })
  rows!: readonly MaintenanceRow[];

  @Field(() => [Landmark], { description: "Its share at fixed times." })
  landmarks!: readonly Landmark[];
}

@ObjectType("TimeToEventGroup", { simpleResolvers: true, description: "One curve." })
export class TimeToEventGroupType extends MeasuredGroupFields implements TimeToEventGroup {
  @Field(() => CountType, { description: "Patients followed from time 0." })
  patients!: CountType;

  @Field(() => CountType, { description: "Patients with the event up to the end of the curve." })
  events!: CountType;

  @Field(() => [CurveStep], {
    description: "Steps of the curve, the first at time 0; empty where the whole group is hidden.",
  })
  curve!: readonly CurveStep[];

  @Field(() => Float, {
    nullable: true,
    description: "Where the curve stops, since too few are at risk after it; null where the group is hidden.",
  })
  endTime!: number | null;

  @Field(() => [RiskRow], { description: "The rows under the axis." })
  rows!: readonly RiskRow[];

  @Field(() => EstimateType, { description: "Median time to the event." })
  median!: EstimateType;

  @Field(() => [Landmark], { description: "The share at fixed times." })
  landmarks!: readonly Landmark[];

  @Field(() => EstimateType, {
    description:
      "Median over patients of the median gap between assessments, days: how finely events are seen.",
  })
  medianGapDays!: EstimateType;

  @Field(() => MaintenanceFirstType, {
    nullable: true,
    description: "With Aalen-Johansen: those whose maintenance came before the event.",
  })
  maintenanceFirst!: MaintenanceFirstType | null;

  @Field(() => [Landmark], {
    nullable: true,
    description: "Where drop-outs count as having the event: the landmarks with them censored.",
  })
  landmarksCensored!: readonly Landmark[] | null;
}

@ObjectType("TimeToEvent", {
  simpleResolvers: true,
  description:
    "Time to an event. Onset: the share with the event. Durability: the share without; by Aalen-Johansen, with.",
})
export class TimeToEventType extends AnsweredFields implements TimeToEvent {
  @Field(() => OnsetClockEnum, { description: "What all times in the answer are counted in." })
  clock!: "DAY" | "SESSION";

  @Field(() => Int, { description: "The last time that is asked about." })
  horizon!: number;

  @Field(() => TimeToEventMethodEnum, { description: "How the curves were estimated." })
  method!: TimeToEventMethod;

  @Field(() => Int, { description: "Days after time zero at which the clock starts." })
  fromDay!: number;

  @Field(() => DropoutRuleEnum, { description: "What became of drop-outs." })
  dropouts!: DropoutRule;

  @Field(() => [TimeToEventGroupType], { description: "One curve a group." })
  groups!: readonly TimeToEventGroupType[];
}
