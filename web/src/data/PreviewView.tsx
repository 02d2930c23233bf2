// Ten mapped rows of each table, as they would be written, and what is wrong with the rows that were looked at.
import type { Preview, PreviewedTable } from "@afterglow/shared";
import { useState } from "react";
import { Segments } from "../shell/Segments";
import { numberText } from "./numberText";
import { NotesList } from "./NotesList";
import { ProblemsTable } from "./ProblemsTable";

const titles: Readonly<Record<string, string>> = {
  course: "Courses",
  session: "Sessions",
  score: "Scores",
  side_effect: "Side effects",
};

export function PreviewView({ preview }: { preview: Preview }) {
  const { tables, problems, problemCount, notes } = preview;
  const [chosen, setChosen] = useState<string | null>(null);
  const table = tables.find((each) => each.table === chosen) ?? tables[0];
  return (
    <section className="preview" aria-labelledby="preview-title">
      <h3 id="preview-title">Preview</h3>
      <p className="reading" role="status">
        {problemCount === 0
          ? "No problems in the rows that were looked at."
          : `${numberText(problemCount)} ${problemCount === 1 ? "problem" : "problems"} in the rows that were looked at.`}
      </p>
      {problemCount > 0 && <ProblemsTable problems={problems} count={problemCount} />}
      {table !== undefined && (
        <>
          {tables.length > 1 && (
            <div className="problem-files">
              <Segments
                label="Table"
                long
                value={table.table}
                onChange={setChosen}
                choices={tables.map((each) => ({
                  value: each.table,
                  label: titles[each.table] ?? each.table,
                }))}
              />
            </div>
          )}
          <Rows table={table} />
        </>
      )}
      <NotesList notes={notes} />
    </section>
  );
}

function Rows({ table: { table, file, columns, rows, judgedRows, whole } }: { table: PreviewedTable }) {
  const looked = whole ? `all ${numberText(judgedRows)} rows` : `the first ${numberText(judgedRows)} rows`;
  return (
    <>
      {rows.length > 0 && (
        <div
          className="table-scroll table-scroll-whole"
          tabIndex={0}
          role="region"
          aria-label="Mapped rows, table"
        >
          <table className="table mapped">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col" className="text mono">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <tr key={at}>
                  {row.map((cell, place) => (
                    <td key={place} className="text">
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="data-note">
        {rows.length === 0 ? `No row of ${titles[table] ?? table} is without a problem. ` : ""}
        <b>{file}</b>: {looked} were looked at; a dry run looks at all, and at rows against each other.
      </p>
    </>
  );
}
