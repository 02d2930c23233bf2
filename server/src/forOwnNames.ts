// Against DNS rebinding: a page of another site whose name is turned to this machine would be let in by the browser as our
// own. So a server that only this machine reaches answers to its own names alone: those of this machine with its port, and
// its public one.
import type { RequestListener } from "node:http";
import { isLoopback } from "./config/isLoopback";

export function forOwnNames(app: RequestListener, publicUrl: string | undefined): RequestListener {
  const publicHost = publicUrl === undefined ? undefined : new URL(publicUrl).host;
  return (request, response) => {
    const { host } = request.headers;
    if (host !== undefined && (host.toLowerCase() === publicHost || isOwn(host, request.socket.localPort))) {
      void app(request, response);
      return;
    }
    response.writeHead(421, { "Content-Type": "text/plain; charset=utf-8", Connection: "close" });
    response.end("This server does not answer under the name that was asked for.\n");
  };
}

function isOwn(host: string, port: number | undefined): boolean {
  if (!/^[\w.:[\]-]+$/.test(host) || !URL.canParse(`http://${host}`)) return false;
  const { hostname, port: named } = new URL(`http://${host}`);
  return isLoopback(hostname) && Number(named || 80) === port;
}
