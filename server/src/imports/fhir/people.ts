// The patients of an export with their courses: whose each treatment is, and what is told of whom. Rows are made of it in
// courseRows.ts and scoreRows.ts.
import type { ConditionCode } from "@afterglow/shared";
import { Refusal } from "../checkCell";
import {
  cutIntoCourses,
  firstOf,
  isSound,
  sessionsByDay,
  startOf,
  type CourseSession,
  type SoundSession,
} from "./courses";
import type { When } from "./dates";
import type { Survey, ToldPatient } from "./survey";
import type { ToldSession } from "./tellings";

export interface PersonCourse {
  readonly number: number;
  readonly start: When;
  readonly sessions: readonly CourseSession[];
  /** undefined: none of the vocabulary; such a course is left out. */
  readonly condition: ConditionCode | undefined;
  /** Several were possible, and no session gives its reason. */
  readonly isChosen: boolean;
  readonly others: readonly ConditionCode[];
}

export interface Person {
  /** What the import replaces by an id. */
  readonly key: string;
  readonly told: ToldPatient;
  readonly courses: readonly PersonCourse[];
  readonly anaesthetics: readonly SoundSession[];
}

/** Says what is wrong with a resource: it makes no row. */
export type Refuse = (table: "course" | "session", row: number, element: string, rule: string) => void;
export const NO_PATIENT = "Refers to no Patient of this export.";

export class People {
  readonly all: readonly Person[];
  private readonly byKey = new Map<string, Person>();

  constructor(
    private readonly survey: Survey,
    private readonly refuse: Refuse,
    /** The same patient stands there again. */
    private readonly again: (row: number) => void,
  ) {
    const patients = this.patientsByKey();
    const persons = new Map<ToldPatient, Person>();
    const keys = new Map<ToldPatient, string[]>();
    for (const [key, told] of patients) keys.set(told, [...(keys.get(told) ?? []), key]);
    for (const [told, given] of this.sessionsBySubject(patients))
      persons.set(told, this.person(told, given, keys.get(told) ?? []));
    this.all = [...persons.values()];
    for (const [key, told] of patients) {
      const person = persons.get(told);
      if (person) this.byKey.set(key, person);
    }
  }

  of(subject: string): Person | undefined {
    return this.byKey.get(subject);
  }

  private patientsByKey(): Map<string, ToldPatient> {
    const found = new Map<string, ToldPatient>();
    for (const told of this.survey.patients) {
      const before = told.keys.map((key) => found.get(key)).find((one) => one !== undefined);
      if (told.keys.length === 0) this.refuse("course", told.row, "Patient.id", "Has no id, and no fullUrl.");
      else if (before === undefined) for (const key of told.keys) found.set(key, told);
      else if (isSame(before, told)) {
        for (const key of told.keys) found.set(key, before);
        this.again(told.row);
      } else this.refuse("course", told.row, "Patient.id", "Another Patient with this id stands earlier.");
    }
    return found;
  }

  private sessionsBySubject(patients: ReadonlyMap<string, ToldPatient>): Map<ToldPatient, SoundSession[]> {
    const found = new Map<ToldPatient, SoundSession[]>([...patients.values()].map((told) => [told, []]));
    for (const told of this.survey.sessions) {
      const patient = patients.get(told.subject);
      const wrong = patient === undefined ? ["subject.reference", NO_PATIENT] : faultOf(told);
      if (wrong) this.refuse("session", told.row, `${told.type}.${wrong[0] ?? ""}`, wrong[1] ?? "");
      else if (patient && isSound(told)) found.get(patient)?.push(told);
    }
    return found;
  }

  private person(told: ToldPatient, given: readonly SoundSession[], keys: readonly string[]): Person {
    const { sessions, anaesthetics } = sessionsByDay(given);
    const known = new Set(keys.flatMap((key) => [...(this.survey.conditions.get(key) ?? [])]));
    const courses = cutIntoCourses(sessions).map((course, at): PersonCourse => {
      const reason = this.reasonOf(course);
      const condition = reason ?? firstOf(known);
      return {
        number: at + 1,
        start: startOf(course),
        sessions: course,
        condition,
        isChosen: reason === undefined && known.size > 1,
        others: [...known].filter((code) => code !== condition),
      };
    });
    return { key: (told.keys[0] ?? "").replace(/^Patient\//, ""), told, courses, anaesthetics };
  }

  /** The first reason that a session gives. */
  private reasonOf(course: readonly CourseSession[]): ConditionCode | undefined {
    return course
      .flatMap(({ told }) => told.flatMap(({ reasons }) => reasons))
      .map((reason) => (typeof reason === "string" ? reason : this.survey.conditionOf.get(reason.of)))
      .find((code) => code !== undefined);
  }
}

/** The same id, or the same fullUrl where there is none, and the same facts. */
const isSame = (a: ToldPatient, b: ToldPatient): boolean =>
  a.keys[0] === b.keys[0] && a.gender === b.gender && a.birthDate === b.birthDate;

function faultOf({ type, modality, when }: ToldSession): [element: string, rule: string] | null {
  if (modality instanceof Refusal) return ["dosage.route", modality.rule];
  if (when instanceof Refusal) return [type === "Procedure" ? "performed" : "effective", when.rule];
  return null;
}
