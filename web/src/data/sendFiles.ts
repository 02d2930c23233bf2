// Sends files to the server in pieces, each small enough to arrive within a request's time. A server that asks to wait is
// waited for; a piece that got lost on the way is sent once more.
import { AccountTrouble, askAccount } from "../account/askAccount";
import { signInAgain } from "../account/signInAgain";

export interface Upload {
  readonly id: string;
  readonly pieceBytes: number;
}

const TRIES = 3;

export const beginUpload = (name: string): Promise<Upload> =>
  askAccount<Upload>("/steward/uploads", { method: "POST", body: { name } });

export async function sendFiles(
  { id, pieceBytes }: Upload,
  files: readonly File[],
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  let sent = 0;
  for (const file of files) {
    let from = 0;
    // An empty file is a file, too.
    do {
      const piece = file.slice(from, from + pieceBytes);
      await sendPiece(`/steward/uploads/${id}/${encodeURIComponent(file.name)}?from=${from}`, piece, signal);
      from += piece.size;
      sent += piece.size;
      onSent(sent);
    } while (from < file.size);
  }
}

async function sendPiece(path: string, piece: Blob, signal: AbortSignal): Promise<void> {
  const headers = { "content-type": "application/octet-stream" };
  for (let left = TRIES; ; left -= 1) {
    const response = await fetch(path, { method: "PUT", headers, body: piece, signal }).catch(() => null);
    signal.throwIfAborted();
    if (response?.ok === true) return;
    if (response?.status === 401) signInAgain();
    if (response?.status === 429) {
      await waited(Number(response.headers.get("retry-after") ?? 5));
      left += 1;
    } else if (response !== null || left === 1) throw new AccountTrouble(await reasonOf(response));
    else await waited(1);
  }
}

async function reasonOf(response: Response | null): Promise<string> {
  if (response === null) return "The server does not answer, or a file was changed or moved meanwhile.";
  const { errors } = ((await response.json().catch(() => ({}))) ?? {}) as { errors?: { message: string }[] };
  return errors?.[0]?.message ?? `The server answered with status ${response.status}.`;
}

const waited = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.min(seconds, 60) * 1000));
