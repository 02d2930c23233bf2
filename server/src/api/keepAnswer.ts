// Which fields' answers are kept, and all that such an answer depends on: the policy, the release with its checksum, the
// cohort or comparison in canonical form, the field with its arguments, and the clinic that the asking person sees named.
// What is kept has been through the gate, and goes through its last lock again when it comes back.
import type { GraphQLResolveInfo } from "graphql";
import { canonicalText } from "../audit/canonicalText";
import type { Policy } from "../disclosure/policy";
import { release, releaseReference, type Released } from "../disclosure/release";
import type { KeptQuestion } from "../kept/keptAnswers";
import type { DoorContext } from "./doorContext";
import { ownClinic } from "./ownClinic";
import { AskedCohort } from "./types/askedCohort";
import { AskedComparison } from "./types/askedComparison";

/** What is there without being asked of the database; and the cohorts of a comparison, whose names readers type. */
const told: readonly string[] = [
  "Cohort.sentence",
  "Cohort.release",
  "Cohort.disclosure",
  "Comparison.release",
  "Comparison.releaseAsked",
  "Comparison.disclosure",
  "Comparison.adjustment",
  "Comparison.cohorts",
];

type Asker = Pick<DoorContext, "person" | "policy">;
type Info = Pick<GraphQLResolveInfo, "parentType" | "fieldName">;

/** Null where the field's answer is not kept. */
export function keptQuestionOf(
  source: unknown,
  args: Readonly<Record<string, unknown>>,
  { person, policy }: Asker,
  { parentType, fieldName }: Info,
): KeptQuestion | null {
  const field = `${parentType.name}.${fieldName}`;
  if (told.includes(field)) return null;
  if (!(source instanceof AskedCohort || source instanceof AskedComparison)) return null;
  const { release: asked } = source;
  const about =
    source instanceof AskedCohort
      ? { cohort: source.cohort }
      : { question: source.question, releaseAsked: source.releaseAsked };
  const text = canonicalText({
    policy,
    release: [asked.id, asked.checksum],
    ownClinic: ownClinic(person, asked),
    about,
    field,
    args,
  });
  return { text, releaseId: asked.releaseId };
}

/** As text, and back under the policy in force. */
export const keptForm = (policy: Policy) => ({
  write: ({ result, numbers }: Released<unknown>): string =>
    JSON.stringify({ isReference: numbers === null, result }),
  read: (text: string): Released<unknown> => {
    const { isReference, result } = JSON.parse(text) as { isReference: boolean; result: unknown };
    return isReference ? releaseReference(result) : release(policy, result);
  },
});
