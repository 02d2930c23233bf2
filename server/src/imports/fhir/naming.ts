// How FHIR calls what rows are made of.
import type { Naming, Part } from "../clinical/naming";

const DATES: Readonly<Record<string, string>> = { Procedure: "performed", QuestionnaireResponse: "authored" };
const parts: Readonly<Record<Exclude<Part, "date">, string>> = {
  ...{ subject: "subject.reference", route: "dosage.route", dose: "dosage.dose" },
  ...{ value: "value", items: "item" },
  code: "code",
};

export const fhirNaming: Naming = {
  fields: {
    course: {
      ...{ patient: "Patient.id", clinic: "Patient.managingOrganization", sex: "Patient.gender" },
      ...{ age_years: "Patient.birthDate", condition: "Condition.code" },
    },
    session: {
      ...{ patient: "subject.reference", day: "performed or effective", number: "performed or effective" },
      ...{ dose_mg_per_kg: "dosage.dose", duration_min: "effectivePeriod" },
    },
    score: {
      ...{ patient: "subject.reference", instrument: "code", day: "effective or authored" },
      ...{ hour: "effective or authored", total: "value of the total", suicidality: "value of the item" },
    },
    side_effect: {
      ...{ patient: "AdverseEvent.subject.reference", session: "AdverseEvent.date" },
      ...{ term: "AdverseEvent.event", severity: "AdverseEvent.severity" },
      serious: "AdverseEvent.seriousness",
    },
  },
  part: (type, part) => {
    if (type === "AdverseEvent" && part === "code") return "AdverseEvent.event";
    return `${type}.${part === "date" ? (DATES[type] ?? "effective") : parts[part]}`;
  },
  noPatient: "Refers to no Patient of this export.",
  noId: "Has no id, and no fullUrl.",
  anotherPatient: "Another Patient with this id stands earlier.",
  noTreatment: "Patient without a treatment that is read",
  toldTwice: "Tells of a session that another resource tells of",
};
