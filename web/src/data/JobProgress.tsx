// How far a job is: a line of five steps, and each file by its rows.
import type { Job, JobFile } from "@afterglow/shared";
import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { Icon } from "../shell/Icon";
import { numberText } from "./numberText";

const steps = ["Send", "Read and check rows", "Check across rows", "Write", "Ready"] as const;
const places = { reading: 1, checking: 2, writing: 3 } as const;
const doing: Readonly<Record<Job["kind"], string>> = {
  PREVIEW: "Looking at the first rows",
  DRY_RUN: "Dry run",
  IMPORT: "Import",
  PUBLISH: "Publishing",
};

export function JobProgress({ job, onStop }: { job: Job; onStop: () => void }) {
  const left = useSecondsLeft(job.files);
  const place = job.step === null ? 1 : places[job.step];
  const waits = job.status === "WAITING";
  return (
    <div className="job">
      <div className="job-head">
        <b>{doing[job.kind]}</b>
        <span role="status">{waits ? "waits until another import is done" : (steps[place] ?? "")}</span>
        <span className="job-left">{left}</span>
        {job.kind !== "PUBLISH" && (
          <Button variant="default" size="xs" onClick={onStop}>
            Stop
          </Button>
        )}
      </div>
      {job.kind !== "PREVIEW" && <Steps place={place} />}
      {job.files.length > 0 && job.kind !== "PREVIEW" && (
        <table className="table job-files">
          <thead className="unseen">
            <tr>
              {["File", "How far", "Rows", "State"].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {job.files.map((file) => (
              <FileRow key={file.file} file={file} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

export function Steps({ place }: { place: number }) {
  return (
    <ol className="steps">
      {steps.map((step, at) => (
        <li
          key={step}
          className={at < place ? "done" : at === place ? "now" : ""}
          aria-current={at === place && "step"}
        >
          {step}
        </li>
      ))}
    </ol>
  );
}

function FileRow({ file: { file, table, row, ofRows, state } }: { file: JobFile }) {
  const most = Math.max(ofRows ?? 0, row);
  const percent = state === "READ" ? 100 : most === 0 ? 0 : Math.round((100 * row) / most);
  const known = state !== "READ" && ofRows !== null;
  const rows =
    state === "WAITING" ? (ofRows === null ? "" : `about ${numberText(ofRows)} rows`) : numberText(row);
  return (
    <tr>
      <th scope="row">{file}</th>
      <td className="job-bar">
        <div
          className="bar-track"
          role="progressbar"
          aria-label={file}
          aria-valuenow={percent}
          aria-valuemin={0}
          aria-valuemax={100}
        >
          <i style={{ width: `${percent}%` }} />
        </div>
      </td>
      <td className="nowrap">
        {rows}
        {state === "WAITING" ? "" : known ? ` of about ${numberText(most)} rows` : " rows"}
      </td>
      <td className="text job-state">
        {state === "READ" ? (
          <>
            <Icon name="tick" /> read
          </>
        ) : state === "READING" ? (
          `reading${table === null ? "" : ` for ${table.replace("_", " ")}`}`
        ) : (
          "waiting"
        )}
      </td>
    </tr>
  );
}

/** From the rows so far; nothing is said before a few seconds have passed. */
function useSecondsLeft(files: readonly JobFile[]): string {
  const [began] = useState(() => Date.now());
  const [now, setNow] = useState(began);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const done = files.reduce((sum, { row }) => sum + row, 0);
  const all = files.reduce((sum, { row, ofRows }) => sum + Math.max(row, ofRows ?? 0), 0);
  const seconds = (now - began) / 1_000;
  if (seconds < 3 || done === 0 || done >= all) return "";
  const left = Math.ceil((seconds * (all - done)) / done);
  return left < 90
    ? `about ${left} seconds left to read`
    : `about ${Math.ceil(left / 60)} minutes left to read`;
}
