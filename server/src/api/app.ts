// Everything on one port: the page, GraphQL, the figure addresses, and whether the server lives.
// Not here: what is answered, and listening.
import type { IncomingMessage } from "node:http";
import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import compression from "compression";
import express, { type Express, type RequestHandler, type Router } from "express";
import type { Audit } from "../audit/openAudit";
import type { Released } from "../disclosure/release";
import { localIdentity, type Identity } from "../identity/identity";
import type { KeptAnswers } from "../kept/keptAnswers";
import { SharedWork } from "../kept/sharedWork";
import type { Steward } from "../steward/openSteward";
import { accountAddresses } from "./accountAddresses";
import { admit } from "./admit";
import { admitDocument } from "./admitDocument";
import { Answered } from "./answered";
import { answerQuestion } from "./answerQuestion";
import { auditAddress } from "./auditAddress";
import { auditAnswers } from "./auditAnswers";
import { BitmapStore } from "../analyses/bitmapStore";
import type { ColumnStore } from "../columns/columnStore";
import { buildSchema } from "./buildSchema";
import { dictionaryAddress } from "./dictionaryAddress";
import type { DoorContext } from "./doorContext";
import { executeSchema, type ExecuteFor } from "./executeSchema";
import { Grounds } from "./grounds";
import { KeptResponses } from "./keptResponses";
import { figureTag, type TagFor } from "./figureTag";
import { explainError, statusByError } from "./explainError";
import { explainRequest } from "./explainRequest";
import { guardRights } from "./fieldRights";
import { graphiql } from "./graphiql";
import { limitRules, MOST_TOKENS } from "./limits";
import { limitRates, limitSignIns, usualRates, type Rates } from "./limitRates";
import { limitTime, signalOf } from "./limitTime";
import { noteKeeping } from "./openKept";
import { computeOpeningPages } from "./openingPages";
import { pagesForPeople } from "./pagesForPeople";
import { readQuestion } from "./readQuestion";
import { knownPersonOf, recognise } from "./recognise";
import { refuse } from "./refuse";
import { refuseOtherSites } from "./refuseOtherSites";
import { drawnOnly, securityHeaders } from "./security";
import { signInAddresses } from "./signInAddresses";
import { stewardAddresses } from "./stewardAddresses";
import { webAssets, webPage } from "./webFiles";

/** Asks as the analyses do; cancelled when the signal is given. */
type Ask = <Row extends object>(
  sql: string,
  values?: readonly unknown[],
  signal?: AbortSignal,
) => Promise<Row[]>;

export interface AppOptions {
  readonly database: { readonly ask: Ask; readonly query: Ask; isReady(): Promise<boolean> };
  readonly policy: DoorContext["policy"];
  readonly audit: Audit;
  readonly budget: DoorContext["budget"];
  /** Null: nothing is brought in over HTTP. */
  readonly steward: Steward | null;
  readonly logError: (line: string) => void;
  /** Makes the router of /figures/…, which asks the schema like anyone. */
  readonly figures: (executeFor: ExecuteFor, tagFor: TagFor) => Router;
  /** The folder of the built page. */
  readonly webFolder: string;
  /** Who asks. By default the one local user. */
  readonly identity?: Identity;
  /** How often somebody may ask. */
  readonly rates?: Rates;
  /** By default every answer is computed. */
  readonly kept?: KeptAnswers<Released<unknown>> | undefined;
  /** By default Postgres counts everything. */
  readonly columns?: ColumnStore | undefined;
}

export interface App {
  readonly app: Express;
  /** Computes the page that everybody opens first, so that it is kept; until the signal. */
  readonly computeOpening: (signal: AbortSignal) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function createApp({
  database,
  policy,
  audit,
  budget,
  steward,
  logError,
  figures,
  webFolder,
  identity = localIdentity,
  rates = usualRates,
  kept,
  columns,
}: AppOptions): Promise<App> {
  const bitmaps = new BitmapStore();
  const lookups: DoorContext["lookups"] = new SharedWork();
  const asking = (signal: AbortSignal | undefined) => {
    const queryUntil =
      (until: AbortSignal | undefined): DoorContext["query"] =>
      (sql, values) =>
        database.ask(sql, values, until);
    return { query: queryUntil(signal), queryUntil, signal, policy, bitmaps, columns, lookups, audit, kept };
  };
  const contextOf = (request: IncomingMessage): DoorContext => {
    const grounds = new Grounds();
    return {
      ...asking(signalOf(request)),
      person: knownPersonOf(request),
      budget: grounds.noting(budget),
      answered: new Answered(),
      grounds,
    };
  };
  const schema = guardRights(buildSchema());
  const server = new ApolloServer<DoorContext>({
    schema,
    // Who may ask about the schema is for admitDocument.
    introspection: true,
    // Neither several questions in one request, nor one that is known by its hash alone.
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    csrfPrevention: true,
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
  app.use(securityHeaders());
  app.get("/health", (_request, response) => void response.json({ status: "live" }));
  app.get("/ready", async (_request, response) => {
    const ready = await database.isReady();
    response.status(ready ? 200 : 503).json({ status: ready ? "ready" : "the database does not answer" });
  });
  app.use(compression());
  app.use(limitTime());
  app.use(refuseOtherSites(identity.accounts?.publicUrl));
  app.use(webAssets(webFolder));
  app.use(["/sign-in/*any", "/sign-out"], limitSignIns(rates));
  app.use(recognise(identity));
  app.use(
    ["/graphql", "/graphiql", "/figures", "/account", "/steward", "/audit.csv", "/dictionary.:format"],
    limitRates(rates),
  );
  app.use(signInAddresses(identity, audit.record, logError));
  app.use("/account", accountAddresses(identity, audit.record));
  if (steward !== null) app.use("/steward", stewardAddresses(steward, database.query, audit.record));
  app.get("/audit.csv", admit("AUDIT", "text", audit.record), auditAddress(audit));
  app.get("/dictionary.:format", admit("ASK", "text", audit.record), dictionaryAddress(database.ask));
  app.get("/graphiql", admit("EXPLORE_SCHEMA", "text", audit.record), graphiql());
  app.all(
    "/graphql",
    (_request, response, next) => {
      response.set("Cache-Control", "no-store");
      next();
    },
    admit("ASK", "json", audit.record),
    ...readQuestion,
    admitDocument(audit.record),
    answerQuestion({ server, contextOf, audit, responses: kept && new KeptResponses() }),
  );
  app.use(
    "/figures",
    drawnOnly,
    admit("EXPORT", "text", audit.record),
    figures(executeSchema(server, contextOf), figureTag(policy)),
  );
  app.use(["/figures", "/graphql", "/graphiql"], nothingHere);
  app.all(["/account/*any", "/steward/*any", "/sign-in/*any", "/sign-out"], nothingHere);
  app.use(pagesForPeople, webPage(webFolder));
  app.use((request, response) =>
    refuse(request, response, 404, "NOT_FOUND", "There is nothing under this address and method."),
  );
  app.use(explainRequest(logError));
  return {
    app,
    computeOpening: async (signal) => {
      if (kept === undefined) return;
      try {
        await computeOpeningPages(schema, asking(signal), signal);
      } catch (error) {
        if (!signal.aborted) noteKeeping(logError)(error);
      }
    },
    stop: () => server.stop(),
  };
}

const nothingHere: RequestHandler = ({ path, baseUrl }, response) => {
  const [, part = ""] = (baseUrl || path).split("/");
  response.status(404).json({ error: `There is nothing at /${part}/… under this name.` });
};
