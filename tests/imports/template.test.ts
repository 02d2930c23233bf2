// The template in samples/ is what the code checks against, written from the vocabulary.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { templateFiles } from "../../server/src/imports/template";

const folder = join(__dirname, "../../samples/template");

test("samples/template is current: if not, run server/src/cli/writeTemplate.ts", () => {
  const files = templateFiles();
  for (const { file, text } of files) expect(readFileSync(join(folder, file), "utf8")).toBe(text);
  const expected = [...files.map(({ file }) => file), "README.md"];
  expect(readdirSync(folder).sort()).toEqual(expected.sort());
});
