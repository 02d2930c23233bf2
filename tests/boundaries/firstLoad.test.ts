// How much script a reader waits for on Explore, in the built pages: the entry with all that it imports, and what draws
// the figures, which is fetched beside it. What other pages ask and draw is not among it; each of them is a file of its own.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { compareFigures, exploreFigures, questionFigures } from "@afterglow/shared";

const assets = join(__dirname, "../../web/dist/assets");
const read = (file: string) => readFileSync(join(assets, file), "utf8");
const kB = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + gzipSync(read(file)).length, 0) / 1000;

const [, entry = ""] = /assets\/([\w-]+\.js)/.exec(readFileSync(join(assets, "../index.html"), "utf8")) ?? [];
const fileOf = (name: string) =>
  readdirSync(assets).find((file) => new RegExp(`^${name}-.*\\.js$`).test(file));
const first = withImports(entry);
const all = [...new Set([...first, ...withImports(fileOf("Figure") ?? "")])];
const otherPages = ["Questions", "Compare", "Data", "Methods", "Audit", "Account", "SignIn"];

/** The file, and what it imports before it runs. */
function withImports(file: string, known: string[] = []): string[] {
  if (known.includes(file)) return known;
  known.push(file);
  for (const [, each = ""] of read(file).matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+\.js)"/g))
    withImports(each, known);
  return known;
}

it("opens Explore with under 300 kB of script, charts included", () => {
  expect(first.length).toBeGreaterThan(3);
  expect(kB(all)).toBeGreaterThan(kB(first) + 30);
  expect(kB(all)).toBeLessThan(300);
});

it("has each other page in a file of its own, and fetches nothing else by itself", () => {
  const later = otherPages.map((page) => fileOf(`${page}Page`));
  const asked = all.flatMap((file) =>
    [...read(file).matchAll(/\bimport\(\s*[`"']\.\/([^`"']+)/g)].map(([, other]) => other),
  );
  expect(asked.sort()).toEqual([fileOf("Figure"), ...later].sort());
  for (const page of later) expect(all).not.toContain(page);
});

it("opens Explore without what other pages ask", () => {
  const nameOf = ({ document }: { document: string }) => /query \w+/.exec(document)?.[0] ?? "";
  const script = first.map(read).join("");
  const own = exploreFigures.map(nameOf);
  for (const name of own) expect(script).toContain(name);
  const others = [...questionFigures, ...compareFigures].map(nameOf).filter((name) => !own.includes(name));
  expect(others.length).toBeGreaterThan(8);
  for (const name of others) expect(script).not.toContain(name);
});
