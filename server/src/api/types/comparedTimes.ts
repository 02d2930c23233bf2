// Times to an event of the compared cohorts: curves over each other, unadjusted and adjusted, and their contrasts.
import type { ComparedCurve, ComparedTimes, TimeContrast } from "@afterglow/shared";
import { Field, Float, Int, ObjectType } from "type-graphql";
import { ContrastType, PairBalanceType, PairFields, TestResultType } from "./contrast";
import { OnsetClockEnum } from "./enums";
import { EstimateType } from "./estimate";
import { TimeToEventGroupType } from "./timeToEvent";

@ObjectType("ComparedCurve", {
  simpleResolvers: true,
  description: "The curve of one cohort. Adjusted: every count is of effective patients.",
})
export class ComparedCurveType extends TimeToEventGroupType implements ComparedCurve {
  @Field(() => EstimateType, { description: "Restricted mean time up to tau, days." })
  restrictedMean!: EstimateType;
}

@ObjectType({ simpleResolvers: true, description: "The difference of two curves at one time." })
export class LandmarkContrast {
  @Field(() => Float, { description: "Days." })
  time!: number;

  @Field(() => ContrastType, { description: "Difference of the two shares." })
  difference!: ContrastType;
}

@ObjectType("TimeContrast", { simpleResolvers: true, description: "Two curves held against each other." })
export class TimeContrastType implements TimeContrast {
  @Field(() => TestResultType, { description: "Log-rank test." })
  logRank!: TestResultType;

  @Field(() => ContrastType, { description: "Hazard ratio of a proportional hazards model (Efron)." })
  hazardRatio!: ContrastType;

  @Field(() => ContrastType, { description: "Difference of restricted means up to tau, days." })
  restrictedMean!: ContrastType;

  @Field(() => [LandmarkContrast], { description: "Differences at fixed times." })
  landmarks!: readonly LandmarkContrast[];
}

@ObjectType({ simpleResolvers: true, description: "A cohort's curve against the reference's." })
export class PairTimes extends PairFields {
  @Field(() => TimeContrastType, { description: "As they are." })
  unadjusted!: TimeContrastType;

  @Field(() => TimeContrastType, { description: "Weighted." })
  adjusted!: TimeContrastType;
}

@ObjectType("ComparedTimes", {
  simpleResolvers: true,
  description: "Onset or durability of the compared cohorts.",
})
export class ComparedTimesType implements ComparedTimes {
  @Field(() => OnsetClockEnum, { description: "What times are counted in: days." })
  clock!: "DAY";

  @Field(() => Int, { description: "The last time that is asked about." })
  horizon!: number;

  @Field(() => Float, { nullable: true, description: "To where restricted means are taken, days." })
  tau!: number | null;

  @Field(() => [ComparedCurveType], { description: "One curve a cohort." })
  unadjusted!: readonly ComparedCurveType[];

  @Field(() => [ComparedCurveType], {
    description: "The same, weighted; empty where nothing is adjusted for.",
  })
  adjusted!: readonly ComparedCurveType[];

  @Field(() => [PairTimes], { description: "Each cohort against the reference." })
  contrasts!: readonly PairTimes[];

  @Field(() => [PairBalanceType], { description: "Whether each pair can be compared." })
  balance!: readonly PairBalanceType[];
}
