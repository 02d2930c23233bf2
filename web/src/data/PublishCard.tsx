// Publishes the next release of a dataset, with a note that its readers see.
import type { Job } from "@afterglow/shared";
import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { AccountTrouble, askAccount } from "../account/askAccount";
import { Trouble } from "../shell/Trouble";
import { followJob } from "./followJob";

interface Props {
  readonly dataset: string;
  /** Number of the release that would come. */
  readonly next: number;
  readonly onPublished: () => Promise<unknown>;
}

const LONGEST_NOTE = 500;

export function PublishCard({ dataset, next, onPublished }: Props) {
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const [trouble, setTrouble] = useState<string | null>(null);

  async function publish() {
    const begun = await askAccount<Job>("/steward/releases", { method: "POST", body: { dataset, note } });
    const say = ({ status }: Job) =>
      setSaid(
        status === "WAITING"
          ? "Waits until an import is done."
          : "Derives every endpoint, then freezes the result.",
      );
    const { release, failure } = await followJob(begun.id, say);
    setSaid("");
    if (release === undefined) return setTrouble(failure ?? "Stopped. Nothing was published.");
    setNote("");
    await onPublished();
    setSaid(`Published ${release}.`);
  }

  const begin = () => {
    setBusy(true);
    setTrouble(null);
    publish()
      .catch((error: unknown) => {
        setSaid("");
        setTrouble(error instanceof AccountTrouble ? error.message : "Something went wrong on this page.");
      })
      .finally(() => setBusy(false));
  };

  return (
    <section className="card" id="publish" aria-labelledby="publish-title">
      <div className="card-head">
        <div>
          <h2 id="publish-title">Publish</h2>
          <p className="definition">
            Freezes what was brought in as release {next}. Earlier releases stay as they are.
          </p>
        </div>
        <div className="card-actions">
          <Button size="xs" className="filled" disabled={busy} onClick={begin}>
            Publish release {next}
          </Button>
        </div>
      </div>
      <Textarea
        className="publish-note"
        label="Note, for those who read the release"
        placeholder="What changed, such as: two clinics added"
        maxLength={LONGEST_NOTE}
        autosize
        minRows={2}
        value={note}
        disabled={busy}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <p className="data-note" role="status">
        {said}
      </p>
      {trouble !== null && <Trouble title="It was not published." text={trouble} />}
    </section>
  );
}
