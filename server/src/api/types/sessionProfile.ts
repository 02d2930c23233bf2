// What sessions were like: times, readings, monitoring, setting.
import type { SessionProfile, SessionProfileGroup, SessionTimeCode } from "@afterglow/shared";
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { CountType, EstimateType } from "./estimate";
import { GroupType } from "./group";
import { AnsweredFields } from "./provenance";
import { VitalSignEnum } from "./sideEffects";

const SessionTimeEnum = { SESSION: "SESSION", PSYCHOTHERAPY: "PSYCHOTHERAPY", RECOVERY: "RECOVERY" } as const;
registerEnumType(SessionTimeEnum, {
  name: "SessionTime",
  description: "A part of a session.",
  valuesConfig: {
    SESSION: { description: "The administration." },
    PSYCHOTHERAPY: { description: "Psychotherapy within the session; none counts as 0." },
    RECOVERY: { description: "From the end of administration to fit to leave." },
  },
});
const MonitoringEnum = { ECG: "ECG", VITALS: "VITALS" } as const;
registerEnumType(MonitoringEnum, {
  name: "Monitoring",
  description: "What is watched during a session.",
  valuesConfig: {
    ECG: { description: "An ECG was done." },
    VITALS: { description: "Vital signs were monitored." },
  },
});

@ObjectType({ simpleResolvers: true, description: "How long a part of the session took." })
export class SessionMinutes {
  @Field(() => SessionTimeEnum, { description: "Which part." })
  time!: SessionTimeCode;

  @Field(() => CountType, { description: "Patients of whom it is recorded in any session." })
  patients!: CountType;

  @Field(() => EstimateType, { description: "Mean over patients of the mean over their sessions, minutes." })
  minutes!: EstimateType;
}

@ObjectType({ simpleResolvers: true, description: "A vital sign before the session and at its peak." })
export class SessionVitals {
  @Field(() => VitalSignEnum, { description: "Which reading." })
  sign!: SessionProfileGroup["vitals"][number]["sign"];

  @Field(() => CountType, { description: "Patients with both readings in any session." })
  patients!: CountType;

  @Field(() => EstimateType, { description: "Mean over patients of the mean over their sessions, before." })
  before!: EstimateType;

  @Field(() => EstimateType, { description: "The same of the highest reading during the session." })
  peak!: EstimateType;
}

@ObjectType({ simpleResolvers: true, description: "Sessions that were watched in one way." })
export class SessionMonitoring {
  @Field(() => MonitoringEnum, { description: "Which way." })
  what!: SessionProfileGroup["monitoring"][number]["what"];

  @Field(() => CountType, {
    description: "Patients of whom it is recorded in any session whether it was done.",
  })
  patients!: CountType;

  @Field(() => EstimateType, { description: "Share of the sessions where it is recorded." })
  share!: EstimateType;
}

@ObjectType({ simpleResolvers: true, description: "Patients treated in one setting." })
export class SettingShare {
  @Field(() => String, { description: "CLINIC or HOME." })
  setting!: "CLINIC" | "HOME";

  @Field(() => CountType, { description: "Patients of whom the setting is recorded." })
  patients!: CountType;

  @Field(() => EstimateType, { description: "Share of them." })
  share!: EstimateType;
}

@ObjectType({ simpleResolvers: true, description: "How long one side effect lasted." })
export class EffectResolution {
  @Field(() => String, { description: "Code of the side effect." })
  term!: string;

  @Field(() => EstimateType, {
    description: "Median minutes until it had gone, quartiles as lower and upper.",
  })
  minutes!: EstimateType;
}

@ObjectType("SessionProfileGroup", { simpleResolvers: true, description: "The sessions of one group." })
export class SessionProfileGroupType implements SessionProfileGroup {
  @Field(() => GroupType, { description: "Which patients." })
  group!: GroupType;

  @Field(() => CountType, { description: "Patients with at least one session." })
  patients!: CountType;

  @Field(() => [SessionMinutes], { description: "How long the parts of a session took." })
  times!: readonly SessionMinutes[];

  @Field(() => [SessionVitals], { description: "Blood pressure and heart rate, before and at the peak." })
  vitals!: readonly SessionVitals[];

  @Field(() => [SessionMonitoring], { description: "Sessions with ECG and with vital signs monitored." })
  monitoring!: readonly SessionMonitoring[];

  @Field(() => [SettingShare], { description: "Where patients were treated." })
  settings!: readonly SettingShare[];

  @Field(() => [EffectResolution], { description: "How long side effects lasted." })
  resolution!: readonly EffectResolution[];
}

@ObjectType("SessionProfile", { simpleResolvers: true, description: "What sessions were like." })
export class SessionProfileType extends AnsweredFields implements SessionProfile {
  @Field(() => Boolean, {
    description: "False of a release that was published before releases described sessions.",
  })
  derived!: boolean;

  @Field(() => [SessionProfileGroupType], { description: "One a group." })
  groups!: readonly SessionProfileGroupType[];
}
