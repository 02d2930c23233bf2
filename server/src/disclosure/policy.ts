// The two named profiles of the gate: what is the smallest number shown, and to what counts are rounded.
// There is no third, and no way to switch the gate off. How a policy is applied stands in the other files here.

export const profiles = ["publish", "internal"] as const;
export type ProfileName = (typeof profiles)[number];

export interface Policy {
  /** Raised with every change of what may leave; the audit says under which version an answer was given. */
  readonly version: number;
  readonly profile: ProfileName;
  /** k: the fewest distinct patients that a number may be about. */
  readonly smallestCount: 11 | 5;
  /** Counts are shown to the nearest multiple of this; 1 = as they are. */
  readonly roundedTo: 5 | 1;
  /** For captions, files and the page's head. */
  readonly sentence: string;
}

const VERSION = 2;

/**
 * publish: cells of 1 to 10 are hidden, as the US Centers for Medicare & Medicaid Services ask of every release
 * (CMS cell size suppression policy); counts to the nearest 5, as OpenSAFELY and NHS Digital do.
 */
const publish: Policy = {
  version: VERSION,
  profile: "publish",
  smallestCount: 11,
  roundedTo: 5,
  sentence:
    "Counts under 11 are hidden, all others rounded to 5; percentages are computed from the rounded counts.",
};

/** internal: fewer than five is the widest-used floor within one institution (UK ONS, US NCHS). Nothing is rounded. */
const internal: Policy = {
  version: VERSION,
  profile: "internal",
  smallestCount: 5,
  roundedTo: 1,
  sentence:
    "Counts under 5 are hidden and none is rounded: for one team and its own patients. " +
    "This is no protection against a member of the team who subtracts one answer from another.",
};

export function policyOf(profile: ProfileName): Policy {
  if (profile === "publish") return publish;
  if (profile === "internal") return internal;
  throw new RangeError(`Disclosure profile: must be one of ${profiles.join(", ")}`);
}
