// The page that everybody opens first, of each dataset's newest release: computed before anybody asks, and kept. Nobody
// has asked it, so it costs no budget and has no line in the audit; whoever opens the page has both.
import { exploreFigures, exploreFromSearch } from "@afterglow/shared";
import { execute, parse, type GraphQLSchema } from "graphql";
import type { Person } from "../identity/person";
import { listDatasets, type ReleaseRecord } from "../releases/listReleases";
import { Answered } from "./answered";
import type { DoorContext } from "./doorContext";
import { Grounds } from "./grounds";

/** The cohort panel's; which parts of an answer are asked for makes no difference. */
const panelDocument = `query OpeningPanel($release: ID!) {
  cohort(release: $release) { patients { value } notApplied { dimension } choices { dimension } }
}`;

const nobody: Person = { id: "nobody", name: "Nobody", roles: ["researcher"], clinic: null, via: "LOCAL" };

type Asking = Omit<DoorContext, "person" | "budget" | "answered" | "grounds">;

/** Ends at the signal, with its reason. One question after the other: readers go first. */
export async function computeOpeningPages(
  schema: GraphQLSchema,
  asking: Asking,
  signal: AbortSignal,
): Promise<void> {
  const contextValue: DoorContext = {
    ...asking,
    person: nobody,
    budget: { spend: () => Promise.resolve(), near: () => Promise.resolve([]) },
    answered: new Answered(),
    grounds: new Grounds(),
  };
  for (const { releases } of await listDatasets(asking.query)) {
    for (const { document, variables } of questionsOf(releases[0])) {
      signal.throwIfAborted();
      const { errors = [] } = await execute({
        schema,
        document: parse(document),
        variableValues: variables,
        contextValue,
      });
      if (errors[0] !== undefined) throw errors[0].originalError ?? errors[0];
    }
  }
}

function questionsOf(release: ReleaseRecord | undefined) {
  if (release === undefined) return [];
  const state = exploreFromSearch(new URLSearchParams(), release.measures);
  return [
    { document: panelDocument, variables: { release: release.id } },
    ...exploreFigures.map((figure) => ({
      document: figure.document,
      variables: figure.variables(state, release.id),
    })),
  ];
}
