// The two cookies: which sign-in the browser has, and, between going to the provider and coming back, what was asked of it.
// No script can read them; no other site's request carries them, but for the provider sending the reader back (Lax).
import type { IncomingMessage } from "node:http";
import { parseCookie, stringifySetCookie } from "cookie";
import type { Attempt } from "./provider";

export interface UnderWay extends Attempt {
  /** Where the reader was going. */
  readonly to: string;
}

export interface Cookies {
  readonly signIn: {
    read(request: IncomingMessage): string | null;
    set(secret: string): string;
    clear(): string;
  };
  readonly underWay: {
    read(request: IncomingMessage): UnderWay | null;
    set(underWay: UnderWay): string;
    clear(): string;
  };
}

const ATTEMPT_SECONDS = 600;

/** Over TLS the names begin with `__Host-`: then no other host of the domain can set them, and no plain request carries them. */
export function cookiesFor(publicUrl: string, longestHours: number): Cookies {
  const secure = new URL(publicUrl).protocol === "https:";
  const signIn = secure ? "__Host-afterglow" : "afterglow";
  const underWay = `${signIn}-underway`;
  const write = (name: string, value: string, maxAge: number): string =>
    stringifySetCookie({ name, value, maxAge, path: "/", httpOnly: true, sameSite: "lax", secure });
  const read = (request: IncomingMessage, name: string): string | null =>
    parseCookie(request.headers.cookie ?? "")[name] ?? null;
  return {
    signIn: {
      read: (request) => read(request, signIn),
      set: (secret) => write(signIn, secret, longestHours * 3600),
      clear: () => write(signIn, "", 0),
    },
    underWay: {
      read: (request) => underWayFrom(read(request, underWay)),
      set: (value) =>
        write(underWay, Buffer.from(JSON.stringify(value)).toString("base64url"), ATTEMPT_SECONDS),
      clear: () => write(underWay, "", 0),
    },
  };
}

/** Null for whatever this server did not write. */
function underWayFrom(text: string | null): UnderWay | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    if (typeof value !== "object" || value === null) return null;
    const { state, nonce, verifier, to } = value as Readonly<Record<string, unknown>>;
    const isWhole = [state, nonce, verifier, to].every((each) => typeof each === "string" && each !== "");
    return isWhole ? (value as UnderWay) : null;
  } catch {
    return null;
  }
}
