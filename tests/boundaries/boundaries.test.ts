// Plants a forbidden import in a copy of the source for each wall between rooms, and sees it refused with advice.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const root = join(__dirname, "..", "..");
const CONFIGURATION = [".dependency-cruiser.cjs", "tsconfig.base.json", "tsconfig.depcruise.json"];
const SOURCES = ["shared", "server", "web"].map((workspace) => join(workspace, "src"));

/** The planted file, what it imports, and the rule that has to refuse it. */
const PLANTED: [file: string, imported: string, rule: string][] = [
  ["shared/src/planted.ts", "../../server/src/config", "shared"],
  ["shared/src/plantedReader.ts", "node:fs", "shared-is-pure"],
  ["server/src/statistics/planted.ts", "../queries/target", "statistics"],
  ["server/src/statistics/plantedShared.ts", "@afterglow/shared", "statistics"],
  ["server/src/statistics/plantedReader.ts", "node:fs", "statistics-are-pure"],
  ["server/src/queries/planted.ts", "../disclosure/target", "queries"],
  ["server/src/disclosure/planted.ts", "../queries/target", "disclosure"],
  ["server/src/analyses/planted.ts", "../database/dataSource", "analyses"],
  ["server/src/api/planted.ts", "../queries/target", "api"],
  ["server/src/api/plantedMaths.ts", "../statistics/target", "api"],
  ["server/src/api/plantedTable.ts", "../database/dataSource", "api"],
  ["server/src/imports/planted.ts", "../releases/target", "imports"],
  ["server/src/releases/planted.ts", "../imports/target", "releases"],
  ["server/src/demo/planted.ts", "../api/target", "demo"],
  ["server/src/figures/planted.ts", "../analyses/target", "server-figures"],
  ["server/src/database/planted.ts", "../imports/target", "database"],
  ["server/src/cli/planted.ts", "../queries/target", "cli"],
  ["server/src/planted.ts", "../../web/src/target", "web-and-server"],
  ["server/src/imports/plantedCommand.ts", "../cli/target", "main-is-the-top"],
  ["server/src/api/plantedBench.ts", "../bench/target", "bench-is-measured-alone"],
  ["web/src/planted.ts", "../../server/src/config", "web-and-server"],
  ["web/src/figures/planted.ts", "../pages/target", "web-figures"],
  ["web/src/utils.ts", "./target", "no-vague-names"],
  ["shared/src/plantedTypo.ts", "./doesNotExist", "unresolvable"],
];

const TARGETS = [
  ...["queries", "disclosure", "analyses", "statistics", "imports", "releases", "api", "bench", "cli"].map(
    (room) => `server/src/${room}/target.ts`,
  ),
  "web/src/target.ts",
  "web/src/pages/target.ts",
];

interface Violation {
  from: string;
  to: string;
  rule: { name: string };
  comment?: string;
}

let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "afterglow-boundaries-"));
  for (const path of [...CONFIGURATION, ...SOURCES]) {
    if (existsSync(join(root, path))) cpSync(join(root, path), join(copy, path), { recursive: true });
  }
  for (const path of SOURCES) mkdirSync(join(copy, path), { recursive: true });
  for (const modules of ["node_modules", join("web", "node_modules"), join("server", "node_modules")]) {
    if (existsSync(join(root, modules))) symlinkSync(join(root, modules), join(copy, modules));
  }
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

function run(program: string, words: readonly string[], input?: string) {
  const path = join(root, "node_modules", "dependency-cruiser", "bin", program);
  const { status, stdout } = spawnSync(process.execPath, [path, ...words], {
    cwd: copy,
    encoding: "utf8",
    input,
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, output: stdout };
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), text);
}

test("every planted import is refused and no other, with advice where the code belongs", () => {
  for (const target of TARGETS) write(target, "export const target = 1;\n");
  for (const [file, imported] of PLANTED) write(file, `export * from "${imported}";\n`);
  write(
    "server/src/planted/first.ts",
    'import { second } from "./second";\nexport const first = () => second;\n',
  );
  write(
    "server/src/planted/second.ts",
    'import { first } from "./first";\nexport const second = () => first;\n',
  );
  const { output } = run("dependency-cruise.mjs", ["--no-progress", "--output-type", "json", ...SOURCES]);
  const { summary } = JSON.parse(output) as { summary: { violations: Violation[] } };
  const refused = summary.violations.map(({ from, rule }) => `${from} ${rule.name}`);
  for (const [file, , rule] of PLANTED) expect(refused).toContain(`${file} ${rule}`);
  expect(refused).toContain("server/src/planted/first.ts no-circular");
  expect(refused.filter((line) => !/planted|utils\.ts/i.test(line))).toEqual([]);
  // What was found, as it is printed: to look for it again would take as long as the first time.
  const advice = run("depcruise-fmt.mjs", ["--exit-code", "--output-type", "err-long", "-"], output);
  expect(advice.status).toBeGreaterThan(0);
  expect(advice.output.replace(/\s+/g, " ")).toContain("SQL belongs in queries, arithmetic in statistics");
});
