// What the Data page sends for a steward: files, what to do with them, how far it is, receipts, a release. JSON and bytes
// over plain addresses, not GraphQL: files stream to the disk in pieces that each arrive within a request's time, progress
// is a stream of events, a receipt is a download; and the schema stays one that only asks, without a mutation.
// A steward imports what clinics sent and has the files, so the counts here are exact and pass no gate. That is why no
// other role may read them, and why nothing here goes into a figure.
import type { Receipt } from "@afterglow/shared";
import express, { Router, type ErrorRequestHandler, type Request, type RequestHandler } from "express";
import { listReceipts, findReceipt } from "../imports/receiptsKept";
import { receiptCsv } from "../imports/receiptCsv";
import { LARGEST_PIECE } from "../steward/appendPiece";
import type { Steward } from "../steward/openSteward";
import { WishRefused } from "../steward/wishRefused";
import { admit } from "./admit";
import { jobEvents } from "./jobEvents";
import type { NoteAct } from "./noteAct";
import { knownPersonOf } from "./recognise";
import { refuse } from "./refuse";
import { importWish, publishWish, queryText } from "./stewardWish";

type Query = Parameters<typeof listReceipts>[0];

const body = express.json({ limit: "8kb" });

export function stewardAddresses(steward: Steward, query: Query, note: NoteAct): Router {
  const router = Router();
  router.use((_request, response, next) => {
    response.set("Cache-Control", "no-store");
    next();
  });
  router.post("/releases", admit("PUBLISH", "json", note), body, (request, response) => {
    response.status(202).json(steward.publishing(knownPersonOf(request), publishWish(request.body)));
  });
  router.use(admit("IMPORT", "json", note));
  router.get("/recipes", async (_request, response) => void response.json(await steward.recipes()));
  router.use("/uploads", uploads(steward));
  router.use("/jobs", jobs(steward));
  router.get("/quality", async (request, response) => {
    response.json(await steward.quality(queryText(request, "dataset")));
  });
  router.get("/receipts", async (request, response) => {
    response.json(await listReceipts(query, queryText(request, "dataset")));
  });
  router.get("/receipts/:id", async (request, response) => {
    const kept = await findReceipt(query, Number(/^[1-9]\d{0,8}$/.exec(idOf(request))?.[0] ?? 0));
    if (!kept?.receipt) throw new WishRefused(404, "There is no such receipt.");
    sendReceipt(response, kept.receipt);
  });
  router.use(explainRefusal);
  return router;
}

function uploads({ uploads: kept }: Steward): Router {
  const router = Router();
  router.post("/", body, async (request, response) => {
    const name: unknown = (request.body as { name?: unknown } | undefined)?.name;
    const { id } = await kept.begin(knownPersonOf(request).id, typeof name === "string" ? name : "");
    response.status(201).json({ id, pieceBytes: LARGEST_PIECE / 2 });
  });
  router.put("/:id/:file", wholeBytes, async (request, response) => {
    const upload = kept.find(knownPersonOf(request).id, idOf(request));
    const from = /^\d{1,15}$/.exec(queryText(request, "from"))?.[0];
    if (from === undefined) throw new WishRefused(400, "from has to say where the piece begins.");
    const bytes = await kept.append(upload, String(request.params["file"]), Number(from), request);
    response.json({ bytes });
  });
  router.delete("/:id", async (request, response) => {
    const upload = kept.find(knownPersonOf(request).id, idOf(request));
    if (upload.busy) throw new WishRefused(409, "The upload is busy.");
    await kept.discard(upload);
    response.status(204).end();
  });
  return router;
}

function jobs(steward: Steward): Router {
  const router = Router();
  router.post("/", body, async (request, response) => {
    response.status(202).json(await steward.importing(knownPersonOf(request), importWish(request.body)));
  });
  router.get("/:id", (request, response) => {
    response.json(steward.jobs.find(knownPersonOf(request).id, idOf(request)));
  });
  router.get("/:id/events", jobEvents(steward.jobs));
  router.get("/:id/receipt", (request, response) => {
    const { receipt } = steward.jobs.find(knownPersonOf(request).id, idOf(request));
    if (receipt === undefined) throw new WishRefused(404, "This job has no receipt.");
    sendReceipt(response, receipt);
  });
  router.delete("/:id", (request, response) => {
    steward.jobs.stop(knownPersonOf(request).id, idOf(request));
    response.status(204).end();
  });
  return router;
}

const idOf = (request: Request): string => String(request.params["id"]);

function sendReceipt(response: express.Response, receipt: Receipt): void {
  response.type("text/csv; charset=utf-8").attachment("afterglow-receipt.csv").send(receiptCsv(receipt));
}

/** Bytes as they are: what is packed could be larger than it says, and what a plain form can send comes from anywhere. */
const wholeBytes: RequestHandler = (request, response, next) => {
  if (request.get("content-type") === "application/octet-stream" && !request.get("content-encoding")) next();
  else
    refuse(
      request,
      response,
      415,
      "BAD_REQUEST",
      "A piece of a file is sent as application/octet-stream, unpacked.",
    );
};

const explainRefusal: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (!(error instanceof WishRefused) || response.headersSent) return next(error);
  // What is left of a piece that is refused is not waited for.
  if (!request.complete) response.set("Connection", "close");
  refuse(
    request,
    response,
    error.status,
    error.status === 404 ? "NOT_FOUND" : "BAD_USER_INPUT",
    error.message,
  );
};
