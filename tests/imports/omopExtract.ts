// A small, valid extract of the OMOP CDM as tables of cells, for tests to change. Ids of concepts are made up.
export type Table = readonly (readonly (string | number)[])[];
export type Extract = Readonly<Record<string, Table>>;

const vocabulary = ["concept_id", "vocabulary_id", "concept_code"];
export const concepts = {
  ...{ ketamine: 901, intravenous: 902, phq9: 903, gad7: 904, item9: 905 },
  ...{ depression: 906, female: 907, ect: 908, nausea: 909 },
} as const;

export const conceptTable: Table = [
  vocabulary,
  [0, "None", "No matching concept"],
  [concepts.ketamine, "RxNorm", "6130"],
  [concepts.intravenous, "SNOMED", "47625008"],
  [concepts.phq9, "LOINC", "44261-6"],
  [concepts.gad7, "LOINC", "70274-6"],
  [concepts.item9, "LOINC", "44260-8"],
  [concepts.depression, "ICD10CM", "F33.1"],
  [concepts.female, "Gender", "F"],
  [concepts.ect, "CPT4", "90870"],
  [concepts.nausea, "SNOMED", "422587007"],
];

export const headers = {
  person: ["person_id", "gender_concept_id", "year_of_birth", "month_of_birth", "care_site_id"],
  condition_occurrence: ["person_id", "condition_concept_id", "condition_start_date"],
  drug_exposure: [
    ...["person_id", "drug_concept_id", "drug_exposure_start_date", "drug_exposure_end_date"],
    ...["route_concept_id", "quantity", "dose_unit_source_value"],
  ],
  procedure_occurrence: ["person_id", "procedure_concept_id", "procedure_date"],
  measurement: ["person_id", "measurement_concept_id", "measurement_date", "value_as_number"],
} as const;

/** One person with one session of ECT. */
export const extract: Extract = {
  concept: conceptTable,
  person: [headers.person, [1, concepts.female, 1980, 5, 3]],
  condition_occurrence: [headers.condition_occurrence, [1, concepts.depression, "2023-01-01"]],
  procedure_occurrence: [headers.procedure_occurrence, [1, concepts.ect, "2024-02-01"]],
};

export interface Form {
  readonly delimiter: string;
  readonly end: string;
  readonly isQuoted: boolean;
}
export const PLAIN: Form = { delimiter: ",", end: "\n", isQuoted: false };

export const tableText = (table: Table, { delimiter, end, isQuoted }: Form = PLAIN): string =>
  table
    .map((row) => row.map((cell) => (isQuoted ? `"${cell}"` : String(cell))).join(delimiter) + end)
    .join("");
