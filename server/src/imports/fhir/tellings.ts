// What one resource says of a treatment or a side effect, before it is known whose and of which course it is. A Refusal
// stands where an element is needed and does not hold; it becomes a problem of the row.
import {
  ketamineRouteOf,
  sideEffectOf,
  treatmentOf,
  type ConditionCode,
  type ModalityCode,
  type SideEffectCode,
  type Treatment,
} from "@afterglow/shared";
import { Refusal } from "../checkCell";
import { conditionIn, meaningOf, ownCodes } from "./coded";
import { firstText, whenOf, type When } from "./dates";
import { at, listAt, textAt, type Json } from "./json";
import { referenceAt, referencesAt } from "./references";

export interface Place {
  /** Of the whole export: fhirFiles.ts tells file and line. */
  readonly row: number;
  readonly type: string;
}

export interface ToldSession extends Place {
  readonly keys: readonly string[];
  readonly subject: string;
  readonly modality: ModalityCode | Refusal;
  readonly when: When | Refusal;
  readonly doseMgPerKg: number | null;
  readonly minutes: number | null;
  readonly reasons: readonly (ConditionCode | { readonly of: string })[];
  /** A dose in another unit than mg/kg. */
  readonly hasOtherDose: boolean;
}

export interface ToldSideEffect extends Place {
  readonly subject: string;
  readonly when: When | null;
  /** The treatment that is suspected. */
  readonly of: readonly string[];
  readonly term: SideEffectCode;
  readonly severity: string;
  readonly serious: boolean | null;
}

export const NO_DAY = new Refusal("Has no date that tells the day.");
const NO_ROUTE = new Refusal(
  "Ketamine is given IV, IM, SC, nasally or under the tongue; no such route is told.",
);

export const treatmentIn = (concept: unknown): Treatment | undefined => meaningOf(concept, treatmentOf);

/** null: another treatment, or one that was not given. */
export function toldSession(
  place: Place,
  resource: Json,
  keys: readonly string[],
  treatment: Treatment,
): ToldSession {
  const start = firstText(
    resource,
    ["performedDateTime"],
    ["performedPeriod", "start"],
    ["effectiveDateTime"],
    ["effectivePeriod", "start"],
  );
  const end = firstText(resource, ["performedPeriod", "end"], ["effectivePeriod", "end"]);
  const dose = at(resource, "dosage", "dose");
  const value = at(dose, "value");
  const unit = textAt(dose, "code") || textAt(dose, "unit");
  const isPerKg = typeof value === "number" && unit === "mg/kg";
  const when = whenOf(start) ?? NO_DAY;
  return {
    ...place,
    keys,
    subject: referenceAt(resource, "subject"),
    modality: modalityOf(treatment, at(resource, "dosage", "route")),
    when,
    doseMgPerKg: isPerKg ? value : null,
    hasOtherDose: value !== undefined && !isPerKg,
    minutes: minutesBetween(when, whenOf(end)),
    reasons: [
      ...listAt(resource, "reasonCode")
        .map(conditionIn)
        .filter((code) => code !== undefined),
      ...referencesAt(resource, "reasonReference").map((of) => ({ of })),
    ],
  };
}

function modalityOf(treatment: Treatment, route: unknown): ModalityCode | Refusal {
  if (treatment === "ECT") return "ECT";
  if (treatment === "ESKETAMINE") return "ESKETAMINE_INTRANASAL";
  return meaningOf(route, ketamineRouteOf) ?? NO_ROUTE;
}

function minutesBetween(start: When | Refusal, end: When | null): number | null {
  if (start instanceof Refusal || start.moment === null || end === null || end.moment === null) return null;
  const minutes = Math.round((end.moment - start.moment) / 60_000);
  return minutes > 0 ? minutes : null;
}

export function toldSideEffect(place: Place, resource: Json): ToldSideEffect {
  const severity = ownCodes(at(resource, "severity")).find((code) => /^(mild|moderate|severe)$/i.test(code));
  const seriousness = ownCodes(at(resource, "seriousness")).find((code) => /^(non-)?serious/i.test(code));
  return {
    ...place,
    subject: referenceAt(resource, "subject"),
    when: whenOf(firstText(resource, ["date"], ["detected"])),
    of: listAt(resource, "suspectEntity").map((one) => referenceAt(one, "instance")),
    term: meaningOf(at(resource, "event"), sideEffectOf) ?? "OTHER",
    severity: severity?.toUpperCase() ?? "",
    serious: seriousness === undefined ? null : !/^non/i.test(seriousness),
  };
}
