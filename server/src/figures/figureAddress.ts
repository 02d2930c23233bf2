/**
 * The addresses of figures: /figures/durability.svg?by=condition. They read the own query string of the figure's page, ask
 * the schema through the door like anyone, and answer with the figure as a file. They know no analysis and no database.
 */
import { Router, type Request, type Response } from "express";
import {
  answeredComparison,
  answeredFigure,
  compareFigureById,
  compareFigureIds,
  compareFromSearch,
  exploreFromSearch,
  figureById,
  figureIds,
  InvalidChoice,
  quote,
  type CompareFigureDefinition,
  type ComparisonAnswer,
  type Figure,
  type FigureAnswer,
  type FigureDefinition,
  type ReleaseSummary,
} from "@afterglow/shared";
import { drawFigure } from "./drawFigure";
import { figureCsv, figureJson } from "./figureFile";
import { findRelease, type AddressedRelease } from "./findRelease";
import { Refusal, refusalOf, type Execute } from "./refusal";

const types = {
  svg: "image/svg+xml; charset=utf-8",
  pdf: "application/pdf",
  png: "image/png",
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
} as const;
type Format = keyof typeof types;
const isFormat = (text: string): text is Format => text in types;

/** A year: as long as a copy may be kept. */
const KEPT_SECONDS = 365 * 24 * 60 * 60;

/** What tells one file of an address that names its release from another. */
type TagFor = (request: Request, address: string, release: AddressedRelease) => string;

export function figureAddress(executeFor: (request: Request) => Execute, tagFor: TagFor): Router {
  const router = Router();
  router.get("/:file", async (request, response) => {
    try {
      await answer(executeFor(request), tagFor, request, response);
    } catch (error) {
      const { status, message } =
        error instanceof InvalidChoice ? new Refusal(400, error.message) : passOn(error);
      response.status(status).type("text/plain").send(`${message}\n`);
    }
  });
  return router;
}

function passOn(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}

async function answer(execute: Execute, tagFor: TagFor, request: Request, response: Response): Promise<void> {
  const { id, asked, format } = fileOf(String(request.params["file"]));
  const search = new URL(request.originalUrl, "http://figures.invalid").searchParams;
  const release = await findRelease(execute, search);
  const executeForFile: Execute = (document, variables) =>
    execute(document, variables, { figure: id, format });
  const { figure, provenance, result } = await asked({ execute: executeForFile, search, release });
  // Asked as ever: whoever has the file already needs the right to it, and has a line in the audit, all the same.
  const stays = search.has("dataset") && search.has("release");
  const tag = stays ? tagFor(request, request.originalUrl, release) : null;
  if (tag !== null && request.headers["if-none-match"]?.includes(tag) === true) {
    neverChanges(response, tag);
    response.status(304).end();
    return;
  }
  const body =
    format === "csv"
      ? figureCsv(figure, provenance)
      : format === "json"
        ? figureJson(figure, provenance, result)
        : await drawFigure(figure, format);
  const name = `afterglow-${id}-${release.dataset}-${provenance.release.number}.${format}`;
  response.setHeader("Content-Type", types[format]);
  response.setHeader("Content-Disposition", `inline; filename="${name}"`);
  if (tag !== null) neverChanges(response, tag);
  response.send(body);
}

/** For the reader's own browser, as long as the same person is signed in there. */
function neverChanges(response: Response, tag: string): void {
  response.setHeader("ETag", tag);
  response.setHeader("Cache-Control", `private, max-age=${KEPT_SECONDS}, immutable`);
  response.vary("Cookie, Authorization");
}

interface Question {
  readonly execute: Execute;
  readonly search: URLSearchParams;
  readonly release: AddressedRelease;
}
interface Answered {
  readonly figure: Figure;
  readonly provenance: { readonly release: ReleaseSummary };
  readonly result: object;
}
interface File {
  readonly id: string;
  readonly asked: (question: Question) => Promise<Answered>;
  readonly format: Format;
}

function fileOf(file: string): File {
  const [id = "", format = "", ...rest] = file.split(".");
  const asked = askerOf(id);
  if (asked === null || rest.length > 0)
    throw new Refusal(
      404,
      `There is no figure ${quote(id)}. Figures: ${[...figureIds, ...compareFigureIds].join(", ")}.`,
    );
  if (!isFormat(format))
    throw new Refusal(
      404,
      `A figure has no format ${quote(format)}. Formats: ${Object.keys(types).join(", ")}.`,
    );
  return { id, asked, format };
}

/** A figure of one cohort reads the Explore page's query string, one of a comparison the Compare page's. */
function askerOf(id: string): File["asked"] | null {
  const cohort = figureById(id);
  if (cohort !== null) return (question) => cohortFigure(cohort, question);
  const comparison = compareFigureById(id);
  return comparison === null ? null : (question) => comparedFigure(comparison, question);
}

async function cohortFigure(definition: FigureDefinition, question: Question): Promise<Answered> {
  const { search, release } = question;
  const state = exploreFromSearch(search, release.measures);
  const data = await ask(question, definition.document, definition.variables(state, release.id));
  const { cohort } = data as FigureAnswer<object>;
  const { figure, provenance } = answeredFigure(definition, { cohort }, state);
  const results = Object.entries(cohort).filter(([name]) => !(name in provenance));
  return { figure, provenance, result: Object.fromEntries(results) };
}

async function comparedFigure(definition: CompareFigureDefinition, question: Question): Promise<Answered> {
  const { search, release } = question;
  const state = compareFromSearch(search, release.measures);
  const data = await ask(question, definition.document, definition.variables(state, release.id));
  const { comparison } = data as ComparisonAnswer<object>;
  const { release: from, releaseAsked, disclosure, cohorts, adjustment, ...result } = comparison;
  const provenance = { release: from, releaseAsked, disclosure, cohorts, adjustment };
  return { figure: answeredComparison(definition, { comparison }, state), provenance, result };
}

async function ask(
  { execute }: Question,
  document: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const { data, errors } = await execute(document, variables);
  if (errors !== undefined && errors.length > 0) throw refusalOf(errors);
  return data;
}
