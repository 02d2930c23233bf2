// A database of its own on the cluster of CLUSTER_URL, for `npm run test:cluster`: made on every node, with few shards,
// and the nodes made known to each other as those of CLUSTER_URL are.
import { randomBytes } from "node:crypto";
import { Client } from "pg";

interface Node {
  readonly host: string;
  readonly port: number;
  readonly coordinator: boolean;
}

/** Few: every one is a table on a worker, and tests look at few patients. */
const SHARDS = 4;

export const clusterServer = (): string | undefined => process.env["CLUSTER_URL"] || undefined;

export async function createClusterDatabase(
  server: string,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  const nodes = await on(server, (ask) =>
    ask<Node>(
      "select nodename as host, nodeport as port, groupid = 0 as coordinator from pg_dist_node order by groupid",
    ),
  );
  const coordinator = nodes.find((node) => node.coordinator);
  if (coordinator === undefined || nodes.length < 2)
    throw new Error(
      "CLUSTER_URL has to name the coordinator of a Citus that knows its own host and has workers.",
    );
  const addressOf = (node: Node, database: string) => {
    const url = new URL(server);
    // The coordinator is reached as we were told to; the workers, as it reaches them.
    if (!node.coordinator) [url.hostname, url.port] = [node.host, String(node.port)];
    url.pathname = `/${database}`;
    return url.href;
  };
  const everywhere = async (database: string, statement: string) => {
    for (const node of nodes) await on(addressOf(node, database), (ask) => ask(statement));
  };
  const home = new URL(server).pathname.slice(1);
  await everywhere(home, `create database ${name}`);
  await everywhere(name, "create extension citus");
  const url = addressOf(coordinator, name);
  await on(url, async (ask) => {
    await ask(`alter database ${name} set citus.shard_count = ${SHARDS}`);
    await ask("select citus_set_coordinator_host($1, $2)", [coordinator.host, coordinator.port]);
    for (const node of nodes.filter((each) => !each.coordinator))
      await ask("select citus_add_node($1, $2)", [node.host, node.port]);
  });
  return { url, drop: () => everywhere(home, `drop database if exists ${name} with (force)`) };
}

type AskNode = <Row extends object>(text: string, values?: unknown[]) => Promise<Row[]>;

async function on<Result>(url: string, work: (ask: AskNode) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(
      async <Row extends object>(text: string, values: unknown[] = []) =>
        (await client.query<Row>(text, values)).rows,
    );
  } finally {
    await client.end();
  }
}
