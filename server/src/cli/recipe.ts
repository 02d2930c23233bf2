// `npm run recipe -- redcap <dictionary.csv> [--export FILE] [--out FILE]`: writes a first recipe from a REDCap data
// dictionary and the export beside it, and says what it guessed. It opens no database, and no value leaves the files.
import { writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { recipeFromRedcap, CannotGuess } from "../imports/recipeFromRedcap";

const USAGE = "Usage: npm run recipe -- redcap <dictionary.csv> [--export FILE] [--out FILE]";

class InvalidCommand extends Error {}

interface Command {
  readonly dictionary: string;
  readonly export: string | undefined;
  readonly out: string | undefined;
}

function readCommand(words: readonly string[]): Command {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { export: { type: "string" }, out: { type: "string" } },
    });
    const [kind, dictionary, ...more] = positionals;
    if (kind === "redcap" && dictionary !== undefined && more.length === 0)
      return { dictionary, export: values.export, out: values.out };
  } catch {
    // What was not understood is said below; the parser's own message repeats it.
  }
  throw new InvalidCommand(USAGE);
}

/** For editors, as a path from the recipe. */
const schemaFrom = (out: string): string =>
  relative(resolve(dirname(out)), resolve(__dirname, "../../../samples/recipe.schema.json")).replaceAll(
    "\\",
    "/",
  );

async function run(words: readonly string[]): Promise<void> {
  const command = readCommand(words);
  const { recipe, guessed, unknown, folder } = await recipeFromRedcap(command.dictionary, command.export);
  const out = command.out ?? join(folder, "recipe.json");
  try {
    await writeFile(out, `${JSON.stringify({ $schema: schemaFrom(out), ...recipe }, null, 2)}\n`, {
      flag: "wx",
    });
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === "EEXIST";
    throw new InvalidCommand(
      exists
        ? "The recipe exists already: remove it, or name another with --out."
        : "The recipe cannot be written there.",
    );
  }
  const list = (lines: readonly string[]) => lines.map((line) => `  ${line}\n`).join("");
  process.stdout.write(`Guessed, to be looked through:\n${list(guessed)}\n`);
  process.stdout.write(`Not known, to be filled in:\n${list(unknown)}\n`);
  process.stdout.write(`Written. Try it: npm run import -- ${folder} --recipe ${out} --dry-run\n`);
}

run(process.argv.slice(2)).catch((error: unknown) => {
  const expected = error instanceof InvalidCommand || error instanceof CannotGuess;
  process.stderr.write(
    `${expected ? error.message : "The recipe could not be written, for a reason that Afterglow does not know."}\n`,
  );
  process.exitCode = 1;
});
