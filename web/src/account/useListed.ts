// A list of the account that is shown, and asked for anew after each change.
import { useCallback, useEffect, useState } from "react";
import { AccountTrouble, askAccount } from "./askAccount";

interface Listed<Row> {
  /** Null until it has come. */
  readonly rows: readonly Row[] | null;
  readonly trouble: string | null;
  /** Does something; what goes wrong is said. */
  readonly attempt: (act: () => Promise<unknown>) => Promise<void>;
  /** The same, and then asks anew. */
  readonly change: (act: () => Promise<unknown>) => Promise<void>;
}

export function useListed<Row>(path: string): Listed<Row> {
  const [rows, setRows] = useState<readonly Row[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const list = useCallback(() => askAccount<readonly Row[]>(path).then(setRows), [path]);
  const say = useCallback((error: unknown) => {
    setTrouble(error instanceof AccountTrouble ? error.message : "Something went wrong on this page.");
  }, []);
  useEffect(() => {
    list().catch(say);
  }, [list, say]);
  const attempt = (act: () => Promise<unknown>) => act().then(() => setTrouble(null), say);
  const change = (act: () => Promise<unknown>) =>
    attempt(async () => {
      await act();
      await list();
    });
  return { rows, trouble, attempt, change };
}
