/**
 * Where the numbers of a figure come from, in words: the lines under a caption, the citation, the mark of synthetic data.
 * The same for every figure; what a figure itself says stands in its own file.
 */
import { cohortSentence } from "../cohortSentence";
import { maintenanceRules, relapseRules, type Outcome } from "../outcome";
import type { Provenance } from "../results";
import { inSentence } from "../vocabulary/entry";
import { instrumentByCode } from "../vocabulary/instruments";
import type { ExploreState } from "../explore";

export const PRODUCT = "Afterglow 0.1";

export interface OriginLine {
  readonly name: string;
  readonly text: string;
}

/** Release and profile: all that the origin of any figure has in common. */
export type Source = Pick<Provenance, "release" | "disclosure">;

/** n / Cohort / Outcome / Data / Disclosure / Made with. */
export function originLines(
  provenance: Provenance,
  state: ExploreState,
  n: string,
  outcome: boolean,
): OriginLine[] {
  return [
    { name: "n", text: n },
    { name: "Cohort", text: cohortLine(provenance, state) },
    ...(outcome ? [{ name: "Outcome", text: outcomeText(state.outcome) }] : []),
    ...sourceLines(provenance),
  ];
}

/** Data / Disclosure / Made with. */
export function sourceLines(source: Source): OriginLine[] {
  const { release, disclosure } = source;
  return [
    { name: "Data", text: `${releaseText(source)}, checksum ${checksumText(release.checksum)}.` },
    { name: "Disclosure", text: `Profile ${disclosure.profile}: ${uncapped(disclosure.sentence)}` },
    { name: "Made with", text: `${PRODUCT}. For research; not medical advice.` },
  ];
}

function cohortLine(provenance: Provenance, state: ExploreState): string {
  const sentence = cohortSentence(state.cohort, provenance.patients, provenance.disclosure.smallestCount);
  return [`${sentence}.`, ...provenance.notApplied.map((each) => each.sentence)].join(" ");
}

/** "Demo registry (synthetic), release 3, 2 March 2026". */
export function releaseText({ release }: Pick<Source, "release">): string {
  const { dataset } = release;
  const synthetic = isSynthetic(dataset.kind) && !/synthetic/i.test(dataset.title) ? " (synthetic)" : "";
  return `${dataset.title}${synthetic}, release ${release.number}, ${dateText(release.publishedOn)}`;
}

export const isSynthetic = (kind: string): boolean => kind.toUpperCase() === "SYNTHETIC";

export const markText = ({ release }: Pick<Source, "release">): string | null =>
  isSynthetic(release.dataset.kind) ? "Synthetic data" : null;

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** 2026-03-02 as "2 March 2026"; read as text, so that no time zone can move it. */
export function dateText(isoDate: string): string {
  const [year, month, day] = isoDate.slice(0, 10).split("-").map(Number);
  const name = months[(month ?? 0) - 1];
  return name === undefined || day === undefined ? isoDate : `${day} ${name} ${year}`;
}

/** The first eight characters, in fours: enough to tell two releases apart by eye. */
const checksumText = (checksum: string): string =>
  checksum
    .replace(/^sha256[:-]/, "")
    .slice(0, 8)
    .replace(/(.{4})(?=.)/g, "$1 ");

/** The outcome in words: measure, response, event, maintenance. */
export function outcomeText(outcome: Outcome): string {
  const event = inSentence(relapseRules[outcome.relapse]);
  return `${measureName(outcome)}. Response, ${responseText(outcome)}. Event, ${event}. Maintenance sessions ${maintenanceText(outcome)}.`;
}

const maintenanceText = ({ maintenance }: Outcome): string =>
  `${maintenance === "COMPETING" ? "a " : ""}${inSentence(maintenanceRules[maintenance])}`;

export const measureName = ({ measure }: Outcome): string =>
  measure === "OWN" ? "Each condition's own instrument" : instrumentByCode(measure).short;

export function responseText({ measure, response }: Outcome): string {
  if (measure === "OWN")
    return response === "HALF"
      ? "a drop of 50% or more from a case at baseline"
      : "by each instrument's own rule";
  const { response: rule, caseness, higherIsBetter } = instrumentByCode(measure);
  const drop = higherIsBetter ? "a rise" : "a drop";
  const size =
    response === "HALF"
      ? "50% or more"
      : rule.kind === "share"
        ? `${rule.percent}% or more`
        : `${rule.points} points or more`;
  const from =
    caseness === null ? "" : ` from a baseline of ${caseness} or ${higherIsBetter ? "less" : "more"}`;
  return `${drop} of ${size}${from}`;
}

/** One line for a reference list. */
export function citationOf(source: Pick<Source, "release">): string {
  const { release } = source;
  const own = release.dataset.citation.trim();
  const cited = own === "" ? "" : ` ${/[.!?]$/.test(own) ? own : `${own}.`}`;
  return `${releaseText(source)}, ${release.id}, checksum ${checksumText(release.checksum)}.${cited} Computed with ${PRODUCT}.`;
}

function uncapped(sentence: string): string {
  return inSentence(sentence);
}
