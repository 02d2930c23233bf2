// `npm start`: from a fresh clone to the page, and nothing twice.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildServer, buildWeb, checkNode, handOver, install, root } from "./prepare.mjs";

checkNode();
install();
buildServer();
buildWeb();
const env = join(root, ".env");
handOver([
  ...(existsSync(env) ? [`--env-file=${env}`] : []),
  "server/dist/main.js",
  ...process.argv.slice(2),
]);
