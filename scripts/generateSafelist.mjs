// The list of the questions that the pages ship, by name and hash: what a browser may send. The server loads it.
import { documentHash } from "../server/dist/api/documentHash.js";

export const SAFELIST = "server/src/api/safelistedDocuments.ts";

const head = `// Written by \`npm run generate\`, never edited: the questions that the pages ship, and the hash of each.
export const safelistedDocuments: Readonly<Record<string, string>> = {
`;

export function generateSafelist(documents) {
  const entries = documents.map(({ location, document }) => {
    const operations = document.definitions.filter(({ kind }) => kind === "OperationDefinition");
    const [operation] = operations;
    if (operations.length !== 1 || !operation.name)
      throw new Error(`${location}: a document is one question with a name.`);
    return [operation.name.value, documentHash(document)];
  });
  const names = entries.map(([name]) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`Two questions are named ${twice}.`);
  const lines = entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, hash]) => `  ${name}: "${hash}",\n`);
  return `${head}${lines.join("")}};\n`;
}
