// A process that uses the embedded Postgres the way `npm start` does: reports its address as JSON, answers
// "ask" on its standard input with the database's process id, and stops on a signal.
import { createInterface } from "node:readline";
import { Client } from "pg";
import { startEmbeddedPostgres } from "../../server/src/database/embedded/startEmbeddedPostgres";
import { stopOnSignal } from "../../server/src/stopOnSignal";

const [dataDir = ""] = process.argv.slice(2);
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

async function ask(url: string): Promise<object> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ user: string }>("SELECT current_user AS user");
    return { answer: rows[0]?.user };
  } catch (error) {
    return { failure: (error as Error).message };
  } finally {
    await client.end().catch(() => undefined);
  }
}

startEmbeddedPostgres({ dataDir, log: (text) => say({ log: text }) }).then(
  ({ url, stop }) => {
    stopOnSignal(stop);
    say({ url });
    createInterface({ input: process.stdin }).on("line", () => void ask(url).then(say));
  },
  (error: Error) => {
    say({ refused: error.message, name: error.name });
    process.exit(1);
  },
);
