/** What the figure of worsening and late response says: names of its shares, its rules, its reading, its notes. */
import type { ExploreState } from "../explore";
import type { Estimate } from "../estimate";
import type { PatientsAndShare, Worsening, WorseningGroup, WorseningPartCode } from "../questionResults";
import { instrumentByCode } from "../vocabulary/instruments";
import type { Figure, Words } from "./figure";
import { drawn, patientsOf } from "./groups";
import { countText, exact, inHundred, isHidden } from "./numbers";
import { responseText } from "./origin";
import { hiddenNote, patientsCounted, tableNote, tooFewToShow } from "./patientsLine";

type ShareCode = "WORSE" | WorseningPartCode;

export const worseningParts: readonly { readonly code: ShareCode; readonly label: string }[] = [
  { code: "WORSE", label: "Worse at a visit" },
  { code: "EARLY", label: "Response by week 4" },
  { code: "LATER", label: "Response only in weeks 6 to 12" },
  { code: "NEVER", label: "No response by week 12" },
  { code: "UNSEEN", label: "No response by week 4, not seen after it" },
];

const none: Estimate = { value: null, lower: null, upper: null, hidden: "NOT_ESTIMABLE", bound: null };

function partOf(group: WorseningGroup, code: ShareCode): PatientsAndShare | undefined {
  return code === "WORSE" ? group.worse : group.parts.find(({ part }) => part === code);
}

export const shareOf = (group: WorseningGroup, code: ShareCode): Estimate =>
  partOf(group, code)?.share ?? none;

export function worseningRules({ outcome }: ExploreState): string {
  if (outcome.measure === "OWN")
    return `Worse: by each instrument's smallest important change, at one visit or more. Response: ${responseText(outcome)}, or remission.`;
  const { smallestImportantChange, remission, higherIsBetter } = instrumentByCode(outcome.measure);
  const points = `${smallestImportantChange} points or more ${higherIsBetter ? "under" : "over"} baseline`;
  return `Worse: ${points}, at one visit or more. Response: ${responseText(outcome)}${remission === null ? "" : ", or remission"}.`;
}

export function worseningReading({ groups }: Worsening, state: ExploreState, smallest: number): Words {
  const known = (group: WorseningGroup, code: ShareCode) => exact(shareOf(group, code));
  const group = drawn(groups, state).find(
    (each) => known(each, "WORSE") !== null || known(each, "EARLY") !== null,
  );
  if (group === undefined) return tooFewToShow(smallest);
  const said = [
    { share: known(group, "WORSE"), after: " were worse at a visit" },
    { share: known(group, "EARLY"), after: " responded by week 4" },
    { share: known(group, "LATER"), after: " only in weeks 6 to 12" },
  ].filter(({ share }) => share !== null);
  return [
    { text: `Of 100 ${state.by === null ? "patients" : patientsOf(group.group, state)}, ` },
    ...said.flatMap(({ share, after }, index) => [
      { text: index === 0 ? "" : index === said.length - 1 ? " and " : ", " },
      { text: inHundred(share ?? 0), strong: true },
      { text: after },
    ]),
    { text: "." },
  ];
}

export function worseningNotes(result: Worsening, state: ExploreState, smallest: number): Figure["notes"] {
  const { groups } = result;
  const numbers = groups.flatMap(({ patients, worse, parts }) => [
    patients,
    worse.share,
    ...parts.map(({ share }) => share),
  ]);
  return [
    {
      name: "Method",
      text: "observed scores at visits, no imputation; Wilson 95% intervals from the counts shown.",
    },
    {
      name: "Rules",
      text: `${worseningRules(state)} Who was worse may have responded before or after, so the first share overlaps with the others.`,
    },
    { name: "n", text: patientsCounted(result, "cases at baseline with a score by week 12", smallest) },
    ...missing(groups, smallest),
    ...tableNote(groups, state),
    ...hiddenNote(numbers.some(isHidden), smallest, groups),
  ];
}

/** Of these nobody knows whether they would have responded late. */
function missing(groups: readonly WorseningGroup[], smallest: number): Figure["notes"] {
  const counts = groups.flatMap((group) => {
    const unseen = partOf(group, "UNSEEN")?.patients;
    return unseen === undefined || unseen.value === null
      ? []
      : [`${group.group.short} ${countText(unseen, smallest)}`];
  });
  if (counts.length === 0) return [];
  return [
    {
      name: "Missing",
      text: `no response by week 4 and no score in weeks 6 to 12, so a late response is not known: ${counts.join(", ")}.`,
    },
  ];
}
