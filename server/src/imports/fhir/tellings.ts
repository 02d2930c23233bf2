// What a FHIR resource says of a treatment or a side effect, before it is known whose and of which course it is.
import { ketamineRouteOf, sideEffectOf, treatmentOf, type Treatment } from "@afterglow/shared";
import {
  minutesBetween,
  modalityOf,
  NO_DAY,
  type Place,
  type ToldSession,
  type ToldSideEffect,
} from "../clinical/tellings";
import { conditionIn, meaningOf, ownCodes } from "./coded";
import { firstText, whenOf } from "./dates";
import { at, listAt, textAt, type Json } from "./json";
import { referenceAt, referencesAt } from "./references";

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
    modality: modalityOf(treatment, meaningOf(at(resource, "dosage", "route"), ketamineRouteOf)),
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
