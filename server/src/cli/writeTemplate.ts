// Writes samples/template anew after the vocabulary or the import format has changed. A test says when that is due.
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { templateFiles } from "../imports/template";

const folder = resolve(__dirname, "../../../samples/template");
for (const { file, text } of templateFiles()) writeFileSync(join(folder, file), text);
