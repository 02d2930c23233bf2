// `npm run check`: format, lint, types, boundaries, generated files current, then every test. All that CI runs.
import { spawn } from "node:child_process";
import { checkNode, fail, install, root, say, tool } from "./prepare.mjs";

checkNode();
install();

const ROOMS = ["shared/src", "server/src", "web/src"];
const lint = ["lint", [tool("eslint", "bin/eslint.js"), "--max-warnings", "0", "."]];
const others = [
  ["types", [tool("typescript", "bin/tsc"), "-b"]],
  ["format", [tool("prettier", "bin/prettier.cjs"), "--check", "--log-level", "warn", "."]],
  ["boundaries", [tool("dependency-cruiser", "bin/dependency-cruise.mjs"), "--no-progress", ...ROOMS]],
  ["generated files", ["scripts/generate.mjs", "--check"]],
];

// Lint takes twice as long as all the others together, and one core: the first of the tests run beside it.
const linting = inTurn([lint]);
const outOfOrder = await inTurn(others);
if (outOfOrder.length > 0) fail(`Not in order: ${[...outOfOrder, ...(await linting)].join(", ")}.`);

const tests = spawn(process.execPath, ["scripts/test.mjs"], {
  cwd: root,
  stdio: ["ignore", "inherit", "inherit"],
});
const tested = new Promise((resolve) => tests.on("close", resolve));
const unclean = await linting;
process.exitCode = (await tested) ?? 1;
if (unclean.length > 0) fail("Not in order: lint, as said above.");

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
