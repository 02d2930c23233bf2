// A running server for a test: the whole app over HTTP on a free port, on the test's own database.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp, type App, type AppOptions } from "../../server/src/api/app";
import { explainJob } from "../../server/src/api/explainJob";
import { openAudit } from "../../server/src/audit/openAudit";
import { openBudget } from "../../server/src/audit/openBudget";
import type { Database } from "../../server/src/database/dataSource";
import { policyOf, type Policy, type ProfileName } from "../../server/src/disclosure/policy";
import { figureAddress } from "../../server/src/figures/figureAddress";
import { localIdentity, type Identity } from "../../server/src/identity/identity";
import { localPerson } from "../../server/src/identity/person";
import { listen } from "../../server/src/listen";
import { openSteward } from "../../server/src/steward/openSteward";

export interface Door {
  readonly address: string;
  /** What the server logged as errors. */
  readonly logged: string[];
  readonly computeOpening: App["computeOpening"];
  ask(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  stop(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  /** The body as it came. */
  readonly text: string;
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly {
    message: string;
    path?: readonly unknown[];
    extensions: Record<string, unknown>;
  }[];
}

export type DoorDatabase = AppOptions["database"] & Pick<Database, "dataSource">;

/** Someone new each time, who may do everything: one alone would soon have spent the answers of a small registry. */
const manyPeople: Identity = {
  ...localIdentity,
  personOf: async () => ({ ...localPerson, id: randomUUID() }),
};

/** `identity`: who asks. `more`: whatever else of the app is not as usual. */
export async function openDoor(
  database: DoorDatabase,
  profile: ProfileName | Policy,
  identity: Identity = manyPeople,
  port = 0,
  more: Partial<AppOptions> = {},
): Promise<Door> {
  const webFolder = mkdtempSync(join(tmpdir(), "afterglow-web-"));
  mkdirSync(join(webFolder, "assets"));
  writeFileSync(
    join(webFolder, "index.html"),
    '<!doctype html><title>Afterglow</title><meta property="csp-nonce" nonce="AFTERGLOW_NONCE">',
  );
  writeFileSync(join(webFolder, "assets", "page-1a2b.js"), "export {};");
  const logged: string[] = [];
  const policy = typeof profile === "string" ? policyOf(profile) : profile;
  const logError = (line: string) => void logged.push(line);
  const audit = openAudit(database, policy);
  const steward = openSteward({
    database,
    audit,
    samples: join(__dirname, "../../samples"),
    uploadBytes: 8 * 1024 * 1024,
    explain: explainJob(logError),
  });
  const { app, stop, computeOpening } = await createApp({
    database,
    policy,
    audit,
    budget: openBudget(database),
    steward,
    logError,
    figures: figureAddress,
    webFolder,
    identity,
    ...more,
  });
  const { address, close } = await listen(app, port, "127.0.0.1", identity.accounts?.publicUrl);
  return {
    address,
    logged,
    computeOpening,
    ask: (query, variables = {}) => post(address, JSON.stringify({ query, variables })),
    stop: async () => {
      await steward.close();
      await close();
      await stop();
      rmSync(webFolder, { recursive: true });
    },
  };
}

/** Sends a body to /graphql as it is, so that a broken one can be sent too. */
export async function post(address: string, body: string): Promise<Answer> {
  const response = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  const text = await response.text();
  const { data, errors = [] } = JSON.parse(text) as Partial<Pick<Answer, "data" | "errors">>;
  return { status: response.status, headers: Object.fromEntries(response.headers), text, data, errors };
}
