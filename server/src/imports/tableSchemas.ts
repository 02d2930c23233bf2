// The four tables of a data package: their columns, limits and vocabulary. The one home of the import format;
// samples/template/datapackage.json is written from it. Meanings are the column comments of the entities.
import {
  ascertainments,
  conditions,
  endReasons,
  instruments,
  modalities,
  phases,
  psychotherapies,
  settings,
  sexes,
  sideEffectActions,
  sideEffects,
  sideEffectSeverities,
  type Entry,
} from "@afterglow/shared";
import { getMetadataArgsStorage } from "typeorm";
import { Course } from "../database/entities/course";
import { Score } from "../database/entities/score";
import { Session } from "../database/entities/session";
import { SideEffect } from "../database/entities/sideEffect";
import type { Field, FieldKind, TableSchema } from "./field";

type More = Omit<Partial<Field>, "name" | "meaning" | "kind">;
type Column = readonly [name: string, kind: FieldKind, more?: More];

function fieldsOf(entity: NewableFunction, columns: readonly Column[]): Field[] {
  const meanings = new Map(
    getMetadataArgsStorage()
      .filterColumns(entity)
      .map(({ options, propertyName }) => [options.name ?? propertyName, options.comment ?? ""]),
  );
  return columns.map(([name, kind, more]) => {
    const meaning = meanings.get(name);
    if (meaning === undefined) throw new Error(`The source table has no column ${name}.`);
    return { required: false, ...more, ...kind, name, meaning };
  });
}

const required = { required: true };
const whole = (min: number, max: number): FieldKind => ({ kind: "whole", min, max });
const yesNo: FieldKind = { kind: "yesNo" };
const code = (entries: readonly Entry[], what: string): FieldKind => ({ kind: "code", entries, what });

// Days: a course may be followed for ten years, and scored from a year before it.
const DAY_MAX = 3650;
const DAY_MIN = -365;
const MINUTES_A_DAY = 1440;
const systolic = whole(50, 300);
const diastolic = whole(20, 200);
const heartRate = whole(20, 300);
const ofCourse: readonly Column[] = [
  ["patient", { kind: "patient" }, required],
  ["course", whole(1, 99), required],
];

export const courses: TableSchema = {
  table: "course",
  file: "courses.csv",
  rowIs: "treatment course",
  key: ["patient", "course"],
  fields: fieldsOf(Course, [
    ...ofCourse,
    ["clinic", { kind: "text" }],
    ["condition", code(conditions, "condition"), required],
    ["comorbid_conditions", { kind: "codes", entries: conditions, what: "condition" }, { whenMissing: "{}" }],
    ["modality", code(modalities, "modality"), required],
    ["psychotherapy", code(psychotherapies, "psychotherapy")],
    [
      "age_years",
      whole(18, 90),
      {
        aboveRule: "Over 89: send 90, which stands for 90 and over.",
        belowRule: "Under 18: this format is for adults.",
        dateRule: "Looks like a calendar date. Send the age in whole years.",
      },
    ],
    ["sex", code(sexes, "sex")],
    ["prior_trials", whole(0, 50)],
    ["prior_ect", yesNo],
    ["antidepressant", yesNo],
    ["benzodiazepine", yesNo],
    ["mood_stabiliser", yesNo],
    ["start_year", whole(1970, 2100), { dateRule: "Looks like a calendar date. Send the year alone." }],
    ["setting", code(settings, "setting")],
    ["end_day", whole(0, DAY_MAX)],
    ["end_reason", code(endReasons, "end reason")],
  ]),
};

export const sessions: TableSchema = {
  table: "session",
  file: "sessions.csv",
  rowIs: "treatment session",
  key: ["patient", "course", "number"],
  fields: fieldsOf(Session, [
    ...ofCourse,
    ["number", whole(1, 999), required],
    [
      "day",
      whole(0, DAY_MAX),
      { ...required, belowRule: "Before day 0. Day 0 is the course's first session." },
    ],
    ["phase", code(phases, "phase")],
    [
      "dose_mg_per_kg",
      // Beyond these limits lie sub-anaesthetic doses of no route; a dose in mg is nearly always above them.
      { kind: "decimal", min: 0.05, max: 3, decimals: 3 },
      { aboveRule: "Outside 0.05 to 3. Is it in mg?", belowRule: "Outside 0.05 to 3. Is it in mg?" },
    ],
    ["duration_min", whole(0, MINUTES_A_DAY)],
    ["psychotherapy_min", whole(0, MINUTES_A_DAY)],
    ["recovery_min", whole(0, MINUTES_A_DAY)],
    ["systolic_before", systolic],
    ["systolic_peak", systolic],
    ["diastolic_before", diastolic],
    ["diastolic_peak", diastolic],
    ["heart_rate_before", heartRate],
    ["heart_rate_peak", heartRate],
    ["cost_usd", { kind: "decimal", min: 0, max: 100_000, decimals: 2 }],
    ["ecg_done", yesNo],
    ["vitals_monitored", yesNo],
  ]),
};

const highestTotal = Math.max(...instruments.map(({ max }) => max));
const highestItem = Math.max(...instruments.map(({ suicidalityItem }) => suicidalityItem?.max ?? 0));

export const scores: TableSchema = {
  table: "score",
  file: "scores.csv",
  rowIs: "assessment",
  key: ["patient", "course", "instrument", "day", "hour"],
  fields: fieldsOf(Score, [
    ...ofCourse,
    ["instrument", code(instruments, "instrument"), required],
    ["day", whole(DAY_MIN, DAY_MAX), required],
    ["hour", whole(0, 72), { whenMissing: "0" }],
    // Each instrument's own limits are narrower: see checkAcross.ts.
    ["total", whole(0, highestTotal), required],
    ["suicidality", whole(0, highestItem)],
  ]),
};

export const sideEffectEvents: TableSchema = {
  table: "side_effect",
  file: "side_effects.csv",
  rowIs: "side effect in a session",
  key: ["patient", "course", "session", "term"],
  fields: fieldsOf(SideEffect, [
    ...ofCourse,
    ["session", whole(1, 999), required],
    ["term", code(sideEffects, "side effect"), required],
    ["severity", code(sideEffectSeverities, "severity")],
    ["serious", yesNo],
    ["onset_min", whole(0, 10 * MINUTES_A_DAY)],
    ["duration_min", whole(0, 365 * MINUTES_A_DAY)],
    ["action_taken", code(sideEffectActions, "action")],
    ["ascertained_by", code(ascertainments, "way of finding it")],
  ]),
};

/** In the order in which they are read: what others refer to comes first. */
export const tableSchemas = [courses, sessions, scores, sideEffectEvents] as const;
export type TableName = TableSchema["table"];
