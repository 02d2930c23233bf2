// Everything on one port: the page, GraphQL, the figure addresses, and whether the server lives.
// Not here: what is answered, and listening.
import type { IncomingMessage } from "node:http";
import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { expressMiddleware } from "@as-integrations/express5";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Router } from "express";
import helmet from "helmet";
import { AuditUnavailable } from "../audit/auditUnavailable";
import type { Audit } from "../audit/openAudit";
import { localIdentity, type Identity } from "../identity/identity";
import { accountAddresses } from "./accountAddresses";
import { admit } from "./admit";
import { Answered } from "./answered";
import { auditAnswers } from "./auditAnswers";
import { buildSchema } from "./buildSchema";
import type { DoorContext } from "./doorContext";
import { executeSchema, type ExecuteFor } from "./executeSchema";
import { databaseGone, explainError, isDatabaseGone, statusByError, UNAVAILABLE } from "./explainError";
import { graphiql } from "./graphiql";
import { limitRules, MOST_TOKENS } from "./limits";
import { limitTime, signalOf } from "./limitTime";
import { pagesForPeople } from "./pagesForPeople";
import { knownPersonOf, recognise } from "./recognise";
import { refuseOtherSites } from "./refuseOtherSites";
import { signInAddresses } from "./signInAddresses";
import { webAssets, webPage } from "./webFiles";

/** Asks as the analyses do; cancelled when the signal is given. */
type Ask = <Row extends object>(
  sql: string,
  values?: readonly unknown[],
  signal?: AbortSignal,
) => Promise<Row[]>;

export interface AppOptions {
  readonly database: { readonly ask: Ask; isReady(): Promise<boolean> };
  readonly policy: DoorContext["policy"];
  readonly audit: Audit;
  readonly budget: DoorContext["budget"];
  readonly logError: (line: string) => void;
  /** Makes the router of /figures/…, which asks the schema like anyone. */
  readonly figures: (executeFor: ExecuteFor) => Router;
  /** The folder of the built page. */
  readonly webFolder: string;
  /** Who asks. By default the one local user. */
  readonly identity?: Identity;
}

export interface App {
  readonly app: Express;
  readonly stop: () => Promise<void>;
}

export async function createApp({
  database,
  policy,
  audit,
  budget,
  logError,
  figures,
  webFolder,
  identity = localIdentity,
}: AppOptions): Promise<App> {
  const contextOf = (request: IncomingMessage): DoorContext => ({
    query: (sql, values) => database.ask(sql, values, signalOf(request)),
    policy,
    person: knownPersonOf(request),
    budget,
    answered: new Answered(),
  });
  const server = new ApolloServer<DoorContext>({
    schema: buildSchema(),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    formatError: explainError(logError),
    parseOptions: { maxTokens: MOST_TOKENS },
    validationRules: limitRules(),
    // The cache plugin looks at every single field of an answer, and an answer has ten thousand.
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      statusByError,
      auditAnswers(audit),
    ],
    stopOnTerminationSignals: false,
  });
  await server.start();

  const app = express();
  // An entity tag is a hash of the answer: nothing about hidden numbers may be told by comparing headers.
  app.set("etag", false);
  app.use(helmet(security));
  app.get("/health", (_request, response) => void response.json({ status: "live" }));
  app.get("/ready", async (_request, response) => {
    const ready = await database.isReady();
    response.status(ready ? 200 : 503).json({ status: ready ? "ready" : "the database does not answer" });
  });
  app.use(compression());
  app.use(limitTime());
  app.use(refuseOtherSites(identity.accounts?.publicUrl));
  app.use(webAssets(webFolder));
  app.use(recognise(identity));
  app.use(signInAddresses(identity, audit.record));
  app.use("/account", accountAddresses(identity, audit.record));
  app.get("/graphiql", admit("EXPLORE_SCHEMA", "text", audit.record), graphiql());
  app.all(
    "/graphql",
    (_request, response, next) => {
      response.set("Cache-Control", "no-store");
      next();
    },
    admit("ASK", "json", audit.record),
    express.json({ limit: "100kb" }),
    expressMiddleware(server, { context: async ({ req }) => contextOf(req) }),
  );
  app.use("/figures", admit("EXPORT", "text", audit.record), figures(executeSchema(server, contextOf)));
  app.use(["/figures", "/graphql", "/graphiql"], nothingHere);
  app.all(["/account/*any", "/sign-in/*any", "/sign-out"], nothingHere);
  app.use(pagesForPeople, webPage(webFolder));
  app.use(refuse(logError));
  return { app, stop: () => server.stop() };
}

const nothingHere: RequestHandler = ({ path, baseUrl }, response) => {
  const [, part = ""] = (baseUrl || path).split("/");
  response.status(404).json({ error: `There is nothing at /${part}/… under this name.` });
};

const security: Parameters<typeof helmet>[0] = {
  // TLS is the business of whatever stands in front; on plain HTTP both would break the page.
  strictTransportSecurity: false,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      // The components set colours and sizes as style attributes and one style element.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", "data:", "blob:"],
      fontSrc: ["'self'", "data:"],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
};

/** What express or its parsers throw: the reader is told the rule, never a stack. */
function refuse(logError: AppOptions["logError"]): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    if (isDatabaseGone(error)) {
      logError(error.message);
      response.status(503).json({ errors: [{ message: databaseGone, extensions: { code: UNAVAILABLE } }] });
      return;
    }
    if (error instanceof AuditUnavailable) {
      const { message, code } = error;
      response.status(503).json({ errors: [{ message, extensions: { code } }] });
      return;
    }
    const { status, message } = requestError(error);
    if (status >= 500) logError(error instanceof Error ? (error.stack ?? error.message) : "Unexpected error");
    response.status(status).json({
      errors: [{ message, extensions: { code: status < 500 ? "BAD_REQUEST" : "INTERNAL_SERVER_ERROR" } }],
    });
  };
}

function requestError(error: unknown): { status: number; message: string } {
  const type = error instanceof Error && "type" in error ? error.type : undefined;
  const status = error instanceof Error && "status" in error ? error.status : undefined;
  if (type === "entity.parse.failed") return { status: 400, message: "The body of the request is not JSON." };
  if (type === "entity.too.large") return { status: 413, message: "The body of the request is over 100 kB." };
  if (typeof status === "number" && status >= 400 && status < 500) {
    return { status, message: "The request cannot be read: check its address, headers and body." };
  }
  return { status: 500, message: "Something went wrong on the server." };
}
