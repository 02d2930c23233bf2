// The receipts of a dataset: those of this visit first (a dry run and a refused import are not kept by the server), then
// those that are kept with the rows that they brought in. One is open at a time.
import type { KeptReceipt, Receipt, RowCounts, RowFate } from "@afterglow/shared";
import { Button, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { timeText } from "../account/timeText";
import { Icon } from "../shell/Icon";
import { Trouble } from "../shell/Trouble";
import { numberText } from "./numberText";
import { ReceiptView } from "./ReceiptView";
import type { Finished } from "./useImport";

interface Props {
  readonly finished: readonly Finished[];
  readonly kept: readonly KeptReceipt[] | null;
  readonly trouble: string | null;
}

interface Entry {
  readonly key: string;
  readonly title: string;
  readonly about: string;
  readonly receipt: Receipt | null;
  readonly path: string;
  readonly sums: string;
}

export function ReceiptsCard({ finished, kept, trouble }: Props) {
  const [open, setOpen] = useState<string | null>(null);
  const entries: Entry[] = [
    ...finished.filter(({ receipt }) => !receipt.written).map(passing),
    ...(kept ?? []).map(ofKept),
  ];
  const newest = finished[0];
  // What just ended is open until the reader opens another.
  const shown =
    open ?? (newest === undefined ? "" : newest.receipt.written ? (newestKey(kept) ?? "") : newest.job);
  return (
    <section className="card" id="receipts" aria-labelledby="receipts-title">
      <h2 id="receipts-title">Receipts</h2>
      <p className="definition">What was brought in, and what was not.</p>
      {trouble !== null && <Trouble title="The receipts cannot be listed." text={trouble} />}
      {kept !== null && entries.length === 0 && (
        <p className="reading">Nothing has been brought in from here yet.</p>
      )}
      <ul className="receipts">
        {entries.map((entry) => {
          const isOpen = entry.key === shown;
          return (
            <li key={entry.key}>
              <UnstyledButton
                className="receipt-head"
                aria-expanded={isOpen}
                onClick={() => setOpen(isOpen ? "none" : entry.key)}
              >
                <Icon name={isOpen ? "up" : "down"} />
                <b>{entry.title}</b>
                <span>{entry.about}</span>
                {entry.receipt !== null && <Outcome receipt={entry.receipt} />}
                <span className="receipt-sums">{entry.sums}</span>
              </UnstyledButton>
              {isOpen && entry.receipt !== null && (
                <div className="receipt-body">
                  <Button
                    component="a"
                    href={entry.path}
                    download
                    variant="default"
                    size="xs"
                    className="download"
                    leftSection={<Icon name="download" />}
                  >
                    Download receipt (CSV)
                  </Button>
                  <ReceiptView receipt={entry.receipt} />
                </div>
              )}
              {isOpen && entry.receipt === null && (
                <p className="reading">Of this import only the sums are kept.</p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Outcome({ receipt: { problemCount, dryRun } }: { receipt: Receipt }) {
  return problemCount > 0 ? (
    <span className="outcome-no">
      <Icon name="close" /> Refused
    </span>
  ) : (
    <span className="outcome-yes">
      <Icon name="tick" /> {dryRun ? "Would be brought in" : "Brought in"}
    </span>
  );
}

function passing({ job, receipt }: Finished): Entry {
  const files = new Set(receipt.problems.map(({ file }) => file)).size;
  const problems = `${numberText(receipt.problemCount)} ${receipt.problemCount === 1 ? "problem" : "problems"}`;
  return {
    key: job,
    title: receipt.dryRun ? "Dry run" : "Import",
    about: receipt.source,
    receipt,
    path: `/steward/jobs/${job}/receipt`,
    sums:
      receipt.problemCount > 0
        ? `${problems} in ${files} ${files === 1 ? "file" : "files"}`
        : sumsText({ inserted: sumOf(receipt, "inserted"), superseded: sumOf(receipt, "superseded") }),
  };
}

const sumOf = ({ files }: Receipt, fate: RowFate): number => files.reduce((sum, file) => sum + file[fate], 0);

/** Superseded ones only where there are any. */
function sumsText({ inserted, superseded }: Pick<RowCounts, "inserted" | "superseded">): string {
  const replaced = superseded > 0 ? `, ${numberText(superseded)} superseded` : "";
  return `${numberText(inserted)} rows new${replaced}`;
}

function ofKept({ id, importedAt, source, unchanged, receipt, ...sums }: KeptReceipt): Entry {
  return {
    key: keyOf(id),
    title: `Import ${id}`,
    about: `${source}, ${timeText(importedAt)}`,
    receipt,
    path: `/steward/receipts/${id}`,
    sums: `${sumsText(sums)}, ${numberText(unchanged)} unchanged`,
  };
}

const keyOf = (id: number): string => `kept ${id}`;
const newestKey = (kept: readonly KeptReceipt[] | null): string | null =>
  kept?.[0] === undefined ? null : keyOf(kept[0].id);
