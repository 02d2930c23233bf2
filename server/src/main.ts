// The server: settings -> database -> first start -> schema -> listen. It prints its address last, when it answers.
import { join } from "node:path";
import { createApp } from "./api/app";
import { explainJob } from "./api/explainJob";
import { openKept } from "./api/openKept";
import { openAudit } from "./audit/openAudit";
import { openBudget } from "./audit/openBudget";
import { recordWork } from "./audit/recordWork";
import { InvalidConfig, readConfig, type Config } from "./config";
import { isLoopback } from "./config/isLoopback";
import { openColumns } from "./columns/openColumns";
import { connect } from "./database/connect";
import { DatabaseUnavailable } from "./database/databaseUnavailable";
import { DEFAULT_PATIENTS, DEFAULT_SEED } from "./demo/registryMetadata";
import { policyOf } from "./disclosure/policy";
import { figureAddress } from "./figures/figureAddress";
import { firstStart, SampleRefused } from "./firstStart";
import { CannotListen, listen } from "./listen";
import { localIdentity, openIdentity } from "./identity/identity";
import { createLog } from "./log";
import { writeMissingBitmaps } from "./releases/writeBitmaps";
import { openSteward } from "./steward/openSteward";
import { sweepUploads } from "./steward/sweepUploads";
import { stopOnSignal } from "./stopOnSignal";

const root = join(__dirname, "../..");
const demo = { patients: DEFAULT_PATIENTS, seed: DEFAULT_SEED };

async function main(): Promise<void> {
  const config = readConfig();
  checkReach(config);
  const log = createLog(config.logLevel);
  const policy = policyOf(config.disclosureProfile);
  // In the order in which they are to be stopped: the newest first.
  const running: (() => Promise<void>)[] = [];
  let stopping = false;
  const stop = async () => {
    stopping = true;
    for (const end of running.splice(0).reverse()) await end();
  };
  stopOnSignal(stop);
  try {
    const connection = await connect(config, log.info);
    running.push(() => connection.close());
    const { database } = connection;
    const audit = openAudit(database, policy);
    await writeMissingBitmaps(database);
    await firstStart(database, {
      samples: join(root, "samples"),
      demo,
      log: log.info,
      work: recordWork(audit),
    });
    if ((await sweepUploads()) > 0)
      log.info("Removed files that a server before this one had left in uploads.");
    const opening = new AbortController();
    let computeOpening: () => void = () => undefined;
    const steward = openSteward({
      database,
      audit,
      samples: join(root, "samples"),
      uploadBytes: config.uploadBytes,
      explain: explainJob(log.error),
      onPublished: () => computeOpening(),
    });
    const kept = await openKept(database, policy, config.keptAnswersBytes, log.error);
    running.push(async () => kept?.written());
    const columns = await openColumns(database, config.columnsBytes, log.error);
    running.push(async () => columns?.close());
    const created = await createApp({
      database,
      policy,
      audit,
      budget: openBudget(database, config.answerBudgetShare),
      steward,
      logError: log.error,
      figures: figureAddress,
      webFolder: join(root, "web/dist"),
      identity: config.signIn === undefined ? localIdentity : openIdentity(database, config.signIn),
      kept,
      columns,
    });
    running.push(created.stop);
    const { address, close: stopListening } = await listen(
      created.app,
      config.port,
      config.host,
      config.signIn?.publicUrl,
    );
    running.push(stopListening);
    // First of all: whoever listens to a job would hold up the end of listening.
    running.push(() => steward.close());
    running.push(async () => opening.abort());
    computeOpening = () => void created.computeOpening(opening.signal);
    log.info(
      config.signIn === undefined
        ? "Nobody signs in: whoever sits at this machine is the one user, and no other machine can reach it."
        : `People sign in, and find the server at ${config.signIn.publicUrl}.`,
    );
    log.info(`Disclosure profile: ${policy.profile}. ${policy.sentence}`);
    console.log(address);
    computeOpening();
  } catch (error) {
    // Whatever was under way when a signal came fails because of it; that is no news.
    if (stopping) return;
    await stop();
    throw error;
  }
}

/** A server that asks nobody who they are is for this machine alone. */
function checkReach({ host, signIn }: Config): void {
  if (signIn !== undefined || isLoopback(host)) return;
  throw new InvalidConfig(
    "HOST may only be 127.0.0.1, ::1 or localhost where nobody signs in: set OIDC_ISSUER, OIDC_CLIENT_ID and PUBLIC_URL, so that other machines are asked who they are.",
  );
}

const expected = [InvalidConfig, DatabaseUnavailable, CannotListen, SampleRefused];

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exitCode = 1;
});

/** Of an error that nobody foresaw the place alone: its message may hold a value out of the data. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return "Afterglow did not start, for a reason that it does not know.";
  if (expected.some((kind) => error instanceof kind)) return error.message;
  const places = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const code = "code" in error ? `, ${String(error.code)}` : "";
  return [
    `Afterglow did not start, for a reason that it does not know (${error.name}${code}):`,
    ...places,
  ].join("\n");
}
