// A tenth of the size that an import has to bear, by the benchmark itself: the real commands, a Postgres of their own.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { load } from "../load";

const hook = join(__dirname, "../runTypeScript.cjs");
const command = join(__dirname, "../../server/src/cli/bench.ts");

load(
  {
    load: "1,200,000 score rows in 100,000 courses, brought in, published; a tenth, killed at a random moment and brought in again",
    times: { long: 1 },
    passes:
      "brought in within 60 s and 500 MB, published within 18 s, nothing half-written, the re-run completes",
  },
  async ({ alone }) => {
    const scores = alone ? "1200000" : "1200";
    const words = ["-r", hook, command, "import", "--scores", scores];
    const { stdout } = await promisify(execFile)(process.execPath, words);
    const rows = stdout
      .split("\n")
      .filter((line) => line.startsWith("| "))
      .slice(1)
      .map((line) => line.split("|").map((cell) => cell.trim()));
    const [imported = [], published = [], killed = [], again = []] = rows;
    expect(killed[1]).toMatch(/^import of a tenth, (killed: nothing of it is there|ended before the kill)$/);
    expect(again[1]).toBe("the same tenth again");
    if (alone) {
      expect(Number(imported[2])).toBeLessThanOrEqual(60);
      expect(Number(imported[3])).toBeLessThanOrEqual(500);
      expect(Number(published[2])).toBeLessThanOrEqual(18);
    }
    return `brought in within ${imported[2]} s and ${imported[3]} MB, published within ${published[2]} s; ${killed[1]}`;
  },
);
