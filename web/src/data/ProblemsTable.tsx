// What is wrong, by file, row, column and rule; never the value. Of several files one at a time can be looked at.
import type { Problem } from "@afterglow/shared";
import { useState } from "react";
import { Segments } from "../shell/Segments";
import { numberText } from "./numberText";

const ALL = "";
const MOST_SEGMENTS = 5;

export function ProblemsTable({ problems, count }: { problems: readonly Problem[]; count: number }) {
  const [file, setFile] = useState(ALL);
  const files = [...new Set(problems.map((problem) => problem.file))];
  const shown = problems.filter((problem) => file === ALL || problem.file === file);
  const countOf = (name: string) =>
    problems.filter((problem) => problem.file === name).reduce((sum, problem) => sum + problem.count, 0);
  const listed = problems.reduce((sum, problem) => sum + problem.count, 0);
  return (
    <>
      {files.length > 1 && files.length < MOST_SEGMENTS && (
        <div className="problem-files">
          <Segments
            label="File"
            long
            value={file}
            onChange={setFile}
            choices={[
              { value: ALL, label: `All ${numberText(count)}` },
              ...files.map((name) => ({ value: name, label: `${name} ${numberText(countOf(name))}` })),
            ]}
          />
        </div>
      )}
      <div
        className="table-scroll table-scroll-short words"
        tabIndex={0}
        role="region"
        aria-label="Problems, table"
      >
        <table className="table problems">
          <thead>
            <tr>
              <th scope="col" className="text">
                File
              </th>
              <th scope="col" className="text">
                Row
              </th>
              <th scope="col" className="text">
                Column
              </th>
              <th scope="col" className="text">
                Rule
              </th>
              <th scope="col" className="text">
                Problems
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((problem, at) => (
              <tr key={at}>
                <th scope="row">{problem.file}</th>
                <td className="text nowrap" data-column="Row">
                  {rowsText(problem)}
                </td>
                <td className="text mono" data-column="Column">
                  {problem.column}
                </td>
                <td className="text" data-column="Rule">
                  {problem.rule}
                </td>
                <td className="text" data-column="Problems">
                  {numberText(problem.count)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="data-note">
        {listed < count && `${numberText(count - listed)} more are not listed. `}
        <b>Values</b> at fault are never shown, logged or kept. Row 1 is the first row after the header.
      </p>
    </>
  );
}

function rowsText({ row, lastRow }: Problem) {
  if (row === null) return "file";
  return lastRow === null || lastRow === row
    ? numberText(row)
    : `${numberText(row)} to ${numberText(lastRow)}`;
}
