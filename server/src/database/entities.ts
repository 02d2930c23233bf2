// The list of all entities, by name: typeorm gets them from here alone. The analysis tables and those of
// identity have none: their rows are written and read by SQL alone.
import { Clinic } from "./entities/clinic";
import { Course } from "./entities/course";
import { Dataset } from "./entities/dataset";
import { ImportReceipt } from "./entities/importReceipt";
import { Score } from "./entities/score";
import { Session } from "./entities/session";
import { SideEffect } from "./entities/sideEffect";

export const entities = [Dataset, ImportReceipt, Clinic, Course, Session, Score, SideEffect] as const;
