// The tokens with which one's scripts ask: what each is for, until when, when it was last used, and a way to revoke it.
import { Button } from "@mantine/core";
import { dateText } from "@afterglow/shared";
import { useState } from "react";
import { Trouble } from "../shell/Trouble";
import { askAccount } from "./askAccount";
import { MadeToken } from "./MadeToken";
import { NewTokenForm, type TokenWish } from "./NewTokenForm";
import { useListed } from "./useListed";

interface Token {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresAt: string;
  readonly lastUsedOn: string | null;
}

const PATH = "/account/tokens";

export function TokensCard() {
  const { rows, trouble, change } = useListed<Token>(PATH);
  const [made, setMade] = useState<string | null>(null);
  const make = (wish: TokenWish) =>
    change(async () => {
      const { token } = await askAccount<{ token: string }>(PATH, { method: "POST", body: wish });
      setMade(token);
    });
  const revoke = (id: string) => change(() => askAccount(`${PATH}/${id}`, { method: "DELETE" }));
  return (
    <section className="card" aria-labelledby="tokens-title">
      <h2 id="tokens-title">Tokens for scripts</h2>
      <p className="definition">
        A script that sends <code>Authorization: Bearer</code> and a token asks under your name, for what the
        token is scoped to. It ends by itself; revoke it when it is no longer needed.
      </p>
      {trouble !== null && <Trouble title="This did not work." text={trouble} />}
      {made !== null && <MadeToken token={made} onDone={() => setMade(null)} />}
      {rows !== null && rows.length > 0 && <TokenTable tokens={rows} onRevoke={revoke} />}
      {rows !== null && rows.length === 0 && made === null && <p className="prose">You have no tokens.</p>}
      <NewTokenForm onMake={make} />
    </section>
  );
}

function TokenTable({
  tokens,
  onRevoke,
}: {
  tokens: readonly Token[];
  onRevoke: (id: string) => Promise<void>;
}) {
  return (
    <div className="table-scroll words">
      <table className="table account-table">
        <thead>
          <tr>
            <th scope="col" className="text">
              Name
            </th>
            <th scope="col" className="text">
              Scopes
            </th>
            <th scope="col" className="text">
              Ends
            </th>
            <th scope="col" className="text">
              Last used
            </th>
            <th scope="col">
              <span className="unseen">Revoking it</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {tokens.map(({ id, name, scopes, expiresAt, lastUsedOn }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td className="text" data-column="Scopes">
                {scopes.join(", ")}
              </td>
              <td className="text" data-column="Ends">
                {new Date(expiresAt) < new Date() ? "Ended" : dateText(expiresAt)}
              </td>
              <td className="text" data-column="Last used">
                {lastUsedOn === null ? "Never" : dateText(lastUsedOn)}
              </td>
              <td>
                <Button
                  variant="default"
                  size="compact-xs"
                  aria-label={`Revoke ${name}`}
                  onClick={() => void onRevoke(id)}
                >
                  Revoke
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
