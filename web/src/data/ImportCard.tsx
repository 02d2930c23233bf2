// Bringing files into a dataset: choose, look, try, bring in. Nothing is published by it.
import { Button, TextInput } from "@mantine/core";
import { Trouble } from "../shell/Trouble";
import { DropZone } from "./DropZone";
import { FileButton } from "./FileButton";
import { JobProgress, Steps } from "./JobProgress";
import { PreviewView } from "./PreviewView";
import { RecipeField } from "./RecipeField";
import { useImport, type Finished, type ImportWay } from "./useImport";

interface Props {
  /** Title of the dataset that the page shows; null: a new one. */
  readonly into: { readonly name: string; readonly title: string } | null;
  readonly onFinished: (finished: Finished) => void;
}

export function ImportCard({ into, onFinished }: Props) {
  const work = useImport(onFinished);
  const { chosen, sending, sentBytes, job, preview, last, trouble } = work.way;
  const allBytes = chosen?.files.reduce((sum, { size }) => sum + size, 0) ?? 0;
  return (
    <section className="card" id="import" aria-labelledby="import-title">
      <h2 id="import-title">Import</h2>
      <p className="definition">
        {into === null ? "Into a new dataset, named by the files. " : `Into ${into.title}. `}
        Nothing is published until you publish.
      </p>
      {chosen === null ? <DropZone onChosen={work.choose} /> : <Choices work={work} />}
      {trouble !== null && <Trouble title="This did not work." text={trouble} />}
      {chosen === null && last !== null && (
        <p className="reading" role="status">
          {last.written
            ? `${last.source} was brought in. `
            : `${last.source} was refused; nothing was written. `}
          <a href="#receipts">Read the receipt</a>
        </p>
      )}
      {sending && (
        <div className="job">
          <div className="job-head">
            <b>Sending</b>
            <span role="status">
              {chosen?.folder}, {chosen?.files.length} {chosen?.files.length === 1 ? "file" : "files"}
            </span>
            <span className="job-left">
              {megabytes(sentBytes)} of {megabytes(allBytes)} MB
            </span>
          </div>
          <Steps place={0} />
        </div>
      )}
      {job !== null && <JobProgress key={job.id} job={job} onStop={work.stop} />}
      {job === null && preview !== null && (
        <>
          {preview.dataset !== null && into !== null && target(work, preview.dataset.name) !== into.name && (
            <p className="caution">
              <b>Another dataset.</b> These files go into {target(work, preview.dataset.name)}, not into{" "}
              {into.title}.
            </p>
          )}
          <PreviewView preview={preview} />
        </>
      )}
    </section>
  );
}

const target = ({ way }: ImportWay, named: string): string => way.dataset.trim() || named;
const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);

function Choices({ work }: { work: ImportWay }) {
  const { chosen, recipe, patientKey, dataset, sending, job, preview, last } = work.way;
  const busy = sending || job !== null;
  if (chosen === null) return null;
  return (
    <div className="chosen">
      <p className="chosen-head">
        <b>{chosen.folder}</b>
        <span>{chosen.files.map(({ name }) => name).join(", ")}</span>
        <Button variant="default" size="xs" disabled={job !== null} onClick={work.leave}>
          Other files
        </Button>
      </p>
      {chosen.leftOut.length > 0 && (
        <p className="data-note">
          <b>Not sent</b>, since no table is in it: {chosen.leftOut.join(", ")}
        </p>
      )}
      {!busy && (
        <div className="chosen-options">
          <RecipeField recipe={recipe} onChoose={work.useRecipe} onUpload={work.addRecipe} />
          <FileButton
            label={patientKey === null ? "Patient key" : `Key: ${patientKey}`}
            onFile={work.addPatientKey}
          />
          <TextInput
            label="Dataset"
            placeholder={preview?.dataset?.name ?? "as the files say"}
            maxLength={60}
            value={dataset}
            onChange={({ currentTarget }) => work.nameDataset(currentTarget.value)}
          />
          <div className="chosen-actions">
            <Button variant="default" size="xs" onClick={() => work.begin("DRY_RUN")}>
              Dry run
            </Button>
            <Button variant="default" size="xs" onClick={() => work.begin("IMPORT")}>
              Import
            </Button>
          </div>
        </div>
      )}
      {!busy && last?.dryRun === true && (
        <p className="reading" role="status">
          Dry run: {last.problemCount > 0 ? "it would be refused. " : "it would be brought in. "}
          <a href="#receipts">Read the receipt</a>
        </p>
      )}
    </div>
  );
}
