/** What the figure of the suicidality item says: its reading and its notes, and what it is not. */
import type { ExploreState } from "../explore";
import type { Suicidality, SuicidalityVisit } from "../questionResults";
import { inSentence } from "../vocabulary/entry";
import { instrumentByCode, type InstrumentCode } from "../vocabulary/instruments";
import { visitByCode, type VisitCode } from "../vocabulary/visits";
import { listed } from "../cohortSentence";
import type { Figure, Words } from "./figure";
import { drawn, patientsOf } from "./groups";
import { countText, exact, inHundred, isHidden } from "./numbers";
import { measureName } from "./origin";
import { hiddenNote, patientsCounted, tableNote, tooFewToShow } from "./patientsLine";
import { isDerived } from "./suicidalityTable";

type ItemGroup = Suicidality["groups"][number];

export const WHO = "patients with 1 or more at baseline";
export const NO_RISK =
  "An item of a questionnaire is not an assessment of risk: it says nothing of the safety of any one patient.";
export const NOT_DERIVED = "Not derived in this release";

/** "PHQ-9 item 9 (0 to 3)". */
export function itemName({ instrument, item, highest }: Suicidality): string {
  if (instrument === null) return "A suicidality item";
  return `${shortOf(instrument)} item ${item} (0 to ${highest})`;
}
const shortOf = (instrument: string): string => instrumentByCode(instrument as InstrumentCode).short;

const shareAt = (group: ItemGroup, visit: VisitCode, share: "none" | "worse"): number | null => {
  const found = group.visits.find((each) => each.visit === visit);
  return found === undefined ? null : exact(found[share].share);
};

export function suicidalityReading(result: Suicidality, state: ExploreState, smallest: number): Words {
  if (result.instrument === null) return [{ text: "No instrument of this release has a suicidality item." }];
  if (!isDerived(result)) return [{ text: `${NOT_DERIVED}: it was published before the item was derived.` }];
  const early: readonly VisitCode[] = ["W4", "W1", "D1"];
  for (const visit of early) {
    const group = drawn(result.groups, state).find((each) => shareAt(each, visit, "none") !== null);
    if (group === undefined) continue;
    const worse = shareAt(group, visit, "worse");
    return [
      {
        text: `Of 100 ${state.by === null ? "patients" : patientsOf(group.group, state)} with any at baseline, `,
      },
      { text: inHundred(shareAt(group, visit, "none") ?? 0), strong: true },
      { text: ` had none at ${inSentence(visitByCode(visit).label)}` },
      ...(worse === null
        ? []
        : [{ text: " and " }, { text: inHundred(worse), strong: true }, { text: " more than before" }]),
      { text: `. ${NO_RISK}` },
    ];
  }
  return [...tooFewToShow(smallest), { text: ` ${NO_RISK}` }];
}

export function suicidalityNotes(
  result: Suicidality,
  state: ExploreState,
  smallest: number,
): Figure["notes"] {
  const { groups, instrument } = result;
  const hides = ({ scores, mean, none, worse }: SuicidalityVisit) =>
    [scores, mean, none.share, worse.share].some(isHidden);
  const other =
    instrument === null || state.outcome.measure === instrument
      ? ""
      : ` ${state.outcome.measure === "OWN" ? "Conditions have unlike instruments" : `${measureName(state.outcome)} has no such item`}, so that of the ${shortOf(instrument)} is shown.`;
  return [
    {
      name: "Not a risk assessment",
      text: "one question, answered at visits days or weeks apart; it says nothing of the safety of any one patient.",
    },
    {
      name: "Method",
      text: `observed items, no imputation; the item of the score that counts for the visit. Means with t intervals, shares with Wilson intervals from the counts shown.${other}`,
    },
    { name: "n", text: `${patientsCounted(result, WHO, smallest)} Cases or not.` },
    ...missing(result, state, smallest),
    ...tableNote(groups, state),
    ...hiddenNote(
      groups.some(({ patients, visits }) => isHidden(patients) || visits.some(hides)),
      smallest,
      groups,
    ),
  ];
}

function missing({ groups }: Suicidality, state: ExploreState, smallest: number): Figure["notes"] {
  const group = groups.find(({ patients }) => patients.value !== null);
  if (group === undefined) return [];
  const said = (["W4", "W12"] as const).flatMap((code) => {
    const scores = group.visits.find(({ visit }) => visit === code)?.scores;
    if (scores === undefined || scores.value === null) return [];
    return [`${countText(scores, smallest)} at ${inSentence(visitByCode(code).label)}`];
  });
  if (said.length === 0) return [];
  const who = group.group.code === "ALL" ? "patients" : patientsOf(group.group, state);
  return [
    {
      name: "Missing",
      text: `of ${countText(group.patients, smallest)} ${who}, those with the item: ${listed(said)}. Those who leave are not in the later points, which may flatter them.`,
    },
  ];
}
