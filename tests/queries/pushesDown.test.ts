// Every tally stays inside what a distributed Postgres computes where the rows are: count, sum, min and max, grouped by
// anything, joined over the patient. Read from the SQL in the source, so that a statement that no test asks is judged too.
// That it is so on a Citus, statement by statement, is seen in tests/cluster.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const folder = join(__dirname, "../../server/src/queries");

/** Computed on each worker and then put together: a sum of sums, the least of the least. */
const aggregates = ["count", "sum", "min", "max"];
/** Of one row each. */
const ofOneRow = ["coalesce", "nullif", "least", "greatest", "any", "unnest", "to_char", "varbit_send"];
/** Not calls: what a parenthesis may follow in SQL. */
const words =
  "and as case each else end exists filter from in join materialized not on or select then using values when where with by";
const allowed = new Set([...aggregates, ...ofOneRow, ...words.split(" ")]);

const refused: Readonly<Record<string, RegExp>> = {
  "a window": /\bover\b|\bwindow\b/,
  "distinct, which has to see all rows together": /\bdistinct\b/,
  "an ordered aggregate": /\bwithin\s+group\b/,
  "grouping sets": /\bgrouping\s+sets\b|\bcube\b|\brollup\b/,
  "a limit or an offset": /\blimit\b|\boffset\b/,
  "a lateral join": /\blateral\b/,
  recursion: /\brecursive\b/,
  "a join of any other kind": /\b(cross|full|left|right|natural)\s+join\b/,
};

/** The statements of a source file, with a space where a value or a piece of SQL goes. */
function statementsOf(source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === "sql") {
      const { template } = node;
      found.push(
        ts.isNoSubstitutionTemplateLiteral(template)
          ? template.text
          : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)].join(" "),
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("query.ts", source, ts.ScriptTarget.ES2022, true));
  return found.map((text) => text.toLowerCase().replace(/'[^']*'/g, "''"));
}

/** What in a statement does not push down, in words. */
function faultsOf(statement: string): string[] {
  const faults = Object.entries(refused).flatMap(([what, pattern]) =>
    pattern.test(statement) ? [what] : [],
  );
  for (const [, name = ""] of statement.matchAll(/(?<![.\w])([a-z_][a-z0-9_]*)\s*\(/g))
    if (!allowed.has(name)) faults.push(`${name}()`);
  const joins = statement.match(/\bjoin\b/g)?.length ?? 0;
  const overPatient = statement.match(/\busing\s*\(\s*patient\b/g)?.length ?? 0;
  // Releases and their datasets are on every node, and few.
  if (joins > overPatient && !/\bfrom\s+release\b/.test(statement))
    faults.push("a join that is not over the patient");
  return faults;
}

const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));

test.each(files)("%s asks for nothing that does not push down", (name) => {
  const statements = statementsOf(readFileSync(join(folder, name), "utf8"));
  expect(statements.flatMap(faultsOf)).toEqual([]);
});

test("all tallies were read", () => {
  const tallies = files.filter((name) => name.startsWith("tally"));
  expect(tallies.length).toBeGreaterThan(15);
  const sources = files.map((name) => readFileSync(join(folder, name), "utf8"));
  const statements = sources.flatMap(statementsOf).filter((text) => /\bfrom\s+analysis_/.test(text));
  // The others are said once for Postgres and for the columns in memory; their SQL is all in counting.ts.
  const counted = sources.flatMap((source) => [...source.matchAll(/\btable: "analysis_/g)]);
  expect(statements.length + counted.length).toBeGreaterThan(22);
});

test.each([
  ["select stddev_samp(age_years) from analysis_course", "stddev_samp()"],
  ["select array_agg(age_years) from analysis_course", "array_agg()"],
  ["select row_number() over (order by 1) from analysis_course", "a window"],
  ["select distinct on (patient) age from analysis_course", "distinct, which has to see all rows together"],
  ["select percentile_cont(0.5) within group (order by age) from analysis_course", "an ordered aggregate"],
  ["select count(*) from analysis_course group by grouping sets ((1), (2))", "grouping sets"],
  ["select 1 from (select 1) a join (select 2) b using (course)", "a join that is not over the patient"],
])("it sees what is at fault in: %s", (statement, fault) => {
  expect(faultsOf(statement)).toContain(fault);
});
