// `npm run check`: format, lint, types, boundaries, generated files current, then every test. All that CI runs.
import { spawn, spawnSync } from "node:child_process";
import { checkNode, fail, install, root, say, tool } from "./prepare.mjs";

checkNode();
install();

const ROOMS = ["shared/src", "server/src", "web/src"];
const steps = [
  ["format", [tool("prettier", "bin/prettier.cjs"), "--check", "--log-level", "warn", "."]],
  ["lint", [tool("eslint", "bin/eslint.js"), "--max-warnings", "0", "."]],
  ["types", [tool("typescript", "bin/tsc"), "-b"]],
  ["boundaries", [tool("dependency-cruiser", "bin/dependency-cruise.mjs"), "--no-progress", ...ROOMS]],
  ["generated files", ["scripts/generate.mjs", "--check"]],
];

// Two at a time: lint takes as long as all the others together. What each says is kept until it has ended.
const failed = (await Promise.all([inTurn(steps.slice(0, 2)), inTurn(steps.slice(2))])).flat();
if (failed.length > 0) fail(`Not in order: ${failed.join(", ")}.`);

const { status } = spawnSync(process.execPath, ["scripts/test.mjs"], {
  cwd: root,
  stdio: ["ignore", "inherit", "inherit"],
});
process.exitCode = status ?? 1;

/** The names of those that failed. */
async function inTurn(lane) {
  const failed = [];
  for (const [name, args] of lane) {
    say(`checking ${name}`);
    if (!(await passes(args))) failed.push(name);
  }
  return failed;
}

function passes(args) {
  return new Promise((resolve) => {
    const step = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    const said = [];
    for (const stream of [step.stdout, step.stderr]) stream.on("data", (chunk) => said.push(chunk));
    step.on("close", (code) => {
      process.stderr.write(Buffer.concat(said));
      resolve(code === 0);
    });
  });
}
