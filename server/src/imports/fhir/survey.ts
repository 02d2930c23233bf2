// The first reading of an export: everything that has to be known before a row can be made, whatever order the resources
// stand in. Held in memory: each patient, condition, medicine, treatment and side effect, and the items of forms
// that are told apart from their total. Totals are not held: scoreRows.ts reads them a second time.
import {
  instrumentByCode,
  itemScorings,
  type ConditionCode,
  type InstrumentCode,
  type Treatment,
} from "@afterglow/shared";
import { Refusal } from "../checkCell";
import type { Problems } from "../problems";
import type { FileReceipt } from "../receipt";
import { UnreadableFile } from "../unreadableFile";
import { conditionIn, ownCodes } from "./coded";
import { firstText, whenOf } from "./dates";
import type { FhirFile, FhirFiles } from "./fhirFiles";
import { at, listAt, textAt, type Json } from "./json";
import { toldByObservation, toldByResponse } from "./questionnaires";
import { readResources, type FhirResource } from "./readResources";
import { referenceAt } from "./references";
import { Tally } from "./tally";
import {
  toldSession,
  toldSideEffect,
  treatmentIn,
  type Place,
  type ToldSession,
  type ToldSideEffect,
} from "./tellings";

export interface ToldPatient {
  readonly row: number;
  readonly keys: readonly string[];
  readonly gender: string;
  readonly birthDate: string;
  readonly clinic: string;
}

/** The items of one form, observed one by one. */
export interface ItemForm {
  readonly row: number;
  readonly subject: string;
  readonly instrument: InstrumentCode;
  readonly date: string;
  readonly answers: readonly (number | null)[];
  /** Of a QuestionnaireResponse, which makes its own row: held for the total that is often observed beside it. */
  readonly isWhole: boolean;
}

const OTHER_TREATMENT = "Another treatment, or none that the export holds";
export const NOT_DONE = "Status is not completed";
const OBSERVED = ["effectiveDateTime", "effectiveInstant"].map((name) => [name]);
export const observedAt = (resource: Json): string =>
  firstText(resource, ...OBSERVED, ["effectivePeriod", "start"]);

export class Survey {
  readonly patients: ToldPatient[] = [];
  readonly sessions: ToldSession[] = [];
  readonly sideEffects: ToldSideEffect[] = [];
  readonly forms = new Map<string, ItemForm>();
  /** By the patient's key. */
  readonly conditions = new Map<string, Set<ConditionCode>>();
  readonly conditionOf = new Map<string, ConditionCode>();
  readonly tallies = {
    ...{ course: new Tally("course"), session: new Tally("session") },
    ...{ score: new Tally("score"), side_effect: new Tally("side_effect") },
  };
  /** A file could not be read to its end: nothing that refers to it can be judged. */
  isBroken = false;
  private readonly medicines = new Map<string, Treatment | null>();
  private readonly waiting: { place: Place; resource: Json; keys: readonly string[]; medicine: string }[] =
    [];
  private readonly rest = new Map<string, Tally>();

  constructor(
    private readonly files: FhirFiles,
    private readonly problems: Problems,
  ) {}

  async read(): Promise<this> {
    for (const file of this.files.all) {
      this.files.begin(file);
      try {
        for await (const found of readResources(file.path)) {
          file.rows = Math.max(file.rows, found.row);
          if ("rule" in found) {
            this.restOf(file).refuse();
            this.problems.add(file.name, found.row, null, found.rule);
          } else this.take(file, found);
        }
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error;
        this.isBroken = true;
        this.problems.addUnreadable(file.name, error.line, null, error.rule);
      }
    }
    for (const { place, resource, keys, medicine } of this.waiting)
      this.administered(place, resource, keys, this.medicines.get(medicine) ?? null);
    return this;
  }

  /** What made no row of any table; all of it where the export is broken. */
  receipts(): FileReceipt[] {
    return [...this.rest].map(([file, { leftOut, refused }]) => {
      const counts = { inserted: 0, unchanged: 0, rejected: refused, leftOut };
      return { file, table: "none", rows: leftOut + refused, ...counts };
    });
  }

  leftOut() {
    return [...Object.values(this.tallies), ...this.rest.values()].flatMap((tally) => tally.list());
  }

  private restOf(file: FhirFile): Tally {
    const tally = this.rest.get(file.name) ?? new Tally("none");
    this.rest.set(file.name, tally);
    return tally;
  }

