// Secrets that are handed out once: 256 random bits, of which only the SHA-256 is kept. No salt and no slow hash: nobody
// can try 2^256 of them.
import { createHash, randomBytes } from "node:crypto";

export const newSecret = (): string => randomBytes(32).toString("base64url");

/** Not a secret: names a row to its owner. */
export const newId = (): string => randomBytes(12).toString("base64url");

export const hashOf = (secret: string): Buffer => createHash("sha256").update(secret).digest();
