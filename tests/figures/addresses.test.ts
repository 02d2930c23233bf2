// The figure addresses: which file they answer with, and what they say to a reader who asks for what is not there.
import type { AddressInfo } from "node:net";
import express from "express";
import { compareFigures, figureById, figureIds, type FigureId } from "@afterglow/shared";
import { figureAddress } from "@afterglow/server/src/figures/figureAddress";
import { answered, provenance } from "./answers";
import { results } from "./ask";
import { comparison } from "./compareAnswers";
import { compareResults } from "./compareVisitAnswers";

const datasets = [{ name: "demo", releases: [{ id: "demo.3", number: 3, measures: ["PHQ9", "GAD7"] }] }];
const asked: Readonly<Record<string, unknown>>[] = [];

/** Answers every figure's document with its made-up result. */
async function execute(document: string, variables: Readonly<Record<string, unknown>>) {
  if (document.includes("FigureReleases")) return { data: { datasets } };
  asked.push(variables);
  if (variables["by"] === "CLINIC")
    return { errors: [{ message: "by: refused", extensions: { code: "BAD_USER_INPUT" } }] };
  const compared = compareFigures.find((each) => each.document === document);
  if (compared !== undefined) {
    if ((variables["cohorts"] as unknown[]).length < 2)
      return { errors: [{ message: "cohorts: takes two", extensions: { code: "BAD_USER_INPUT" } }] };
    return { data: { comparison: { ...comparison, ...compareResults[compared.id] } } };
  }
  const id = figureIds.find((each: FigureId) => figureById(each)?.document === document) ?? "flow";
  const { condition } = variables["where"] as { condition?: readonly string[] };
  if (condition?.includes("OCD") !== true) return { data: { cohort: { ...provenance, ...results[id] } } };
  // Of these too few are new in the release that is asked.
  const found: readonly (readonly [string, object])[] = Object.entries(results[id]);
  const told = found.map(([name, each]): [string, object] => [
    name,
    { ...each, answered: { ...answered, release: { ...answered.release, ...older } } },
  ]);
  return { data: { cohort: { ...provenance, ...Object.fromEntries(told) } } };
}
const older = { id: "demo.2", number: 2, publishedOn: "2026-01-07" };

let origin = "";
let close: () => void;
beforeAll(async () => {
  const app = express().use(
    "/figures",
    figureAddress(
      () => execute,
      () => '"tag"',
    ),
  );
  const server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/figures`;
  close = () => server.close();
});
afterAll(() => close());

it.each([
  ["svg", "image/svg+xml"],
  ["pdf", "application/pdf"],
  ["png", "image/png"],
  ["csv", "text/csv"],
  ["json", "application/json"],
])("answers .%s as %s under a name that says figure, dataset and release", async (format, type) => {
  const response = await fetch(`${origin}/durability.${format}?condition=TRD,PTSD&age=30-39,40-49`);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toContain(type);
  expect(response.headers.get("content-disposition")).toContain(`afterglow-durability-demo-3.${format}`);
  expect(asked.at(-1)).toMatchObject({
    release: "demo.3",
    where: { condition: ["TRD", "PTSD"], age: ["AGE_30_39", "AGE_40_49"], courseNumber: "FIRST" },
    outcome: { measure: "PHQ9" },
    by: "CONDITION",
  });
});

it.each(["svg", "csv", "json"])(
  "names a .%s after the release that answered, and says so",
  async (format) => {
    const response = await fetch(`${origin}/onset.${format}?condition=OCD`);
    expect(response.headers.get("content-disposition")).toContain(`afterglow-onset-demo-2.${format}`);
    expect(asked.at(-1)).toMatchObject({ release: "demo.3" });
    const text = await response.text();
    if (format === "svg") return;
    expect(text).toContain("Answered from release 2: fewer than 11 of these patients are new in release 3.");
    expect(text).toContain("release 2, 7 January 2026, demo.2");
  },
);

const three = "a=protocol%3DSTANDARD&aName=Six&b=protocol%3DINTENSIVE&c=modality%3DECT";

it.each(compareFigures.map(({ id }) => id))(
  "answers %s with what the Compare page's query string says",
  async (id) => {
    const response = await fetch(`${origin}/${id}.csv?${three}&adjust=severity,age&measure=GAD7`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-disposition")).toContain(`afterglow-${id}-demo-3.csv`);
    expect(asked.at(-1)).toMatchObject({
      release: "demo.3",
      cohorts: [
        { name: "Six", where: { protocol: ["STANDARD"], courseNumber: "FIRST" } },
        { name: "", where: { protocol: ["INTENSIVE"] } },
        { name: "", where: { modality: ["ECT"] } },
      ],
      adjustFor: ["SEVERITY", "AGE"],
      target: "REFERENCE",
    });
    expect(await response.text()).toContain("# Cohort A: ");
  },
);

it.each([
  ["onset.svg?colour=red", 400, "colour"],
  ["onset.svg?condition=GOUT", 400, "condition"],
  ["onset.svg?by=mood", 400, "by"],
  ["onset.svg?release=x", 400, "release"],
  ["onset.svg?by=clinic", 400, "by: refused"],
  ["onset.svg?release=9", 404, "no release 9"],
  ["onset.svg?dataset=nowhere", 404, "nowhere"],
  ["onset.svg?condition=TRD&a=condition%3DPTSD", 200, "svg"],
  ["onset.svg?a=colour%3Dred", 400, "a"],
  [`compare-times.svg?${three}&colour=red`, 400, "colour"],
  [`compare-times.svg?${three}&condition=TRD`, 400, "condition"],
  ["compare-times.svg?a=colour%3Dred&b=", 400, "a: "],
  [`compare-times.svg?${three}&adjust=mood`, 400, "adjust"],
  [`compare-effects.csv?${three}&visit=W5`, 400, "visit"],
  ["compare-times.svg?a=condition%3DTRD", 400, "cohorts"],
  [`compare-times.svg?${three}&release=9`, 404, "no release 9"],
  ["compare.svg", 404, "compare-times"],
  ["onset.gif", 404, "gif"],
  ["survival.svg", 404, "survival"],
])("%s: %i, naming %s", async (path, status, named) => {
  const response = await fetch(`${origin}/${path}`);
  expect(response.status).toBe(status);
  if (status !== 200) expect(response.headers.get("content-type")).toContain("text/plain");
  expect(await response.text()).toContain(named);
});
