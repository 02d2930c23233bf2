// Writes samples/template and samples/recipe.schema.json anew after the vocabulary or the import format has changed.
// Tests say when that is due.
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { recipeSchema } from "../imports/recipeSchema";
import { templateFiles } from "../imports/template";

const samples = resolve(__dirname, "../../../samples");
for (const { file, text } of templateFiles()) writeFileSync(join(samples, "template", file), text);
writeFileSync(join(samples, "recipe.schema.json"), `${JSON.stringify(recipeSchema(), null, 2)}\n`);
