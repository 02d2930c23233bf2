// The funnel plot of clinics: one point a clinic, without its name.
import {
  funnelPlaces,
  type ClinicPoint,
  type Clinics,
  type Dispersion,
  type FunnelLimit,
} from "@afterglow/shared";
import type { FunnelPlace } from "@afterglow/shared";
import { Field, Float, Int, ObjectType } from "type-graphql";
import { ClinicEventEnum, enumOf, fromWords, VisitEnum } from "./enums";
import { CountType, EstimateType } from "./estimate";
import { AnsweredFields } from "./provenance";

const FunnelPlaceEnum = enumOf(
  "FunnelPlace",
  "Between which limits a clinic lies. Outside only where rounding cannot have put it there.",
  fromWords(funnelPlaces),
);

@ObjectType("FunnelLimit", {
  simpleResolvers: true,
  description: "Where shares of so many patients lie by chance alone around the overall share.",
})
export class FunnelLimitType implements FunnelLimit {
  @Field(() => Int, { description: "Number of patients." })
  patients!: number;

  @Field(() => Float, { description: "Lower limit of 95 of 100 clinics." })
  lower95!: number;

  @Field(() => Float, { description: "Upper limit of 95 of 100 clinics." })
  upper95!: number;

  @Field(() => Float, { description: "Lower limit of 998 of 1,000 clinics." })
  lower998!: number;

  @Field(() => Float, { description: "Upper limit of 998 of 1,000 clinics." })
  upper998!: number;
}

@ObjectType("ClinicPoint", { simpleResolvers: true, description: "One clinic, without its name." })
export class ClinicPointType implements ClinicPoint {
  @Field(() => CountType, { description: "Its patients: those the event could be counted in." })
  patients!: CountType;

  @Field(() => CountType, { description: "Those with the event." })
  events!: CountType;

  @Field(() => EstimateType, { description: "Their share." })
  share!: EstimateType;

  @Field(() => EstimateType, {
    description: "The share expected of patients like the clinic's, by all clinics together; no interval.",
  })
  expected!: EstimateType;

  @Field(() => EstimateType, {
    description: "Observed over expected, times the overall share, at most 1; no interval.",
  })
  adjusted!: EstimateType;

  @Field(() => FunnelLimitType, { description: "The limits at its number of patients." })
  limit!: FunnelLimitType;

  @Field(() => FunnelPlaceEnum, { description: "Where its share lies." })
  place!: FunnelPlace;

  @Field(() => FunnelPlaceEnum, {
    nullable: true,
    description: "Where its adjusted share lies; null where the case mix cannot be adjusted for.",
  })
  adjustedPlace!: FunnelPlace | null;

  @Field(() => Boolean, { description: "Whether it is the clinic of the person who asks: for them alone." })
  isOwn!: boolean;
}

@ObjectType("Dispersion", { simpleResolvers: true, description: "Do clinics differ by more than chance?" })
export class DispersionType implements Dispersion {
  @Field(() => EstimateType, {
    description: "Mean squared deviation in standard errors, the most extreme tenths drawn in: 1 by chance.",
  })
  phi!: EstimateType;

  @Field(() => [FunnelLimitType], {
    description: "The limits moved out by its root; empty where it is not over 1.",
  })
  widened!: readonly FunnelLimitType[];
}

@ObjectType("Clinics", {
  simpleResolvers: true,
  description:
    "A funnel plot of clinics, as they are and adjusted for case mix. No clinic is named, none is ranked.",
})
export class ClinicsType extends AnsweredFields implements Clinics {
  @Field(() => ClinicEventEnum, { description: "What is counted." })
  of!: string;

  @Field(() => VisitEnum, { description: "The visit at which a response is counted." })
  visit!: string;

  @Field(() => [String], {
    description: "The dimensions that the expected share follows from, as in addresses.",
  })
  caseMix!: readonly string[];

  @Field(() => Int, { description: "Clinics of the release that the cohort allows, shown or not." })
  clinics!: number;

  @Field(() => CountType, { description: "Patients of all clinics together." })
  patients!: CountType;

  @Field(() => CountType, { description: "Those with the event." })
  events!: CountType;

  @Field(() => EstimateType, { description: "Their share." })
  overall!: EstimateType;

  @Field(() => [ClinicPointType], {
    description: "The clinics that may be shown, by their number of patients.",
  })
  points!: readonly ClinicPointType[];

  @Field(() => [FunnelLimitType], { description: "The limits along the axis." })
  limits!: readonly FunnelLimitType[];

  @Field(() => DispersionType, { description: "Over-dispersion of the shares." })
  unadjusted!: DispersionType;

  @Field(() => DispersionType, { description: "Over-dispersion once the case mix is adjusted for." })
  adjusted!: DispersionType;
}
