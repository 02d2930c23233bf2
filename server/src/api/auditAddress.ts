// The audit as a file, /audit.csv, with the choices of the page's own query string. Its own line is written first.
import { pipeline } from "node:stream/promises";
import { InvalidChoice } from "@afterglow/shared";
import type { RequestHandler } from "express";
import { auditFile } from "../audit/auditFile";
import type { Audit } from "../audit/openAudit";
import { auditFilterOf } from "./auditFilterOf";
import { knownPersonOf } from "./recognise";

const names = ["who", "what", "release", "outcome", "since", "until"] as const;

export function auditAddress({ record, lines }: Pick<Audit, "record" | "lines">): RequestHandler {
  return async (request, response) => {
    const { searchParams } = new URL(request.originalUrl, "http://audit.invalid");
    const filter = (() => {
      try {
        return auditFilterOf(Object.fromEntries(names.map((name) => [name, searchParams.get(name)])));
      } catch (error) {
        if (error instanceof InvalidChoice) return error.message;
        throw error;
      }
    })();
    response.set("Cache-Control", "no-store");
    if (typeof filter === "string") {
      response.status(400).type("text/plain").send(`${filter}\n`);
      return;
    }
    const question = { ask: "audit", format: "csv" };
    await record({ who: knownPersonOf(request), what: "EXPORT", question, outcome: "SHOWN" });
    response.type("text/csv; charset=utf-8").attachment("afterglow-audit.csv");
    await pipeline(auditFile(lines(filter), "csv"), response);
  };
}
