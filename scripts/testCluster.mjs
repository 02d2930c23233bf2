// `npm run test:cluster [-- path …]`: the tests of the tallies, the releases and the door on a Citus, the address of whose
// coordinator is in CLUSTER_URL, and those that hold its answers against a single machine's. No part of `npm run check`.
import { spawnSync } from "node:child_process";
import { fail, root, say } from "./prepare.mjs";

if (!process.env.CLUSTER_URL) {
  process.stdout.write(
    "Nothing was tested: CLUSTER_URL is not set. It names the coordinator of a Citus (docs/scale.md says how to start one).\n",
  );
  process.exit(0);
}

const chosen = process.argv.slice(2);
// Left out: what alters a Postgres that it believes to be alone on, or renames patients, which no cluster allows.
const rooms = [
  "cluster",
  "queries",
  "releases/(?!databaseUser)",
  "api",
  "kept",
  "backup",
  "steward",
  "audit/(?!answers)",
];
const imports = ["importPackage", "corrections", "withdraw", "badRows", "together"].map(
  (name) => `imports/${name}`,
);
const usual = [...rooms, ...imports].map((path) => `tests/${path}`);
const paths = chosen.length > 0 ? chosen : usual;
say("testing on the cluster of CLUSTER_URL");
const { status, error } = spawnSync(process.execPath, ["scripts/test.mjs", ...paths], {
  cwd: root,
  stdio: ["ignore", "inherit", "inherit"],
});
if (error) fail("The tests could not be started.");
process.exitCode = status ?? 1;
