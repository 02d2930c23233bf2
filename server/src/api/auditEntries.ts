// From what a request asked and was answered to the lines of the audit: one a question. The vocabulary is the same for
// everyone and holds no data, so a question about it alone is none; and where the database was gone nothing was answered.
import type { GraphQLFormattedError } from "graphql";
import { canonicalText } from "../audit/canonicalText";
import type { AuditEntry } from "../audit/entry";
import type { Answered, AnsweredRoot } from "./answered";
import type { DoorContext } from "./doorContext";
import { UNAVAILABLE } from "./explainError";
import { AskedCohort } from "./types/askedCohort";

const withoutData = ["vocabulary", "me"];

type Asker = Pick<DoorContext, "person" | "exported">;

export function auditEntries(
  { person, exported }: Asker,
  { roots }: Pick<Answered, "roots">,
  errors: readonly GraphQLFormattedError[],
): AuditEntry[] {
  if (errors.some(({ extensions }) => extensions?.["code"] === UNAVAILABLE)) return [];
  const act = { who: person, what: exported === undefined ? "ANSWER" : "EXPORT" } as const;
  const refused = errors.length > 0;
  // Refused before anything was asked: it was no question of ours.
  if (refused && roots.size === 0)
    return [{ ...act, ...exported, outcome: "REFUSED", code: codeOf(errors[0]) }];
  const audited = [...roots].filter(([, { field }]) => refused || !withoutData.includes(field));
  return audited.map(([key, root]): AuditEntry => {
    const asked = { ...act, question: { ...questionOf(root), ...exported }, ...releaseOf(root) };
    if (!refused) return { ...asked, outcome: root.hidden > 0 && root.shown === 0 ? "HIDDEN" : "SHOWN" };
    // One refusal takes the whole answer with it.
    const own = errors.find(({ path }) => path?.[0] === key);
    return { ...asked, outcome: "REFUSED", code: codeOf(own ?? errors[0]) };
  });
}

function questionOf({ field, args, about, asked }: AnsweredRoot): Record<string, unknown> {
  if (about === null) return { ask: field, ...args };
  const fields = [...new Map(asked.map((each) => [canonicalText(each), each])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, each]) => each);
  if (about instanceof AskedCohort) return { ask: field, cohort: about.cohort, fields };
  const { cohorts, covariates, target } = about.question;
  return { ask: field, cohorts: cohorts.map(({ cohort }) => cohort), covariates, target, fields };
}

const releaseOf = ({ about }: AnsweredRoot) => (about === null ? {} : { release: about.release.id });

function codeOf(error: GraphQLFormattedError | undefined): string {
  const code = error?.extensions?.["code"];
  return typeof code === "string" ? code : "UNKNOWN";
}
