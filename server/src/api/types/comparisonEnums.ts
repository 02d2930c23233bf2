// The enums of a comparison, from shared's own words.
import { contrastReasons, effectCodes, incomparableReasons, letters, targets } from "@afterglow/shared";
import { enumOf, fromWords } from "./enums";

export const LetterEnum = enumOf(
  "Letter",
  "A cohort's letter; A is the reference.",
  letters.map((code) => ({ code, description: `The cohort named ${code}.` })),
);
export const TargetEnum = enumOf("Target", "To whom weighting makes the cohorts alike.", fromWords(targets));
export const ContrastReasonEnum = enumOf(
  "ContrastReason",
  "Why a contrast has no number.",
  fromWords(contrastReasons),
);
export const IncomparableReasonEnum = enumOf(
  "IncomparableReason",
  "Why two cohorts cannot be compared.",
  fromWords(incomparableReasons),
);
export const TestStatisticEnum = enumOf("TestStatistic", "The statistic of a test.", [
  { code: "CHI_SQUARE", description: "Chi-square." },
  { code: "T", description: "Student's t, by Welch's degrees of freedom." },
]);
export const ComparedTimeEnum = enumOf("ComparedTime", "Which times are compared.", [
  { code: "ONSET", description: "Days to the first response, from the first session." },
  { code: "DURABILITY", description: "Days in response, from the end of induction." },
]);
export const EffectCodeEnum = enumOf(
  "EffectCode",
  "What is compared at a visit.",
  effectCodes.map((code) => ({
    code,
    description: { RESPONSE: "Response.", REMISSION: "Remission.", CHANGE: "Change from baseline." }[code],
  })),
);
export const SubgroupOutcomeEnum = enumOf("SubgroupOutcome", "What is compared within subgroups.", [
  { code: "RESPONSE", description: "Response." },
  { code: "REMISSION", description: "Remission." },
]);
