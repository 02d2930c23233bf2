// How the door learns who asks. Where no provider is configured, it is whoever sits at this machine.
import type { IncomingMessage } from "node:http";
import { localPerson, type Person } from "./person";

export interface Identity {
  /** Who asks; null: a stranger. */
  personOf(request: IncomingMessage): Promise<Person | null>;
}

export const localIdentity: Identity = { personOf: async () => localPerson };
