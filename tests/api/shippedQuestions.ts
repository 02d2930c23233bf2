// The questions that the pages ship, as they stand in their sources: all that a browser with a sign-in may send.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../..");
const sources = ["web/src", "shared/src"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith("gql"))
    .map((name) => readFileSync(join(root, folder, name), "utf8")),
);

export const shippedQuestions: readonly string[] = sources.flatMap((text) =>
  [...text.matchAll(/\/\* GraphQL \*\/\s*`([^`]*)`/g)].map(([, document]) => document ?? ""),
);

export function shippedQuestion(name: string): string {
  const found = shippedQuestions.find((text) => new RegExp(`^\\s*query ${name}\\b`).test(text));
  if (found === undefined) throw new Error(`No page ships a question named ${name}`);
  return found;
}
