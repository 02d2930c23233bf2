/**
 * The addresses of figures: /figures/durability.svg?by=condition. They read the Explore page's own query string, ask the
 * schema through the door like anyone, and answer with the figure as a file. They know no analysis and no database.
 */
import { Router, type Request, type Response } from "express";
import {
  exploreFromSearch,
  figureById,
  figureIds,
  InvalidChoice,
  quote,
  type ExploreState,
  type FigureAnswer,
  type FigureDefinition,
} from "@afterglow/shared";
import { drawFigure } from "./drawFigure";
import { figureCsv, figureJson } from "./figureFile";
import { findRelease } from "./findRelease";
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

export function figureAddress(execute: Execute): Router {
  const router = Router();
  router.get("/:file", async (request, response) => {
    try {
      await answer(execute, request, response);
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

async function answer(execute: Execute, request: Request, response: Response): Promise<void> {
  const { definition, format } = fileOf(String(request.params["file"]));
  const search = new URL(request.originalUrl, "http://figures.invalid").searchParams;
  const release = await findRelease(execute, search);
  const state = exploreFromSearch(search, release.measures);
  const cohort = await ask(execute, definition, state, release.id);
  const figure = definition.build({ cohort }, state);
  const { sentence, patients, notApplied, release: from, disclosure, ...result } = cohort;
  const provenance = { sentence, patients, notApplied, release: from, disclosure };
  const name = `afterglow-${definition.id}-${release.dataset}-${release.number}.${format}`;
  response.setHeader("Content-Type", types[format]);
  response.setHeader("Content-Disposition", `inline; filename="${name}"`);
  if (format === "csv") response.send(figureCsv(figure, provenance));
  else if (format === "json") response.send(figureJson(figure, provenance, result));
  else response.send(await drawFigure(figure, format));
}

function fileOf(file: string): { definition: FigureDefinition; format: Format } {
  const [id = "", format = "", ...rest] = file.split(".");
  const definition = figureById(id);
  if (definition === null || rest.length > 0)
    throw new Refusal(404, `There is no figure ${quote(id)}. Figures: ${figureIds.join(", ")}.`);
  if (!isFormat(format))
    throw new Refusal(
      404,
      `A figure has no format ${quote(format)}. Formats: ${Object.keys(types).join(", ")}.`,
    );
  return { definition, format };
}

async function ask(
  execute: Execute,
  definition: FigureDefinition,
  state: ExploreState,
  releaseId: string,
): Promise<FigureAnswer<object>["cohort"]> {
  const { data, errors } = await execute(definition.document, definition.variables(state, releaseId));
  if (errors !== undefined && errors.length > 0) throw refusalOf(errors);
  const { cohort } = data as FigureAnswer<object>;
  return cohort;
}
