// The figure addresses: which file they answer with, and what they say to a reader who asks for what is not there.
import type { AddressInfo } from "node:net";
import express from "express";
import { figureById, figureIds, type FigureId } from "@afterglow/shared";
import { figureAddress } from "@afterglow/server/src/figures/figureAddress";
import { provenance } from "./answers";
import { results } from "./ask";

const datasets = [{ name: "demo", releases: [{ id: "demo.3", number: 3, measures: ["PHQ9", "GAD7"] }] }];
const asked: Readonly<Record<string, unknown>>[] = [];

/** Answers every figure's document with its made-up result. */
async function execute(document: string, variables: Readonly<Record<string, unknown>>) {
  if (document.includes("FigureReleases")) return { data: { datasets } };
  asked.push(variables);
  if (variables["by"] === "CLINIC")
    return { errors: [{ message: "by: refused", extensions: { code: "BAD_USER_INPUT" } }] };
  const id = figureIds.find((each: FigureId) => figureById(each)?.document === document) ?? "flow";
  return { data: { cohort: { ...provenance, ...results[id] } } };
}

let origin = "";
let close: () => void;
beforeAll(async () => {
  const app = express().use("/figures", figureAddress(execute));
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

it.each([
  ["onset.svg?colour=red", 400, "colour"],
  ["onset.svg?condition=GOUT", 400, "condition"],
  ["onset.svg?by=mood", 400, "by"],
  ["onset.svg?release=x", 400, "release"],
  ["onset.svg?by=clinic", 400, "by: refused"],
  ["onset.svg?release=9", 404, "no release 9"],
  ["onset.svg?dataset=nowhere", 404, "nowhere"],
  ["onset.gif", 404, "gif"],
  ["survival.svg", 404, "survival"],
])("%s: %i, naming %s", async (path, status, named) => {
  const response = await fetch(`${origin}/${path}`);
  expect(response.status).toBe(status);
  expect(response.headers.get("content-type")).toContain("text/plain");
  expect(await response.text()).toContain(named);
});
