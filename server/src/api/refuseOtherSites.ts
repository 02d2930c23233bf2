// Against requests that another site makes a reader's browser send: whatever may change something (all but GET and HEAD)
// has to come from our own pages, or from a program that is no browser. This is the one place for all addresses; Apollo
// besides refuses a question that a plain form could send.
import type { Request, RequestHandler } from "express";

/** `publicUrl`: our origin as readers see it, where a proxy stands in front. */
export function refuseOtherSites(publicUrl: string | undefined): RequestHandler {
  return (request, response, next) => {
    if (request.method === "GET" || request.method === "HEAD" || isOurs(request, publicUrl)) next();
    else {
      response.status(403).json({
        errors: [
          { message: "This request comes from the page of another site.", extensions: { code: "FORBIDDEN" } },
        ],
      });
    }
  };
}

function isOurs(request: Request, publicUrl: string | undefined): boolean {
  const site = request.get("sec-fetch-site");
  if (site !== undefined) return site === "same-origin";
  const origin = request.get("origin");
  // No browser leaves out both.
  if (origin === undefined) return true;
  if (origin === publicUrl) return true;
  return URL.canParse(origin) && new URL(origin).host === request.get("host");
}
