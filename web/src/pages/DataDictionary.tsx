// The dictionary of what a release holds, written out from the vocabulary itself.
import { dimensions, instruments, visits, sideEffects, type Category } from "@afterglow/shared";
import { VocabularyTable } from "./VocabularyTable";

export function DataDictionary() {
  return (
    <section className="card" id="dictionary" aria-labelledby="dictionary-title">
      <h2 id="dictionary-title">Data dictionary</h2>
      <p className="definition">
        What is known of each course of treatment. Time is in days from the first session; no dates.
      </p>
      <VocabularyTable
        label="Characteristics"
        columns={["Characteristic", "Holds", "Categories", "Address parameter"]}
        rows={dimensions.map(({ name, label, definition, categories }) => [
          label,
          definition,
          categoriesText(categories),
          name,
        ])}
      />
      <p className="prose">
        Besides, each course holds its scores at {visits.length} visits on up to {instruments.length}{" "}
        instruments, and {sideEffects.length} side effects by session. Each is defined on the Methods page.
        Every column of the tables, as clinics send them and as a release derives them, with its type, limits
        and codes: <a href="/dictionary.csv">all columns as CSV</a>,{" "}
        <a href="/dictionary.json">as Frictionless Table Schemas</a>.
      </p>
    </section>
  );
}

const categoriesText = (categories: readonly Category[] | null): string =>
  categories === null ? "As the dataset has them" : categories.map(({ label }) => label).join("; ");
