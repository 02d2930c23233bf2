// What the Data page has for a steward: import, receipts, quality, publishing. Their lists are asked for anew after each
// import.
import type { KeptReceipt, QualityReport } from "@afterglow/shared";
import { useCallback, useEffect, useState } from "react";
import { AccountTrouble, askAccount } from "../account/askAccount";
import { ImportCard } from "./ImportCard";
import { PublishCard } from "./PublishCard";
import { QualityCard } from "./QualityCard";
import { ReceiptsCard } from "./ReceiptsCard";
import type { Finished } from "./useImport";

interface Props {
  /** Null: a new one. */
  readonly dataset: { readonly name: string; readonly title: string } | null;
  readonly nextRelease: number;
  /** Something was brought into this dataset, or published. */
  readonly onChanged: (dataset: string) => Promise<unknown>;
}

export function StewardCards({ dataset, nextRelease, onChanged }: Props) {
  const [finished, setFinished] = useState<readonly Finished[]>([]);
  const receipts = useAsked<readonly KeptReceipt[]>("receipts", dataset?.name);
  const quality = useAsked<QualityReport>("quality", dataset?.name);
  const newest = finished[0]?.receipt ?? receipts.answer?.[0]?.receipt ?? null;
  return (
    <>
      <ImportCard
        into={dataset}
        onFinished={(one) => {
          setFinished((before) => [one, ...before]);
          if (!one.receipt.written) return;
          receipts.again();
          quality.again();
          void onChanged(one.receipt.dataset);
        }}
      />
      {(dataset !== null || finished.length > 0) && (
        <ReceiptsCard
          finished={finished}
          kept={dataset === null ? [] : receipts.answer}
          trouble={receipts.trouble}
        />
      )}
      {dataset !== null && (
        <>
          <QualityCard quality={quality.answer} trouble={quality.trouble} receipt={newest} />
          <PublishCard
            key={dataset.name}
            dataset={dataset.name}
            next={nextRelease}
            onPublished={() => onChanged(dataset.name)}
          />
        </>
      )}
    </>
  );
}

/** What the server says of a dataset, and a way to ask again. */
function useAsked<Answer>(what: string, dataset: string | undefined) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const again = useCallback(() => {
    if (dataset === undefined) return;
    askAccount<Answer>(`/steward/${what}?dataset=${encodeURIComponent(dataset)}`).then(
      (got) => {
        setAnswer(got);
        setTrouble(null);
      },
      (error: unknown) =>
        setTrouble(error instanceof AccountTrouble ? error.message : "Something went wrong on this page."),
    );
  }, [what, dataset]);
  useEffect(again, [again]);
  return { answer, trouble, again };
}
