// The allow-list: the tables of OMOP CDM 5.4 that are read, and of each the columns. No other column is looked at: names,
// source values, notes, providers, race, ethnicity, locations. Dates are used up in memory; ids of concepts too.

export interface CdmTable {
  readonly columns: readonly string[];
  /** Without these no row can be judged. */
  readonly required: readonly string[];
}

interface EventTable extends CdmTable {
  readonly event: EventColumns;
}

export interface EventColumns {
  readonly concept: string;
  readonly source: string;
  readonly date: string;
  readonly datetime: string;
  readonly type: string;
}

function event(name: string, start: string, more: readonly string[] = []): EventTable {
  const columns = {
    ...{ concept: `${name}_concept_id`, source: `${name}_source_concept_id`, date: `${start}_date` },
    ...{ datetime: `${start}_datetime`, type: `${name}_type_concept_id` },
  };
  return {
    columns: ["person_id", ...Object.values(columns), ...more],
    required: ["person_id", columns.concept, columns.date],
    event: columns,
  };
}

const values = ["value_as_number", "value_as_concept_id"] as const;

/** In the order in which they are read. */
export const cdmTables = {
  person: {
    columns: [
      ...["person_id", "gender_concept_id", "gender_source_concept_id"],
      ...["year_of_birth", "month_of_birth", "day_of_birth", "care_site_id"],
    ],
    required: ["person_id", "gender_concept_id", "year_of_birth"],
  },
  condition_occurrence: event("condition", "condition_start"),
  drug_exposure: event("drug", "drug_exposure_start", [
    ...["drug_exposure_id", "drug_exposure_end_date", "drug_exposure_end_datetime"],
    ...["route_concept_id", "quantity", "dose_unit_source_value"],
  ]),
  procedure_occurrence: event("procedure", "procedure", ["procedure_end_date", "procedure_end_datetime"]),
  measurement: event("measurement", "measurement", values),
  observation: event("observation", "observation", values),
} as const satisfies Record<string, CdmTable>;

export type CdmTableName = keyof typeof cdmTables;
export type EventTableName = Exclude<CdmTableName, "person">;
export const isCdmTable = (name: string): name is CdmTableName => Object.hasOwn(cdmTables, name);

/** Files of the vocabularies that are read; the first has to be there. */
export const vocabularyTables = {
  concept: { required: ["concept_id", "vocabulary_id", "concept_code"] },
  concept_relationship: { required: ["concept_id_1", "concept_id_2", "relationship_id"] },
  concept_ancestor: { required: ["ancestor_concept_id", "descendant_concept_id"] },
} as const;
export type VocabularyTableName = keyof typeof vocabularyTables;
export const isVocabularyTable = (name: string): name is VocabularyTableName =>
  Object.hasOwn(vocabularyTables, name);

/** The other tables of CDM 5.4: they may lie beside, and are not opened. */
export const unreadTables: ReadonlySet<string> = new Set([
  ...["observation_period", "visit_occurrence", "visit_detail", "device_exposure", "death", "note"],
  ...["note_nlp", "specimen", "fact_relationship", "location", "care_site", "provider"],
  ...["payer_plan_period", "cost", "drug_era", "dose_era", "condition_era", "episode", "episode_event"],
  ...["metadata", "cdm_source", "vocabulary", "domain", "concept_class", "relationship"],
  ...["concept_synonym", "source_to_concept_map", "drug_strength", "cohort", "cohort_definition"],
  ...["concept_cpt4"],
]);
