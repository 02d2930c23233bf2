// A receipt to read: what came in by file, what was left out and why, what is wrong and where.
import { rowFateLabels, shownFates, type Receipt } from "@afterglow/shared";
import { numberText } from "./numberText";
import { NotesList } from "./NotesList";
import { ProblemsTable } from "./ProblemsTable";

export function ReceiptView({ receipt }: { receipt: Receipt }) {
  const { files, leftOut, notes, problems, problemCount } = receipt;
  const fates = shownFates(files);
  return (
    <>
      <p className="reading">{sentenceOf(receipt)}</p>
      {problemCount > 0 && <ProblemsTable problems={problems} count={problemCount} />}
      {files.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="region" aria-label="Files, table">
          <table className="table">
            <thead>
              <tr>
                <th scope="col" className="text">
                  File
                </th>
                <th scope="col" className="text">
                  Table
                </th>
                {["Rows", ...fates.map((fate) => rowFateLabels[fate])].map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {files.map((file) => (
                <tr key={`${file.file} ${file.table}`}>
                  <th scope="row">{file.file}</th>
                  <td className="text mono">{file.table}</td>
                  <td>{numberText(file.rows)}</td>
                  {fates.map((fate) => (
                    <td key={fate}>{numberText(file[fate])}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {leftOut.length > 0 && (
        <ul className="left-out">
          {leftOut.map(({ file, table, because, rows }) => (
            <li key={`${file} ${table} ${because}`}>
              <b>
                {file}, {table}
              </b>
              : {numberText(rows)} left out. {because}
            </li>
          ))}
        </ul>
      )}
      <NotesList notes={notes} />
    </>
  );
}

function sentenceOf({ written, dryRun, problemCount }: Receipt): string {
  if (problemCount > 0)
    return "Nothing was written. Put these rows right at the source and import the whole folder again.";
  if (dryRun) return "All of it would be brought in. Nothing was written.";
  return written ? "Brought in whole. It is in the next release." : "Nothing was written.";
}
