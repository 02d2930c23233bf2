// `npm run import | withdraw | publish | demo | bench | audit | backup | restore | recipe`: the command of that name, on a current build.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildServer, checkNode, fail, handOver, install, root } from "./prepare.mjs";

const COMMANDS = ["import", "withdraw", "publish", "demo", "bench", "audit", "backup", "restore", "recipe"];
const [name, ...rest] = process.argv.slice(2);

if (!COMMANDS.includes(name)) fail(`The command has to be one of: ${COMMANDS.join(", ")}.`);
checkNode();
install();
buildServer();
const env = join(root, ".env");
handOver([...(existsSync(env) ? [`--env-file=${env}`] : []), `server/dist/cli/${name}.js`, ...rest]);
