// Writes schema.graphql: the contract, committed, so that every change of it is seen in a diff.
// `scripts/generate.mjs` runs it and makes the typed client from the file.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { printSchemaText } from "../api/printSchemaText";

// The check for staleness has it written elsewhere.
const file = process.argv[2] ?? join(__dirname, "../../../schema.graphql");
writeFileSync(file, printSchemaText());
