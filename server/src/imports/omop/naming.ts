// How OMOP calls what rows are made of.
import type { Naming, Part } from "../clinical/naming";
import { cdmTables, isCdmTable } from "./cdmTables";

const parts: Readonly<Record<Part, string>> = {
  ...{ subject: "person_id", date: "date", route: "route_concept_id", dose: "quantity" },
  ...{ value: "value_as_number", items: "value_as_number", code: "concept_id" },
};

export const omopNaming: Naming = {
  fields: {
    course: {
      ...{ patient: "person_id", clinic: "care_site_id", sex: "gender_concept_id" },
      ...{ age_years: "year_of_birth", condition: "condition_concept_id" },
    },
    session: {
      ...{ patient: "person_id", day: "start or procedure date", number: "start or procedure date" },
      ...{ dose_mg_per_kg: "quantity", duration_min: "end datetime" },
    },
    score: {
      ...{ patient: "person_id", instrument: "concept_id", day: "date", hour: "datetime" },
      ...{ total: "value_as_number", suicidality: "value of the item" },
    },
    side_effect: { patient: "person_id", session: "date", term: "concept_id" },
  },
  part: (type, part) => {
    const event = isCdmTable(type) && type !== "person" ? cdmTables[type].event : null;
    if (event !== null && part === "date") return event.date;
    return event !== null && part === "code" ? event.concept : parts[part];
  },
  noPatient: "Is no person of this extract.",
  noId: "Is empty, and every person needs it.",
  anotherPatient: "Another person with this id stands earlier.",
  noTreatment: "Person without a treatment that is read",
  toldTwice: "Tells of a session that another row tells of",
};
