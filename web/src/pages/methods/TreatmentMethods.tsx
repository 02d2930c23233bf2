// Modalities, protocols, psychotherapy and maintenance, from the vocabulary.
import {
  INDUCTION_LONGEST_GAP_DAYS,
  INDUCTION_MOST_SESSIONS,
  maintenances,
  modalities,
  protocols,
  psychotherapies,
  type Entry,
} from "@afterglow/shared";
import { VocabularyTable } from "../VocabularyTable";

const tables: readonly { readonly label: string; readonly entries: readonly Entry[] }[] = [
  { label: "Modality", entries: modalities },
  { label: "Protocol", entries: protocols },
  { label: "Psychotherapy", entries: psychotherapies },
  { label: "Maintenance", entries: maintenances },
];

export function TreatmentMethods() {
  return (
    <>
      <p className="prose">
        Induction is all sessions up to the first gap of more than {INDUCTION_LONGEST_GAP_DAYS} days, at most{" "}
        {INDUCTION_MOST_SESSIONS}. Sessions after it are maintenance.
      </p>
      {tables.map(({ label, entries }) => (
        <VocabularyTable
          key={label}
          label={label}
          columns={[label, "Definition", "Source"]}
          rows={entries.map((entry) => [entry.label, entry.definition, entry.source])}
        />
      ))}
    </>
  );
}
