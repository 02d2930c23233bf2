// Every page but the one to sign in is for people who have: a stranger is led there, and from there back to where they
// were going.
import type { RequestHandler } from "express";
import { personOf } from "./recognise";

export const pagesForPeople: RequestHandler = (request, response, next) => {
  const isPage = request.method === "GET" || request.method === "HEAD";
  if (!isPage || request.path === "/sign-in" || personOf(request) !== null) next();
  else
    response
      .set("Cache-Control", "no-store")
      .redirect(302, `/sign-in?${new URLSearchParams({ to: request.originalUrl }).toString()}`);
};
