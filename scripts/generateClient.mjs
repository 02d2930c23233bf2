// From a schema and the sources that hold `/* GraphQL */` documents to the types of the questions and their answers.
// Documents may live in shared (a figure's query) or web; each operation has a name, and no expression inside.
import { codegen } from "@graphql-codegen/core";
import { preset } from "@graphql-codegen/client-preset";
import { buildASTSchema, parse } from "graphql";

const DOCUMENT = /\/\* GraphQL \*\/\s*`([^`]*)`/g;

export function findDocuments(sources) {
  return sources.flatMap(({ path, text }) =>
    [...text.matchAll(DOCUMENT)].map(([, rawSDL]) => {
      if (rawSDL.includes("${"))
        throw new Error(`${path}: a GraphQL document holds no expressions; use a fragment.`);
      return { location: path, rawSDL, document: parse(rawSDL) };
    }),
  );
}

/**
 * The files, as [path, text] pairs. Of the preset's files the types alone: its map from text to document would send every
 * question of every page to each reader.
 */
export async function generateClient(schemaText, documents, baseOutputDir) {
  const schema = parse(schemaText);
  const outputs = await preset.buildGeneratesSection({
    baseOutputDir,
    schema,
    schemaAst: buildASTSchema(schema),
    documents,
    config: {
      scalars: { ID: "string" },
      enumType: "string-literal",
      useTypeImports: true,
      skipTypename: true,
    },
    presetConfig: { fragmentMasking: false },
    plugins: [],
    pluginMap: {},
    pluginContext: {},
  });
  const types = outputs.filter(({ filename }) => filename.endsWith("graphql.ts"));
  return Promise.all(types.map(async (output) => [output.filename, await codegen(output)]));
}
