// The headers that tell a browser what our addresses may do: load from here alone, run no script and no style that stands in
// a page itself, and be put into no other page.
import { randomBytes } from "node:crypto";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";

const everywhere = [
  "default-src 'self'",
  "script-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

const notNeeded = [
  "accelerometer",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "hid",
  "magnetometer",
];
const permissions = [...notNeeded, "microphone", "midi", "payment", "serial", "usb", "xr-spatial-tracking"]
  .map((name) => `${name}=()`)
  .join(", ");

export function securityHeaders(): RequestHandler[] {
  return [
    helmet({
      // TLS is the business of whatever stands in front; on plain HTTP both would break the page.
      strictTransportSecurity: false,
      contentSecurityPolicy: false,
      xFrameOptions: { action: "deny" },
    }),
    (_request, response, next) => {
      response.set("Permissions-Policy", permissions);
      setPolicy(response, "style-src 'self'");
      next();
    },
  ];
}

/** For an answer that is drawn, not run: a figure opened by itself may style itself, and do nothing else. */
export const drawnOnly: RequestHandler = (_request, response, next) => {
  const policy = ["default-src 'none'", "style-src 'unsafe-inline'", "img-src data:", "font-src data:"];
  response.set("Content-Security-Policy", [...policy, "frame-ancestors 'none'"].join("; "));
  next();
};

/** Lets in the style elements that the page makes for itself: those that bear the nonce, which is never used twice. */
export function nonceFor(response: Response): string {
  const nonce = randomBytes(16).toString("base64url");
  setPolicy(response, `style-src 'self' 'nonce-${nonce}'`);
  return nonce;
}

function setPolicy(response: Response, styles: string): void {
  response.set("Content-Security-Policy", [...everywhere, styles].join("; "));
}
