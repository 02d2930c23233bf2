// The one client of the API. Answers of a frozen release never change, so they are kept as long as the page is open.
import { ApolloClient, HttpLink, InMemoryCache } from "@apollo/client";

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
  link: new HttpLink({ uri: "/graphql" }),
  cache: new InMemoryCache({
    dataIdFromObject: () => undefined,
    typePolicies: Object.fromEntries(parts.map((name) => [name, { merge: true }])),
  }),
  devtools: { enabled: false },
});
