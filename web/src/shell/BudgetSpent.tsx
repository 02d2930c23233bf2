// Stands where an answer would, when the reader has asked all the different cohorts of a release that one person may. A
// state and no failure: nothing is broken, and trying again would not help.
import { CombinedGraphQLErrors, ServerError } from "@apollo/client/errors";
import { troubleText } from "./Trouble";

export function isBudgetSpent(error: unknown): boolean {
  if (CombinedGraphQLErrors.is(error))
    return error.errors.some(({ extensions }) => extensions?.["code"] === "BUDGET_SPENT");
  return ServerError.is(error) && error.statusCode === 429 && error.bodyText.includes('"BUDGET_SPENT"');
}

export function BudgetSpent({ error }: { error: unknown }) {
  return (
    <section className="card all-hidden" aria-labelledby="budget-spent" role="status">
      <h2 id="budget-spent">All answers of this release are spent</h2>
      <p className="reading">{troubleText(error)}</p>
    </section>
  );
}
