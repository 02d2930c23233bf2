// The built page: hashed assets that never change, and index.html for every other address of the app.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import express, { Router } from "express";
import { nonceFor } from "./security";

const YEAR = 365 * 24 * 60 * 60 * 1000;

/** What every page is made of, the sign-in page too: programs, styles and type, without a number in them. */
export function webAssets(folder: string): Router {
  const router = Router();
  router.use(
    "/assets",
    express.static(join(folder, "assets"), { immutable: true, maxAge: YEAR, index: false, redirect: false }),
    (_request, response) => void response.status(404).json({ error: "There is no such asset." }),
  );
  router.use(express.static(folder, { index: false, redirect: false }));
  return router;
}

/** Stands in the built page where the nonce of its styles belongs; vite.config.ts puts it there. */
const NONCE = "AFTERGLOW_NONCE";

export function webPage(folder: string): Router {
  const router = Router();
  const index = join(folder, "index.html");
  router.get("/{*any}", async (_request, response) => {
    if (!existsSync(index)) {
      response
        .status(404)
        .json({ error: "The page is not built; npm start builds it. The API is at /graphql." });
      return;
    }
    const page = await readFile(index, "utf8");
    // A new build has new asset names, so the page that names them is asked for anew each time.
    response
      .set("Cache-Control", "no-cache")
      .type("html")
      .send(page.replaceAll(NONCE, nonceFor(response)));
  });
  return router;
}
