// Lines of the audit, the newest first.
import type { AuditLineShown } from "./auditQuestion";
import { questionText } from "./questionText";
import { acts, codeText, outcomes, personText } from "./words";

export function AuditTable({ lines }: { lines: readonly AuditLineShown[] }) {
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="Lines of the audit">
      <table className="table audit-table">
        <thead>
          <tr>
            {["Line", "When, UTC", "Who", "What", "Release", "Outcome", "Question"].map((title) => (
              <th key={title} scope="col" className="text">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.number} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ line }: { line: AuditLineShown }) {
  const { about, asked } = questionText(line.question);
  return (
    <tr>
      <th scope="row">{line.number.toLocaleString("en-GB")}</th>
      <td className="text nowrap">{line.at.slice(0, 19).replace("T", " ")}</td>
      <td className="text nowrap">
        {personText(line)}
        {line.name !== "" && <small> {line.person}</small>}
        {line.via === "TOKEN" && <small> by token</small>}
      </td>
      <td className="text nowrap">{acts[line.what] ?? line.what}</td>
      <td className="text nowrap">{line.release}</td>
      <td className="text">
        {outcomes[line.outcome] ?? line.outcome}
        {line.code !== null && <small>: {codeText(line.code)}</small>}
      </td>
      <td className="text audit-about">
        {about}
        {asked !== "" && <small>{asked}</small>}
      </td>
    </tr>
  );
}
