// Conditions, visits and side effects, from the vocabulary.
import {
  ascertainments,
  bodySystems,
  conditions,
  instrumentByCode,
  sideEffects,
  sideEffectSeverities,
  visits,
} from "@afterglow/shared";
import { VocabularyTable } from "../VocabularyTable";

export function ConditionMethods() {
  return (
    <VocabularyTable
      label="Conditions"
      columns={["Condition", "Definition", "Own instrument", "ICD-10-CM", "Source"]}
      rows={conditions.map(({ label, definition, ownInstrument, icd10cm, icd10cmNote, source }) => [
        label,
        definition,
        instrumentByCode(ownInstrument).short,
        [icd10cm.join(", "), icd10cmNote ?? ""].filter(Boolean).join(". "),
        source,
      ])}
    />
  );
}

export function VisitMethods() {
  return (
    <>
      <VocabularyTable
        label="Visits"
        columns={["Visit", "Days", "Which score"]}
        rows={visits.map(({ label, short, from, to, definition }) => [
          `${label} (${short})`,
          `${minus(from)} to ${to}`,
          definition,
        ])}
      />
      <p className="prose">{visits[1]?.source}</p>
    </>
  );
}

const minus = (day: number): string => (day < 0 ? `\u2212${-day}` : String(day));

export function SideEffectMethods() {
  return (
    <>
      <VocabularyTable
        label="Side effects"
        columns={["Side effect", "Body system", "Definition", "Source"]}
        rows={sideEffects.map(({ label, bodySystem, definition, source }) => [
          label,
          bodySystems.find(({ code }) => code === bodySystem)?.label ?? "",
          definition,
          source,
        ])}
      />
      <VocabularyTable
        label="Severity and ascertainment"
        columns={["Term", "Definition"]}
        rows={[...sideEffectSeverities, ...ascertainments].map(({ label, definition }) => [
          label,
          definition,
        ])}
      />
    </>
  );
}
