// The patients of an export with their courses: whose each treatment is, and what is told of whom. Rows are made of it in
// courseRows.ts and scoreRows.ts.
import type { ConditionCode } from "@afterglow/shared";
import { Refusal } from "../checkCell";
import type { ClinicalExport } from "./clinicalExport";
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
import type { Part } from "./naming";
import { NO_CONDITION, type ToldPatient, type ToldSession } from "./tellings";

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

export class People {
  readonly all: readonly Person[];
  private readonly byKey = new Map<string, Person>();

  constructor(private readonly whole: ClinicalExport) {
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
    const { naming, gathered } = this.whole;
    const refuse = (row: number, rule: string) =>
      this.whole.refuse("course", row, naming.fields.course["patient"] ?? "", rule);
    for (const told of gathered.patients) {
      const before = told.keys.map((key) => found.get(key)).find((one) => one !== undefined);
      if (told.keys.length === 0) refuse(told.row, naming.noId);
      else if (before === undefined) for (const key of told.keys) found.set(key, told);
      else if (isSame(before, told)) {
        for (const key of told.keys) found.set(key, before);
        this.whole.leaveOut("course", told.row, "The same patient again");
      } else refuse(told.row, naming.anotherPatient);
    }
    return found;
  }

  private sessionsBySubject(patients: ReadonlyMap<string, ToldPatient>): Map<ToldPatient, SoundSession[]> {
    const found = new Map<ToldPatient, SoundSession[]>([...patients.values()].map((told) => [told, []]));
    const { naming, gathered } = this.whole;
    const known = this.withCondition(patients);
    for (const told of gathered.sessions) {
      const patient = patients.get(told.subject);
      const wrong = patient === undefined ? noPatient(naming.noPatient) : faultOf(told);
      if (wrong && patient && !known.has(patient)) this.whole.leaveOut("session", told.row, NO_CONDITION);
      else if (wrong) this.whole.refuse("session", told.row, naming.part(told.type, wrong.part), wrong.rule);
      else if (patient && isSound(told)) found.get(patient)?.push(told);
    }
    return found;
  }

  /** Of whom a condition is told: of all others no session comes in, whatever is wrong with it. */
  private withCondition(patients: ReadonlyMap<string, ToldPatient>): ReadonlySet<ToldPatient | undefined> {
    const { conditions, sessions } = this.whole.gathered;
    const reasoned = sessions.filter(({ reasons }) => reasons.length > 0).map(({ subject }) => subject);
    return new Set([...conditions.keys(), ...reasoned].map((subject) => patients.get(subject)));
  }

  private person(told: ToldPatient, given: readonly SoundSession[], keys: readonly string[]): Person {
    const { sessions, anaesthetics } = sessionsByDay(given);
    const known = new Set(keys.flatMap((key) => [...(this.whole.gathered.conditions.get(key) ?? [])]));
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
      .map((reason) => (typeof reason === "string" ? reason : this.whole.gathered.conditionOf.get(reason.of)))
      .find((code) => code !== undefined);
  }
}

/** The same key, and the same facts. */
const isSame = (a: ToldPatient, b: ToldPatient): boolean =>
  a.keys[0] === b.keys[0] && a.sex === b.sex && a.birth === b.birth;

interface Fault {
  readonly part: Part;
  readonly rule: string;
}
const noPatient = (rule: string): Fault => ({ part: "subject", rule });

function faultOf({ modality, when }: ToldSession): Fault | null {
  if (modality instanceof Refusal) return { part: "route", rule: modality.rule };
  return when instanceof Refusal ? { part: "date", rule: when.rule } : null;
}
