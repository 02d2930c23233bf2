// What a figure says where not all of its question was applied, or where another release answers than was asked: loudly on
// the page, under what is drawn, and in every file.
import {
  answeredFigure,
  citationOf,
  figureById,
  figureIds,
  type Answered,
  type FigureId,
} from "@afterglow/shared";
import { figureCsv, figureJson } from "@afterglow/server/src/figures/figureFile";
import { answered, provenance } from "./answers";
import { results, stateOf } from "./ask";

const sentence = "Sex was not applied: it would set apart fewer than 11 patients.";
const ofHeadline = "Age was not applied: it would set apart fewer than 11 patients.";
const older: Answered["release"] = {
  id: "demo.2",
  number: 2,
  publishedOn: "2026-01-07",
  checksum: "77aa0e115d",
};
const elsewhere = "Answered from release 2: fewer than 11 of these patients are new in release 3.";

/** The figure's own result carries what was done to it; its page's cohort says something else. */
function told(id: FigureId, by: Answered) {
  const definition = figureById(id);
  if (definition === null) throw new Error(`No figure ${id}`);
  const result = Object.fromEntries(
    Object.entries(results[id]).map(([name, each]) => [name, { ...(each as object), answered: by }]),
  );
  const page = { ...provenance, notApplied: [{ dimension: "age", sentence: ofHeadline }] };
  return { ...answeredFigure(definition, { cohort: { ...page, ...result } }, stateOf()), result };
}

const originOf = ({ figure }: ReturnType<typeof told>, name: string) =>
  figure.caption.origin.find((line) => line.name === name)?.text ?? "";

describe.each(figureIds)("%s", (id) => {
  test("says nothing where all was applied", () => {
    const { figure, provenance: from } = told(id, answered);
    expect(figure.warning ?? "").not.toMatch(/applied|Answered/);
    expect(from.notApplied).toEqual([]);
    expect(from.release).toEqual(provenance.release);
  });

  test("says what was not applied to it, whatever was not applied to its page's cohort", () => {
    const one = told(id, { ...answered, notApplied: [{ dimension: "sex", sentence }] });
    expect(one.figure.warning).toContain(sentence);
    expect(originOf(one, "Cohort")).toContain(sentence);
    expect(JSON.stringify(one.figure)).not.toContain(ofHeadline);
    const csv = figureCsv(one.figure, one.provenance);
    expect(csv).toMatch(new RegExp(`^# Warning: .*${sentence}`, "m"));
    expect(csv).toMatch(new RegExp(`^# Cohort: .*${sentence}`, "m"));
    const json = JSON.parse(figureJson(one.figure, one.provenance, one.result)) as Record<string, unknown>;
    expect(json["warning"]).toContain(sentence);
    expect(json["provenance"]).toMatchObject({ notApplied: [{ dimension: "sex", sentence }] });
  });

  test("is of the release that answered, and says so where that is another", () => {
    const one = told(id, { notApplied: [], release: older });
    expect(one.figure.warning).toContain(elsewhere);
    expect(originOf(one, "Data")).toBe(
      `Demo registry (synthetic), release 2, 7 January 2026, checksum 77aa 0e11. ${elsewhere}`,
    );
    expect(one.provenance.release).toEqual({ ...provenance.release, ...older });
    expect(citationOf(one.provenance)).toContain("release 2, 7 January 2026, demo.2, checksum 77aa 0e11.");
    const csv = figureCsv(one.figure, one.provenance);
    expect(csv).toContain("# Release: demo.2, ");
    expect(csv).toMatch(new RegExp(`^# Data: .*${elsewhere}$`, "m"));
    expect(csv).not.toContain("demo.3");
  });
});
