/** What the figure of well-being says: its cut-offs, its reading and its notes. */
import type { ExploreState } from "../explore";
import type { Wellbeing, WellbeingVisit } from "../questionResults";
import { inSentence } from "../vocabulary/entry";
import { instrumentByCode } from "../vocabulary/instruments";
import { visitByCode, type VisitCode } from "../vocabulary/visits";
import type { Figure, Words } from "./figure";
import { drawn, inGroups } from "./groups";
import { exact, inHundred, isHidden, numberText } from "./numbers";
import { hiddenNote, patientsCounted, tableNote, tooFewToShow } from "./patientsLine";

type WellbeingGroup = Wellbeing["groups"][number];

const { caseness, smallestImportantChange } = instrumentByCode("WHO5");
export const GAIN = smallestImportantChange;
export const LOW = caseness ?? 0;
export const WHO = "patients with a WHO-5 at baseline";

const at = (group: WellbeingGroup, code: VisitCode): WellbeingVisit | undefined =>
  group.visits.find(({ visit }) => visit === code);

export function wellbeingReading({ groups }: Wellbeing, state: ExploreState, smallest: number): Words {
  const meanAt = (group: WellbeingGroup, code: VisitCode) => at(group, code)?.mean.value ?? null;
  for (const visit of ["W4", "W12", "W1"] as const) {
    const group = drawn(groups, state).find(
      (each) => meanAt(each, "BASELINE") !== null && meanAt(each, visit) !== null,
    );
    if (group === undefined) continue;
    const from = meanAt(group, "BASELINE") ?? 0;
    const to = meanAt(group, visit) ?? 0;
    const share = at(group, visit)?.gained.share;
    const gained = share === undefined ? null : exact(share);
    const where = state.by === null ? "" : ` ${inGroups([group], state)}`;
    return [
      { text: `Mean WHO-5${where} ${to < from ? "fell" : "rose"} from ` },
      { text: `${numberText(from, 1)} to ${numberText(to, 1)}`, strong: true },
      { text: ` by ${inSentence(visitByCode(visit).label)}` },
      ...(gained === null
        ? []
        : [
            { text: "; " },
            { text: `${inHundred(gained)} in 100`, strong: true },
            { text: ` had gained ${GAIN} points or more` },
          ]),
      { text: ". Those who leave are not in the later means, which may flatter them." },
    ];
  }
  return tooFewToShow(smallest);
}

export function wellbeingNotes(result: Wellbeing, state: ExploreState, smallest: number): Figure["notes"] {
  const { groups } = result;
  const hides = ({ scores, mean, gained, well }: WellbeingVisit) =>
    [scores, mean, gained.share, well.share].some(isHidden);
  return [
    {
      name: "Method",
      text: "observed scores, no imputation; means with t intervals, shares with Wilson intervals from the counts shown.",
    },
    {
      name: "Rules",
      text: `gained: ${GAIN} points or more over baseline, the smallest important change. Low well-being: ${LOW} or less.`,
    },
    {
      name: "n",
      text: `${patientsCounted(result, WHO, smallest)} Cases or not, whatever the outcome's measure is.`,
    },
    ...tableNote(groups, state),
    ...hiddenNote(
      groups.some(({ patients, visits }) => isHidden(patients) || visits.some(hides)),
      smallest,
      groups,
    ),
  ];
}
