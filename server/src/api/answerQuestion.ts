// A question over HTTP: given again where its answer is kept and may be given, else asked of Apollo. Whatever stands in the
// way of giving again (the budget is spent, the database is gone, the release is another) is said by asking Apollo.
import type { IncomingMessage } from "node:http";
import { HeaderMap, type ApolloServer } from "@apollo/server";
import type { Request, RequestHandler, Response } from "express";
import type { Audit } from "../audit/openAudit";
import { AuditUnavailable } from "../audit/auditUnavailable";
import { lookUpRelease } from "./askCohort";
import { AnswerText } from "./answerText";
import { notWritten } from "./auditAnswers";
import type { DoorContext } from "./doorContext";
import { hold } from "./grounds";
import type { KeptResponse, KeptResponses } from "./keptResponses";

export interface QuestionOptions {
  readonly server: ApolloServer<DoorContext>;
  readonly contextOf: (request: IncomingMessage) => DoorContext;
  readonly audit: Pick<Audit, "record">;
  /** Undefined: none is given again. */
  readonly responses: KeptResponses | undefined;
}

/** Behind what reads the body. */
export function answerQuestion({ server, contextOf, audit, responses }: QuestionOptions): RequestHandler {
  return async (request, response) => {
    const context = contextOf(request);
    const kept = responses?.of(request, context.person);
    if (kept !== undefined && (await mayBeGiven(kept, context))) {
      return giveAgain(kept, context, audit, request, response);
    }
    const {
      status = 200,
      headers,
      body,
    } = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: headersOf(request),
        search: "",
        body: request.body,
      },
      context: () => Promise.resolve(context),
    });
    if (body.kind !== "complete") throw new Error("A question was answered in parts");
    const answer = { headers: [...headers], text: new AnswerText(body.string) };
    if (status === 200) await responses?.keep(request, context, answer);
    await send(request, response, status, answer);
  };
}

async function mayBeGiven({ grounds }: KeptResponse, context: DoorContext): Promise<boolean> {
  try {
    return await hold(grounds, { ...context, releaseOf: (id) => lookUpRelease(context, id) });
  } catch {
    return false;
  }
}

async function giveAgain(
  { headers, text, lines }: KeptResponse,
  { person }: DoorContext,
  { record }: Pick<Audit, "record">,
  request: Request,
  response: Response,
): Promise<void> {
  try {
    await Promise.all(lines.map((line) => record({ who: person, ...line })));
  } catch (error) {
    if (!(error instanceof AuditUnavailable)) throw error;
    const { status, result } = notWritten(error);
    return send(request, response, status, { headers, text: new AnswerText(`${JSON.stringify(result)}\n`) });
  }
  await send(request, response, 200, { headers, text });
}

async function send(
  request: Request,
  response: Response,
  status: number,
  { headers, text }: Pick<KeptResponse, "headers" | "text">,
): Promise<void> {
  response.status(status);
  for (const [name, value] of headers) response.setHeader(name, value);
  await text.send(request, response);
}

function headersOf({ headers }: Request): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(", ") : value);
  return map;
}
