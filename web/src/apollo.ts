// The one client of the API. Answers of a frozen release never change, so they are kept as long as the page is open.
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";
import { ServerError } from "@apollo/client/errors";
import { ErrorLink } from "@apollo/client/link/error";
import { signInAgain } from "./account/signInAgain";

// An answer has no identity of its own: it belongs to its question. So nothing is normalised; and since each section
// asks for its own part of the same cohort, the parts are merged instead of replacing one another.
const parts = [
  "Cohort",
  "Comparison",
  "Adjustment",
  "Release",
  "ReleaseSummary",
  "Dataset",
  "DatasetSummary",
  "DisclosureSummary",
  "Count",
];

export const apollo = new ApolloClient({
  link: ApolloLink.from([
    new ErrorLink(({ error }) => {
      if (ServerError.is(error) && error.statusCode === 401) signInAgain();
    }),
    new HttpLink({ uri: "/graphql" }),
  ]),
  cache: new InMemoryCache({
    dataIdFromObject: () => undefined,
    typePolicies: Object.fromEntries(parts.map((name) => [name, { merge: true }])),
  }),
  devtools: { enabled: false },
});
