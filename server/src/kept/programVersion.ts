// Which program this is: a hash of its own files and of the versions of what it runs on. Two that could answer
// differently have different ones.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const root = join(__dirname, "../../..");
/** What was to be installed, and what npm says it has installed. */
const versions = ["package-lock.json", "node_modules/.package-lock.json"].map((file) => join(root, file));
const folders = [join(__dirname, ".."), dirname(require.resolve("@afterglow/shared"))];

let known: string | undefined;

export const programVersion = (): string => (known ??= hashPrograms());

function hashPrograms(): string {
  const hash = createHash("sha256").update(process.version);
  for (const file of [...versions.filter(existsSync), ...folders.flatMap(programsIn)])
    hash.update(`\n${relative(root, file)}\n`).update(readFileSync(file));
  return hash.digest("base64url");
}

function programsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name) && !entry.name.endsWith(".d.ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
