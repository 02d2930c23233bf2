// Every sample of every format, through the command and through the Data page: both say the same of it, row for row of the
// receipt. A folder of samples/ that holds a package or a recipe is one of them, so a new sample comes in by itself.
import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Site, Visit } from "./site";

const root = join(__dirname, "../..");
const samples = join(root, "samples");
const command = join(root, "server/dist/cli/import.js");
const formatOf = (folder: string): string => folder.split("/")[0] ?? "";
const folders = readdirSync(samples, { recursive: true, encoding: "utf8" })
  .filter((path) => /^(datapackage|recipe)\.json$/.test(basename(path)))
  .map((path) => dirname(path).replaceAll("\\", "/"))
  .sort();

/** Of each format the first, and every package, which no other test brings in; with ALL_SAMPLES=1 every one. */
const sampled =
  process.env["ALL_SAMPLES"] === "1"
    ? folders
    : folders.filter(
        (folder, at) =>
          formatOf(folder) === "packages" || formatOf(folder) !== formatOf(folders[at - 1] ?? ""),
      );

/** One row of a receipt a file: its name, its table, its numbers. */
type Rows = string[][];
interface Outcome {
  readonly written: boolean;
  readonly head: string[];
  readonly rows: Rows;
}

const nameOf = (sample: string): string => sample.replaceAll("/", "-");

/** Numbers as people write them, without what sets their thousands apart. */
const plain = (cell: string): string => (/^\d[\d\s,.\u202f]*$/.test(cell) ? cell.replace(/\D/g, "") : cell);

function byCommand(databaseUrl: string, sample: string): Promise<Outcome> {
  const folder = join(samples, sample);
  const recipe = join(folder, "recipe.json");
  const words = [
    command,
    folder,
    ...["--dataset", `by-command-${nameOf(sample)}`],
    ...(existsSync(recipe) && !existsSync(join(folder, "datapackage.json")) ? ["--recipe", recipe] : []),
  ];
  return new Promise((done) => {
    const env = { ...process.env, DATABASE_URL: databaseUrl };
    execFile(process.execPath, words, { env }, (failure, out) => {
      const lines = out.split("\n");
      const from = lines.findIndex((line) => /^File +Table +Rows/.test(line));
      const length = lines.slice(from).findIndex((line) => line === "");
      const [head = [], ...rows] = lines
        .slice(from, from + length)
        .map((line) => line.split(/ {2,}/).map(plain));
      done({ written: failure === null, head, rows });
    });
  });
}

async function byPage({ page }: Visit, sample: string): Promise<Outcome> {
  await page.locator(".drop").waitFor();
  await page.getByLabel("Folder", { exact: true }).setInputFiles(join(samples, sample));
  await page.getByText(/problems? in the rows that were looked at/).waitFor();
  await page.getByLabel("Dataset", { exact: true }).fill(`by-page-${nameOf(sample)}`);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  const receipts = page.getByRole("region", { name: "Receipts", exact: true });
  const broughtIn = receipts.getByRole("button", { name: /^Import \d/ });
  await broughtIn.or(page.getByText("was refused; nothing was written.")).first().waitFor();
  if ((await broughtIn.count()) > 0) await broughtIn.click();
  const table = receipts.getByRole("region", { name: "Files, table" });
  await table.waitFor();
  const rows = await table
    .locator("tr")
    .evaluateAll((found) =>
      found.map((row) => [...row.querySelectorAll("th, td")].map(({ textContent }) => textContent)),
    );
  const [head = [], ...rest] = rows;
  return {
    written: (await receipts.getByText("Brought in whole.").count()) === 1,
    head,
    rows: rest.map((cells) => cells.map(plain)),
  };
}

export function testSamples(site: () => Site): void {
  test("there are three of each format", () => {
    const of = (format: string) => folders.filter((folder) => folder.startsWith(format)).length;
    expect(of("packages")).toBeGreaterThanOrEqual(3);
    expect(of("recipes")).toBeGreaterThanOrEqual(3);
    expect(of("redcap")).toBeGreaterThanOrEqual(3);
    expect(of("fhir")).toBeGreaterThanOrEqual(3);
    expect(of("omop")).toBeGreaterThanOrEqual(3);
    expect(folders).toContain("nimh-ketamine");
  });

  test.each(sampled)("%s", async (sample) => {
    const visit = await site().visit("/data?new");
    const [told, shown] = await Promise.all([byCommand(site().databaseUrl, sample), byPage(visit, sample)]);
    expect(shown).toEqual(told);
    expect(told.rows.length).toBeGreaterThan(0);
    // The template holds no rows, and is refused for that.
    expect(told.written).toBe(!/with-faults$|^template$/.test(sample));
    const counted = await site().database.query<{ dataset: string; rows: string }>(
      `select d.name as dataset, count(*) as rows from dataset d join course s on s.dataset_id = d.id
       where d.name like 'by-%-' || $1 group by 1 order by 1`,
      [nameOf(sample)],
    );
    expect(counted.map(({ dataset }) => dataset)).toEqual(
      told.written ? [`by-command-${nameOf(sample)}`, `by-page-${nameOf(sample)}`] : [],
    );
    expect(new Set(counted.map(({ rows }) => rows)).size).toBeLessThan(2);
    expect(visit.errors).toEqual([]);
    await visit.close();
  });
}
