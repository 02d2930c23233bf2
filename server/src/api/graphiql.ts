// GraphiQL, served from here alone: no CDN. Its page is one inline script, let in by a nonce of its own.
import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";

const example = `# The numbers of one release, by condition. Everything that can be asked is under "Docs".
query Onset {
  cohort(release: "demo.1", where: { sex: [FEMALE] }) {
    sentence
    patients { value hidden }
    onset(outcome: { measure: PHQ9 }, by: CONDITION) {
      groups {
        group { label }
        patients { value hidden }
        median { value lower upper hidden }
      }
    }
  }
}
`;

/** Nine million letters, and a few times that in memory: nobody's until somebody asks for it. */
async function renderPage(): Promise<readonly [string, string]> {
  const { renderGraphiQL } = await import("@graphql-yoga/render-graphiql");
  const page = renderGraphiQL({ endpoint: "/graphql", title: "Afterglow: GraphQL", defaultQuery: example });
  // The first script of the page, and not the words "<script" inside it.
  const [before = "", ...after] = page.split("<script>");
  return [before, after.join("<script>")];
}

export function graphiql(): RequestHandler {
  let page: Promise<readonly [string, string]> | undefined;
  return async (_request, response) => {
    const [before, after] = await (page ??= renderPage());
    const nonce = randomBytes(16).toString("base64");
    const policy = [
      "default-src 'none'",
      `script-src 'nonce-${nonce}'`,
      "worker-src blob:",
      "style-src 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src data:",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ];
    response
      .set("Content-Security-Policy", policy.join("; "))
      .set("Cache-Control", "no-store")
      .type("html")
      .send(`${before}<script nonce="${nonce}">${after}`);
  };
}
