// The first reading of a FHIR export: what each resource says, gathered by type. Medicines and administrations that wait
// for theirs are held here; the rest in clinical/gathered.ts.
import { instrumentByCode, type SexCode, type Treatment } from "@afterglow/shared";
import { Refusal } from "../checkCell";
import type { Gathered } from "../clinical/gathered";
import { OTHER_TREATMENT, type Place, type ToldPlace } from "../clinical/tellings";
import type { Problems } from "../problems";
import { UnreadableFile } from "../unreadableFile";
import { conditionIn, ownCodes } from "./coded";
import { firstText, whenOf } from "./dates";
import type { FhirFile, FhirFiles } from "./fhirFiles";
import { at, listAt, textAt, type Json } from "./json";
import { toldByObservation, toldByResponse } from "./questionnaires";
import { readResources, type FhirResource } from "./readResources";
import { referenceAt } from "./references";
import { toldSession, toldSideEffect, treatmentIn } from "./tellings";

export const NOT_DONE = "Status is not completed";
const SEXES = new Map<string, SexCode>([
  ["female", "FEMALE"],
  ["male", "MALE"],
  ["other", "OTHER"],
]);
const OBSERVED = ["effectiveDateTime", "effectiveInstant"].map((name) => [name]);

/** Whose and of when an Observation or a QuestionnaireResponse is. */
export function assessedAt(place: Place, resource: Json): ToldPlace {
  const date =
    place.type === "Observation"
      ? firstText(resource, ...OBSERVED, ["effectivePeriod", "start"])
      : textAt(resource, "authored");
  return { ...place, subject: referenceAt(resource, "subject"), when: whenOf(date) };
}

export class Survey {
  private readonly medicines = new Map<string, Treatment | null>();
  private readonly waiting: { place: Place; resource: Json; keys: readonly string[]; medicine: string }[] =
    [];

  constructor(
    private readonly gathered: Gathered,
    private readonly files: FhirFiles,
    private readonly problems: Problems,
  ) {}

  async read(): Promise<void> {
    for (const file of this.files.all) {
      this.files.begin(file);
      try {
        for await (const found of readResources(file.path)) {
          file.rows = Math.max(file.rows, found.row);
          if ("rule" in found) {
            this.gathered.restOf(file.name).refuse();
            this.problems.add(file.name, found.row, null, found.rule);
          } else this.take(file, found);
        }
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error;
        this.gathered.isBroken = true;
        this.problems.addUnreadable(file.name, error.line, null, error.rule);
      }
    }
    for (const { place, resource, keys, medicine } of this.waiting)
      this.administered(place, resource, keys, this.medicines.get(medicine) ?? null);
  }

  private take(file: FhirFile, { row, type, resource, keys }: FhirResource): void {
    if (type === null)
      return this.gathered.restOf(file.name).leaveOut(file.name, "A type of resource that is not read");
    file.types.add(type);
    const place = { row: row + file.offset, type };
    switch (type) {
      case "Patient":
        return this.patient(place.row, resource, keys);
      case "Condition":
        this.gathered.restOf(file.name).leaveOut(file.name, "Read for the courses: no row of its own");
        return this.condition(resource, keys);
      case "Medication":
        this.gathered.restOf(file.name).leaveOut(file.name, "Read for the sessions: no row of its own");
        for (const key of keys) this.medicines.set(key, treatmentIn(at(resource, "code")) ?? null);
        return;
      case "Procedure":
        return this.administered(place, resource, keys, treatmentIn(at(resource, "code")) ?? null);
      case "MedicationAdministration":
        return this.administration(place, resource, keys);
      case "AdverseEvent":
        return this.adverseEvent(file, place, resource);
      case "Observation":
        return this.observation(place, resource);
      case "QuestionnaireResponse":
        return this.response(place, resource);
    }
  }

  private patient(row: number, resource: Json, keys: readonly string[]): void {
    const clinic = /^Organization\/(.+)$/.exec(referenceAt(resource, "managingOrganization"))?.[1] ?? "";
    const sex = SEXES.get(textAt(resource, "gender")) ?? "";
    this.gathered.patients.push({ row, keys, sex, birth: textAt(resource, "birthDate"), clinic });
  }

  private condition(resource: Json, keys: readonly string[]): void {
    const code = conditionIn(at(resource, "code"));
    const isWithdrawn = ownCodes(at(resource, "verificationStatus")).some((status) =>
      ["entered-in-error", "refuted"].includes(status),
    );
    if (code === undefined || isWithdrawn) return;
    for (const key of keys) this.gathered.conditionOf.set(key, code);
    this.gathered.addCondition(referenceAt(resource, "subject"), code);
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
    if (treatment === null) return this.gathered.tallies.session.leaveOut(file, OTHER_TREATMENT);
    if (textAt(resource, "status") !== "completed")
      return this.gathered.tallies.session.leaveOut(file, NOT_DONE);
    this.gathered.sessions.push(toldSession(place, resource, keys, treatment));
  }

  private adverseEvent(file: FhirFile, place: Place, resource: Json): void {
    if (textAt(resource, "actuality") === "potential")
      return this.gathered.tallies.side_effect.leaveOut(file.name, "A side effect that might have been");
    this.gathered.sideEffects.push(toldSideEffect(place, resource));
  }

  /** Items alone; what is wrong with one is said when it is read again. */
  private observation(place: Place, resource: Json): void {
    const told = toldByObservation(resource);
    if ("item" in told) this.gathered.holdItem(assessedAt(place, resource), told.item);
  }

  private response(place: Place, resource: Json): void {
    const told = toldByResponse(resource);
    for (const { instrument, answers } of "assessments" in told ? told.assessments : []) {
      const isKept = instrumentByCode(instrument).suicidalityItem !== null;
      if (isKept && answers !== null && !(answers instanceof Refusal))
        this.gathered.holdForm(assessedAt(place, resource), instrument, answers);
    }
  }
}
