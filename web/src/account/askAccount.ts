// Asks the account's addresses for JSON. A sign-in that has ended leads to the sign-in page, as everywhere.
import { signInAgain } from "./signInAgain";

export class AccountTrouble extends Error {
  override readonly name = "AccountTrouble";
}

export async function askAccount<Answer>(
  path: string,
  { method = "GET", body }: { readonly method?: "GET" | "POST" | "DELETE"; readonly body?: object } = {},
): Promise<Answer> {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const headers = { "content-type": "application/json" };
  const response = await fetch(path, { method, headers, ...sent }).catch(() => null);
  if (response === null)
    throw new AccountTrouble("The server does not answer. It may have stopped, or the network is down.");
  if (response.status === 401) signInAgain();
  if (response.status === 204) return undefined as Answer;
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as Answer;
  const { errors = [] } = (answer ?? {}) as { errors?: readonly { message: string }[] };
  throw new AccountTrouble(errors[0]?.message ?? `The server answered with status ${response.status}.`);
}
