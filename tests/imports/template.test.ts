// The template in samples/ is what the code checks against, written from the vocabulary.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { conditions, instruments, modalities, sideEffects } from "@afterglow/shared";
import { templateFiles } from "../../server/src/imports/template";

const folder = join(__dirname, "../../samples/template");

test("samples/template is current: if not, run server/src/cli/writeTemplate.ts", () => {
  const files = templateFiles();
  for (const { file, text } of files) expect(readFileSync(join(folder, file), "utf8")).toBe(text);
  const expected = [...files.map(({ file }) => file), "README.md"];
  expect(readdirSync(folder).sort()).toEqual(expected.sort());
});

type Descriptor = {
  resources: { path: string; schema: { fields: { name: string; constraints: { enum?: string[] } }[] } }[];
};

test.each([
  ["courses.csv", "condition", conditions],
  ["courses.csv", "modality", modalities],
  ["scores.csv", "instrument", instruments],
  ["side_effects.csv", "term", sideEffects],
])("%s: the codes of %s are the vocabulary's", (file, column, entries) => {
  const { resources } = JSON.parse(readFileSync(join(folder, "datapackage.json"), "utf8")) as Descriptor;
  const fields = resources.find(({ path }) => path === file)?.schema.fields;
  const codes = fields?.find(({ name }) => name === column)?.constraints.enum;
  expect(codes).toEqual(entries.map(({ code }) => code));
});
