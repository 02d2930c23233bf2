// One patient of the synthetic registry: who it is, the courses, and what was recorded of each.
import type { ModalityCode, PsychotherapyCode } from "@afterglow/shared";
import { contactOf, dueDays } from "./assessments";
import { groupShift, improvementAt, partOfBenefit } from "./benefit";
import { pickModality, settingOf } from "./clinics";
import { improvementOn, inducedImprovement } from "./latentCourse";
import { LAST_YEAR, makePerson, type Person } from "./people";
import { RandomStream } from "./random";
import type { CourseRow, ScoreRow, SessionRow, SideEffectRow } from "./rows";
import { keptDays, maintenanceDays, pickPlan, plannedDays, type Plan } from "./schedule";
import { instrumentsOf, lossOf, measure, readScores, type Measured } from "./scores";
import { dissociationScores, maniaScores } from "./sessionScales";
import { makeSideEffects } from "./sideEffects";
import { makeBody, makeSession, type Body } from "./vitals";

/** The rows of a course, and beside them what a clinic would not know: the plan and the latent truth. */
export interface GeneratedCourse {
  readonly course: CourseRow;
  readonly sessions: SessionRow[];
  readonly scores: ScoreRow[];
  readonly sideEffects: SideEffectRow[];
  readonly plan: Plan;
  readonly planned: number;
  readonly induction: readonly number[];
  readonly measured: readonly Measured[];
}

/** Patient `index` of the registry with this seed: the same in a registry of any size. */
export function generatePatient(seed: number, index: number): GeneratedCourse[] {
  const random = new RandomStream(seed, index);
  const person = makePerson(random, seed, index);
  const body = makeBody(random, person);
  const courses: GeneratedCourse[] = [];
  let startsOn = 0;
  for (let number = 1; number <= 4; number++) {
    const generated = generateCourse(random, person, body, number, startsOn);
    courses.push(generated);
    const { end_day: endDay, end_reason: reason } = generated.course;
    // Some come back months later for another course, if there is time left.
    startsOn += endDay + random.whole(45, 240);
    if (reason === "ONGOING" || startsOn >= person.daysToCut || !random.chance(0.24)) break;
  }
  return courses;
}

function generateCourse(
  random: RandomStream,
  person: Person,
  body: Body,
  number: number,
  startsOn: number,
): GeneratedCourse {
  const { clinic, condition } = person;
  const modality = pickModality(random, clinic, condition.code);
  const psychotherapy = modality === "ECT" ? "NONE" : random.pick(clinic.psychotherapy);
  const plan = pickPlan(random, modality);
  const inTime: Person = { ...person, daysToCut: person.daysToCut - startsOn };
  const due = plannedDays(random, plan, modality).filter((day) => day <= inTime.daysToCut);
  const planned = plan === "SINGLE" ? 1 : Math.max(due.length, plan === "INTENSIVE" ? 4 : 6);
  // How much each session leaves undone: the quick are near the full benefit after three of six.
  const pace = random.between(0.4, 0.82);
  const shift = condition.benefit + groupShift(modality, psychotherapy);
  const benefitAfter = (sessions: number) =>
    improvementAt(plan, person.leaning + shift) * partOfBenefit(plan, planned, sessions, pace);
  const induction = keptDays(random, plan, due, benefitAfter);
  const last = induction.at(-1) ?? 0;
  const leftEarly = plan !== "SINGLE" && induction.length < due.length - 1;

  const shape = { plan, planned, induction, maintenance: [], pace };
  const loss = lossOf(random, person, shape);
  const codes = instrumentsOf(person, random);
  const unmaintained = codes.map((code) => measure(random, person, code, shape, shift, loss));
  const main = unmaintained[0] as Measured;
  const contact = contactOf(random, inTime, last, leftEarly, (day) =>
    improvementOn(main.course, day, main.response),
  );
  const maintenance = leftEarly
    ? []
    : maintenanceDays(random, modality, last, contact.endDay, inducedImprovement(main.course));
  const measured = unmaintained.map((each) => ({ ...each, course: { ...each.course, maintenance } }));

  const assessed = dueDays(random, inTime, induction, maintenance, plan === "SINGLE", contact.endDay);
  const setting = settingOf(modality, random);
  const sessions = [...induction, ...maintenance].map((day, i) =>
    makeSession(random, person, body, number, modality, {
      number: i + 1,
      day,
      phase: i < induction.length ? "INDUCTION" : "MAINTENANCE",
      atHome: setting === "HOME",
      assisted: psychotherapy === "ASSISTED",
    }),
  );
  const sideEffects = makeSideEffects(random, person, modality, sessions);
  if (contact.reason === "SIDE_EFFECT") stopCourse(sideEffects);
  const scores = [
    ...measured.flatMap((each) => readScores(random, person, number, each, assessed)),
    ...maniaScores(random, person, sessions, sideEffects, assessed),
    ...dissociationScores(random, person, modality, sessions),
  ];
  const course = courseRow(random, person, number, startsOn, modality, psychotherapy);
  return {
    course: { ...course, setting, end_day: contact.endDay, end_reason: contact.reason },
    sessions,
    scores,
    sideEffects,
    plan,
    planned,
    induction,
    measured,
  };
}

/** The last side effect is what ended the course. */
function stopCourse(sideEffects: SideEffectRow[]): void {
  const last = sideEffects.at(-1);
  if (last !== undefined) last.action_taken = "COURSE_STOPPED";
}

function courseRow(
  random: RandomStream,
  person: Person,
  number: number,
  startsOn: number,
  modality: ModalityCode,
  psychotherapy: PsychotherapyCode,
): Omit<CourseRow, "setting" | "end_day" | "end_reason"> {
  // The first course began so many days before the cut: the years of later ones follow from it.
  const startYear = LAST_YEAR - Math.floor((person.daysToCut - startsOn) / 365);
  return {
    patient: person.id,
    course: number,
    clinic: person.clinic.name,
    condition: person.condition.code,
    comorbid_conditions: person.comorbid,
    modality,
    psychotherapy: random.chance(0.02) ? null : psychotherapy,
    age_years: person.age === null ? null : Math.min(90, person.age + startYear - person.startYear),
    sex: person.sex,
    prior_trials: person.priorTrials,
    prior_ect: person.priorEct,
    antidepressant: person.antidepressant,
    benzodiazepine: person.benzodiazepine,
    mood_stabiliser: person.moodStabiliser,
    start_year: startYear,
  };
}
