// What the Methods page says of the statistics: all of them, in the words of their docstrings, and each figure with its own.

import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  figures,
  statisticMethods,
  statisticNames,
  type FigureDefinition,
  type StatisticIds,
} from "@afterglow/shared";
import * as ts from "typescript";

const root = join(__dirname, "../..");
const folder = join(root, "server/src/statistics");
/** With a source and an R call of their own, and yet no statistic that a figure could show. */
const inner = ["cholesky", "largeGamma"];

/** Docstrings of exported functions, by TypeScript's own parser; the generator reads the text. */
function docstrings(): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of readdirSync(folder)) {
    const text = readFileSync(join(folder, file), "utf8");
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
    for (const statement of source.statements) {
      const held = ts.isVariableStatement(statement) ? statement.declarationList.declarations[0] : undefined;
      const named = ts.isFunctionDeclaration(statement) ? statement : held;
      const comment = ts.getLeadingCommentRanges(text, statement.getFullStart())?.at(-1);
      if (named?.name === undefined || !comment || !statement.getText().startsWith("export")) continue;
      found.set(named.name.getText(), text.slice(comment.pos, comment.end));
    }
  }
  return found;
}
const documented = docstrings();
const words = (text: string): string => text.replaceAll(/[\s*]+/g, " ").replaceAll(/ \(see \w+\)/g, "");

test("every function with a source and an R call is told of, and nothing else", () => {
  const statistics = [...documented]
    .filter(([id, text]) => /\sSource: \S/.test(text) && /\sR: \S/.test(text) && !inner.includes(id))
    .map(([id]) => id);
  expect(statistics.length).toBeGreaterThan(15);
  expect(statisticMethods.map(({ id }) => id).sort()).toEqual(statistics.sort());
  expect(Object.keys(statisticNames).sort()).toEqual(statistics);
});

test.each([...statisticMethods])("$id says in its docstring what the page says", (method) => {
  const docstring = words(documented.get(method.id) ?? "");
  const { definition, formula, assumes, edges, source, r } = method;
  for (const part of [definition.split(/(?<=\.) /)[0] ?? "", ...formula, assumes, edges, source, r]) {
    if (part !== null) expect(docstring).toContain(words(part));
  }
  expect(definition).toMatch(/^[A-Z].{15,}[.?]$/);
  expect(source).toMatch(/\b(18|19|20)\d\d\b/);
  expect(r).toMatch(/`[^`]+`/);
  expect(statisticNames[method.id]).toMatch(/^[A-Z][^`.,;:]{3,80}$/);
});

test.each(figures.map(({ id, statistics }) => ({ id, statistics })))(
  "$id names the statistics that it uses, each once",
  ({ statistics }) => {
    expect(statistics.length).toBeGreaterThan(0);
    expect(new Set(statistics).size).toBe(statistics.length);
    for (const id of statistics) expect(Object.keys(statisticNames)).toContain(id);
  },
);

test("a figure without a statistic, or with one that nobody computes, does not compile", () => {
  const [any] = figures;
  const { statistics: _, ...rest } = any!;
  // @ts-expect-error -- There are no statistics.
  const without: FigureDefinition = rest;
  // @ts-expect-error -- There must be at least one.
  const none: StatisticIds = [];
  // @ts-expect-error -- There is no such statistic.
  const unknown: StatisticIds = ["starSign"];
  expect([without, none, unknown]).toHaveLength(3);
});

/** What the generator says of a file. */
function read(text: string): { stdout: string; stderr: string } {
  const script = [
    'import { readStatistics } from "./scripts/generateStatistics.mjs";',
    `console.log(JSON.stringify(readStatistics("planted.ts", ${JSON.stringify(text)})));`,
  ].join("\n");
  const node = ["--input-type=module", "--eval", script];
  return spawnSync(process.execPath, node, { cwd: root, encoding: "utf8" });
}

describe("the generator", () => {
  const planted = (...lines: string[]): string =>
    `/** A head. */\nconst x = 1;\n/**\n${lines.map((line) => ` * ${line}`).join("\n")}\n */\nexport function planted() {}\n`;
  const said = ["The planted mean, of nothing.", "", "  a = b;   c = d", "", "Assumes: nothing."];

  test("reads name, definition, formulas and labels", () => {
    const { stdout } = read(planted(...said, "Edges: none. Source: Nobody 1999. R: `mean(x)`"));
    expect(JSON.parse(stdout)).toEqual([
      {
        id: "planted",
        name: "Planted mean",
        definition: "The planted mean, of nothing.",
        formula: ["a = b", "c = d"],
        assumes: "nothing.",
        edges: "none.",
        source: "Nobody 1999.",
        r: "`mean(x)`",
      },
    ]);
  });

  test.each([
    ["R", ["Source: Nobody 1999."]],
    ["Source", ["R: `mean(x)`"]],
  ])("refuses a statistic that does not say its %s", (what, lines) => {
    expect(read(planted(...said, ...lines)).stderr).toContain(
      `server/src/statistics/planted.ts, planted: the docstring of a statistic must say its ${what}.`,
    );
  });

  test("leaves out what claims to be no statistic", () => {
    expect(JSON.parse(read(planted("Adds up.")).stdout)).toEqual([]);
  });
});
