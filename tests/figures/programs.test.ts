// The programs that get a figure's numbers again: they ask for the figure's own CSV by its whole address, and what they
// take for granted of that file holds for every figure.
import { parse } from "graphql";
import { figureById, figureIds, programsOf } from "@afterglow/shared";
import { figureCsv } from "@afterglow/server/src/figures/figureFile";
import { provenance } from "./answers";
import { figureOf } from "./ask";

const address =
  "http://127.0.0.1:4000/figures/onset.csv?dataset=demo&release=3&condition=TRD%2CPTSD&by=condition";

function programs(id: string) {
  const definition = figureById(id);
  if (definition === null) throw new Error("No such figure");
  const texts = programsOf({ definition, variables: { release: "demo.3", by: "CONDITION" }, address });
  return new Map(texts.map(({ name, text }) => [name, text]));
}

it("offers the question, R and Python", () => {
  expect([...programs("onset").keys()]).toEqual(["GraphQL query", "R script", "Python script"]);
});

it.each(["R script", "Python script"])(
  "%s names the figure and the whole address of its CSV once",
  (name) => {
    const text = programs("onset").get(name) ?? "";
    expect(text.split("\n")[0]).toBe("# Onset: the numbers of the figure, one row a point.");
    expect(text.split(JSON.stringify(address))).toHaveLength(2);
    expect(text).toMatch(/hidden.*no number/);
  },
);

it.each(figureIds)("%s: the question can be read, its variables beneath it as remarks", (id) => {
  const text = programs(id).get("GraphQL query") ?? "";
  expect(() => parse(text)).not.toThrow();
  expect(text).toContain('#   "release": "demo.3",');
});

it.each(figureIds)(
  "%s: a line of the CSV is a remark or a row, and hidden numbers begin as the programs think",
  (id) => {
    const figure = figureOf(id);
    const lines = figureCsv(figure, provenance).trimEnd().split(/\r?\n/);
    const rows = lines.filter((line) => !line.startsWith("#"));
    expect(rows).toHaveLength(figure.table.rows.length + 1);
    // R takes the rest of a line after a # as a remark, wherever it stands.
    for (const row of rows) expect(row).not.toContain("#");
    const hidden = figure.table.rows.flat().filter((cell) => cell.hidden).length;
    expect(rows.join("\n").match(/(?<=^|,)"?hidden: /gm) ?? []).toHaveLength(hidden);
  },
);