  private take(file: FhirFile, { row, type, resource, keys }: FhirResource): void {
    if (type === null) return this.restOf(file).leaveOut(file.name, "A type of resource that is not read");
    file.types.add(type);
    const place = { row: row + file.offset, type };
    switch (type) {
      case "Patient":
        return this.patient(place.row, resource, keys);
      case "Condition":
        this.restOf(file).leaveOut(file.name, "Read for the courses: no row of its own");
        return this.condition(resource, keys);
      case "Medication":
        this.restOf(file).leaveOut(file.name, "Read for the sessions: no row of its own");
        for (const key of keys) this.medicines.set(key, treatmentIn(at(resource, "code")) ?? null);
        return;
      case "Procedure":
        return this.administered(place, resource, keys, treatmentIn(at(resource, "code")) ?? null);
      case "MedicationAdministration":
        return this.administration(place, resource, keys);
      case "AdverseEvent":
        return this.adverseEvent(file, place, resource);
      case "Observation":
        return this.observation(place.row, resource);
      case "QuestionnaireResponse":
        return this.response(place.row, resource);
    }
  }

  private patient(row: number, resource: Json, keys: readonly string[]): void {
    const [gender, birthDate] = [textAt(resource, "gender"), textAt(resource, "birthDate")];
    const clinic = /^Organization\/(.+)$/.exec(referenceAt(resource, "managingOrganization"))?.[1] ?? "";
    this.patients.push({ row, keys, gender, birthDate, clinic });
  }

  private condition(resource: Json, keys: readonly string[]): void {
    const code = conditionIn(at(resource, "code"));
    const isWithdrawn = ownCodes(at(resource, "verificationStatus")).some((status) =>
      ["entered-in-error", "refuted"].includes(status),
    );
    if (code === undefined || isWithdrawn) return;
    for (const key of keys) this.conditionOf.set(key, code);
    const subject = referenceAt(resource, "subject");
    this.conditions.set(subject, (this.conditions.get(subject) ?? new Set()).add(code));
  }

  private administration(place: Place, resource: Json, keys: readonly string[]): void {
    const treatment = treatmentIn(at(resource, "medicationCodeableConcept"));
    const medicine = referenceAt(resource, "medicationReference");
    if (treatment !== undefined || medicine === "")
      return this.administered(place, resource, keys, treatment ?? null);
    if (medicine.startsWith("#")) {
      const inside = listAt(resource, "contained").find((one) => `#${textAt(one, "id")}` === medicine);
      return this.administered(place, resource, keys, treatmentIn(at(inside, "code")) ?? null);
    }
    const known = this.medicines.get(medicine);
    if (known === undefined) this.waiting.push({ place, resource, keys, medicine });
    else this.administered(place, resource, keys, known);
  }

  private administered(
    place: Place,
    resource: Json,
    keys: readonly string[],
    treatment: Treatment | null,
  ): void {
    const { file } = this.files.placeOf(place.row);
    if (treatment === null) return this.tallies.session.leaveOut(file, OTHER_TREATMENT);
    if (textAt(resource, "status") !== "completed") return this.tallies.session.leaveOut(file, NOT_DONE);
    this.sessions.push(toldSession(place, resource, keys, treatment));
  }

  private adverseEvent(file: FhirFile, place: Place, resource: Json): void {
    if (textAt(resource, "actuality") === "potential")
      return this.tallies.side_effect.leaveOut(file.name, "A side effect that might have been");
    this.sideEffects.push(toldSideEffect(place, resource));
  }

  /** Items alone; what is wrong with one is said when it is read again. */
  private observation(row: number, resource: Json): void {
    const told = toldByObservation(resource);
    if (!("item" in told) || typeof told.item.answer !== "number") return;
    const { instrument, item, answer } = told.item;
    const none = itemScorings[instrument].answers.map(() => null);
    this.hold(row, resource, observedAt(resource), instrument, (before) => ({
      answers: (before?.answers ?? none).with(item - 1, answer),
      isWhole: before?.isWhole === true,
    }));
  }

  private response(row: number, resource: Json): void {
    const told = toldByResponse(resource);
    for (const { instrument, answers } of "assessments" in told ? told.assessments : []) {
      const isKept = instrumentByCode(instrument).suicidalityItem !== null;
      if (!isKept || answers === null || answers instanceof Refusal) continue;
      this.hold(row, resource, textAt(resource, "authored"), instrument, () => ({ answers, isWhole: true }));
    }
  }

  private hold(
    row: number,
    resource: Json,
    date: string,
    instrument: InstrumentCode,
    form: (before: ItemForm | undefined) => Pick<ItemForm, "answers" | "isWhole">,
  ): void {
    const day = whenOf(date)?.day;
    const subject = referenceAt(resource, "subject");
    if (day === undefined) return;
    const key = formKey(subject, instrument, day);
    const before = this.forms.get(key);
    this.forms.set(key, { row: before?.row ?? row, subject, instrument, date, ...form(before) });
  }
}

export const formKey = (subject: string, instrument: InstrumentCode, day: number): string =>
  `${subject}\n${instrument}\n${day}`;
