// Listens, says clearly why it cannot, and stops without cutting off an answer.
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { isLoopback } from "./config/isLoopback";
import { forOwnNames } from "./forOwnNames";

export interface Listening {
  readonly address: string;
  readonly close: () => Promise<void>;
}

export class CannotListen extends Error {
  override readonly name = "CannotListen";
}

const FINISH_WITHIN_MS = 5_000;

// A socket that does not go on with its request is let go of within 15 s; a thousand of them cost the others nothing.
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 14_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 500,
};
const MOST_CONNECTIONS = 4_000;
/** Of a reader who does not take the answer. Longer than any answer is worked on. */
const SILENT_FOR_MS = 60_000;

/** `publicUrl`: our origin as readers see it, where a proxy stands in front. */
export function listen(
  app: RequestListener,
  port: number,
  host: string,
  publicUrl?: string,
): Promise<Listening> {
  const server = createServer(limits, isLoopback(host) ? forOwnNames(app, publicUrl) : app);
  server.maxConnections = MOST_CONNECTIONS;
  server.setTimeout(SILENT_FOR_MS);
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(explain(error, port, host)));
    server.listen(port, host, () => {
      const { port: actual } = server.address() as AddressInfo;
      resolve({ address: `http://${host.includes(":") ? `[${host}]` : host}:${actual}`, close });
    });
  });

  function close(): Promise<void> {
    return new Promise((done) => {
      const cutOff = setTimeout(() => server.closeAllConnections(), FINISH_WITHIN_MS);
      // A connection kept alive after its answer would hold the server up.
      const letGo = setInterval(() => server.closeIdleConnections(), 20);
      server.close(() => {
        clearTimeout(cutOff);
        clearInterval(letGo);
        done();
      });
    });
  }
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === "EADDRINUSE")
    return new CannotListen(
      `Port ${port} is taken on ${host}: stop what uses it, or set PORT to another one.`,
    );
  if (error.code === "EACCES")
    return new CannotListen(`Port ${port} may not be used by this account: set PORT to one over 1023.`);
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND" || error.code === "EAI_AGAIN")
    return new CannotListen(
      `HOST is no address of this machine: leave it out, or set it to 127.0.0.1 or 0.0.0.0.`,
    );
  return error;
}
