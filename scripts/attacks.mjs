// `npm run attacks`: runs every attack on the disclosure gate, in its long form, and writes what each reached to
// docs/attacks.md.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkNode, fail, install, root, tool } from "./prepare.mjs";

checkNode();
install();

const folder = mkdtempSync(join(tmpdir(), "afterglow-attacks-"));
const file = join(folder, "reached");
const { status } = spawnSync(
  process.execPath,
  [tool("jest", "bin/jest.js"), "--config", "tests/jest.config.mjs", "--ci", "tests/attacks"],
  {
    cwd: root,
    env: { ...process.env, TZ: "UTC", ATTACKS_FILE: file, LONG_TABLE: join(folder, "rows") },
    stdio: ["ignore", "inherit", "inherit"],
  },
);
const lines = existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
rmSync(folder, { recursive: true, force: true });
if (status !== 0)
  fail("An attack reached more than it may, or none could be run: the table is left as it was.");

const columns = ["attack", "against", "targets", "reached"];
const rows = lines
  .map((line) => JSON.parse(line))
  .sort((one, other) => one.attack.localeCompare(other.attack, "en"))
  .map((row) => `| ${columns.map((column) => row[column]).join(" | ")} |`);
writeFileSync(
  join(root, "docs/attacks.md"),
  `# What the attacks reach

Each is a test in \`tests/attacks\`: it asks a running server over HTTP, about a registry whose truth the test keeps. \`npm run attacks\` runs them and writes this table.

| attack | against | targets | reached |
|---|---|---|---|
${rows.join("\n")}
`,
);
