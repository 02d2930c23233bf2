// How far a job is, as server-sent events: its state now, after each change (not more often than an eye follows), and a
// last one when it is over. A silent stream would be taken for a dead one, so it says something every few seconds.
import { isOver } from "@afterglow/shared";
import type { RequestHandler } from "express";
import type { Jobs } from "../steward/jobs";
import { knownPersonOf } from "./recognise";

const AT_MOST_EVERY_MS = 150;
const ALIVE_EVERY_MS = 10_000;

export function jobEvents(jobs: Jobs): RequestHandler {
  return (request, response) => {
    const owner = knownPersonOf(request).id;
    const id = String(request.params["id"]);
    let due: NodeJS.Timeout | undefined;
    const say = () => {
      due = undefined;
      const job = jobs.find(owner, id);
      response.write(`data: ${JSON.stringify(job)}\n\n`);
      if (isOver(job)) response.end();
    };
    const unlisten = jobs.listen(owner, id, () => {
      due ??= setTimeout(say, AT_MOST_EVERY_MS);
    });
    const alive = setInterval(() => response.write(":\n\n"), ALIVE_EVERY_MS);
    response.once("close", () => {
      unlisten();
      clearTimeout(due);
      clearInterval(alive);
    });
    // no-transform: a compressed stream would wait until it is worth packing.
    response.set("Cache-Control", "no-store, no-transform").type("text/event-stream");
    say();
  };
}
