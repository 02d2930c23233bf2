// `npm run check`: format, lint, types, boundaries, generated files current, then every test. All that CI runs.
import { spawnSync } from "node:child_process";
import { checkNode, fail, install, root, say, tool } from "./prepare.mjs";

checkNode();
install();

const ROOMS = ["shared/src", "server/src", "web/src"];
const steps = [
  ["format", [tool("prettier", "bin/prettier.cjs"), "--check", "--log-level", "warn", "."]],
  ["types", [tool("typescript", "bin/tsc"), "-b"]],
  ["lint", [tool("eslint", "bin/eslint.js"), "--max-warnings", "0", "."]],
  ["boundaries", [tool("dependency-cruiser", "bin/dependency-cruise.mjs"), "--no-progress", ...ROOMS]],
  ["generated files", ["scripts/generate.mjs", "--check"]],
];

const failed = steps.filter(([name, args]) => {
  say(`checking ${name}`);
  return (
    spawnSync(process.execPath, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] }).status !== 0
  );
});
if (failed.length > 0) fail(`Not in order: ${failed.map(([name]) => name).join(", ")}.`);

const { status } = spawnSync(process.execPath, ["scripts/test.mjs"], {
  cwd: root,
  stdio: ["ignore", "inherit", "inherit"],
});
process.exitCode = status ?? 1;
