// The disclosure policy in words, with the numbers of the profile that this server runs under.
import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { hiddenReasons } from "@afterglow/shared";
import type { DisclosurePolicyQuery, DisclosurePolicyQueryVariables } from "../../gql/graphql";
import { VocabularyTable } from "../VocabularyTable";

const policyDocument = /* GraphQL */ `
  query DisclosurePolicy {
    vocabulary {
      disclosure {
        profile
        smallestCount
        roundedTo
        sentence
      }
    }
  }
`;
const policyQuestion: TypedDocumentNode<DisclosurePolicyQuery, DisclosurePolicyQueryVariables> =
  gql(policyDocument);

const reasonNames: Readonly<Record<keyof typeof hiddenReasons, string>> = {
  TOO_FEW: "Too few",
  PROTECTS_ANOTHER: "Protects another",
  NOT_ESTIMABLE: "Not estimable",
  NOT_REACHED: "Not reached",
};

export function DisclosureMethods() {
  const { data } = useQuery(policyQuestion);
  const policy = data?.vocabulary.disclosure;
  const k = policy?.smallestCount ?? "k";
  return (
    <>
      {policy !== undefined && (
        <p className="prose">
          This server runs under the profile <b>{policy.profile}</b>. {policy.sentence}
        </p>
      )}
      <ul className="prose bullets">
        <li>
          The unit is the distinct patient. Where fewer than {k} are asked about, the whole result is hidden.
        </li>
        <li>
          A count and its complement are each 0 or at least {k}, or hidden. An exact 0% or 100% of few
          patients is shown as a bound.
        </li>
        {policy !== undefined && policy.roundedTo > 1 && (
          <li>
            Counts are rounded to {policy.roundedTo}; so a true 11 or 12 is shown as 10, the smallest count
            ever shown.
          </li>
        )}
        <li>Percentages, intervals and totals are computed from the counts that are shown.</li>
        <li>Where one hidden number could be had by subtraction, a second is hidden with it.</li>
        <li>
          No two cohorts may be told apart by fewer than {k} patients, or subtracting one answer from the
          other would tell about them. So a chosen category that fewer than {k} of the patients have is left
          out; a filter that would set apart fewer than {k} is not applied, the least important first (from
          clinic up to condition); and where a cohort chosen in another way would hold nearly the same
          patients, nothing is shown. What was not applied is said. This is decided for each figure and each
          visit among the patients that it counts, and for each group as for a cohort of its own. It looks at
          characteristics alone, never at outcomes, and gives everyone the same answer.
        </li>
        <li>
          Numbers beside the choices are sizes of cohorts: of that category alone, with the other choices as
          they are.
        </li>
        <li>
          Curves: steps are merged until each holds at least {k} events, and a curve ends where fewer than {k}{" "}
          are at risk. No marks for single patients.
        </li>
        <li>
          A comparison says no more than its cohorts alone: differences, ratios and tests of shares are
          computed from what is shown of each. Log-rank tests, hazard ratios and restricted means are computed
          from everyone&apos;s times
          {policy !== undefined && policy.roundedTo > 1
            ? `, in steps of ${policy.roundedTo} patients, with the error of those steps in their intervals, and not told where a step is larger than the standard error: merged curves would find differences that are not there.`
            : "."}
        </li>
        <li>
          Weighted numbers are effective patients: hidden where the patients behind them, or they themselves,
          are fewer than {k}.
        </li>
        <li>No minimum, maximum, outlier or single dot, ever. No date, no identifier, no free text.</li>
        <li>Hidden is a value with a reason: never 0, and not told apart from none.</li>
        <li>
          A release is frozen: an import changes no published number. A cohort is answered from a new release
          only where at least {k} of its patients are in no earlier one; else from the newest release where
          that holds, and the figure says which.
        </li>
        <li>
          What changed from one release to the next is counted once, at publishing, by patients. Who was added
          and who was withdrawn are shown together or not at all, since the sizes of both releases are known.
          Between any two releases stands the sum of the steps, and nothing where a step is hidden.
        </li>
      </ul>
      <VocabularyTable
        label="Reasons"
        columns={["Hidden because", "Meaning"]}
        rows={Object.entries(hiddenReasons).map(([code, text]) => [
          reasonNames[code as keyof typeof hiddenReasons],
          text,
        ])}
      />
      <p className="prose">
        <b>What it does not promise.</b> No formal (differential-privacy) guarantee; no protection against
        linear combinations of very many answers, or against collusion with someone who knows most of the
        data. The profile internal, unrounded, is for a team that may see the records anyway, and says so on
        every figure.
      </p>
    </>
  );
}
