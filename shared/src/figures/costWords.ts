/** What the cost figure says: its reading and its notes, made from the released numbers alone. */
import type { ExploreState } from "../explore";
import type { Cost, CostGroup } from "../sessionResults";
import { monthsCostWords, monthWords } from "./costRows";
import type { Figure, Words } from "./figure";
import { drawn, patientsOf } from "./groups";
import { asIs, asWhole, estimateText, intervalWords, isHidden, numberText } from "./numbers";
import { hiddenNote, patientsCounted, tableNote, tooFewToShow } from "./patientsLine";
import { notDerived } from "./sessionProfileWords";

export function costReading(
  { derived, monthsCostOf, groups }: Cost,
  state: ExploreState,
  smallest: number,
): Words {
  if (!derived) return notDerived;
  const shown = drawn(groups, state);
  const group = shown.find((each) => each.perResponder.dollars.value !== null);
  if (group === undefined) {
    const other = shown.find((each) => each.perSession.value !== null);
    return other === undefined ? tooFewToShow(smallest) : sessionWords(other, state);
  }
  const { dollars } = group.perResponder;
  const month = group.perResponderMonth.dollars;
  const interval = intervalWords(dollars, asWhole);
  return [
    { text: `Among ${patientsOf(group.group, state)}, induction cost ` },
    { text: `${numberText(dollars.value ?? 0)} US dollars for each responder`, strong: true },
    { text: interval === null ? "" : ` (${interval})` },
    ...(month.value === null
      ? []
      : [
          {
            text:
              monthsCostOf === "INDUCTION"
                ? `; a ${monthWords(state)} before any maintenance cost `
                : `; with the 26 weeks after it, a ${monthWords(state)} cost `,
          },
          { text: numberText(month.value), strong: true },
        ]),
    { text: "." },
  ];
}

function sessionWords(group: CostGroup, state: ExploreState): Words {
  const interval = intervalWords(group.perSession, asWhole);
  return [
    { text: `Among ${patientsOf(group.group, state)}, a session cost ` },
    { text: `${numberText(group.perSession.value ?? 0)} US dollars`, strong: true },
    { text: interval === null ? "." : ` (${interval}).` },
  ];
}

export function costNotes(
  result: Cost,
  state: ExploreState,
  smallest: number,
  isSynthetic: boolean,
): Figure["notes"] {
  const { derived, groups } = result;
  if (!derived) return [{ name: "Missing", text: notDerived.map(({ text }) => text).join("") }];
  const numbers = groups.flatMap((group) => [
    group.perSession,
    ...group.perCourse.map(({ dollars }) => dollars),
    group.perResponder.dollars,
    group.perResponderMonth.dollars,
  ]);
  return [
    ...(isSynthetic ? [{ name: "Synthetic", text: "the prices are made up, like the patients." }] : []),
    {
      name: "Method",
      text: "per session: all costs over all sessions with one. Per course: mean over patients, 95% t interval; a session without a cost counts as the mean of the patient's others. Ratios: 95% Fieller intervals, patients being the units that vary.",
    },
    { name: "Per responder", text: responderWords() },
    {
      name: `Per ${monthWords(state)}`,
      text: `${monthRule(result, state)}${monthsShown(groups, state, smallest)}`,
    },
    { name: "n", text: patientsCounted(result, "patients with a cost", smallest) },
    {
      name: "Missing",
      text: "patients without any cost are left out; so are, from the later sums, those still in treatment who have not been seen for so long. Only sessions are counted: no medication, travel, lost work or other care.",
    },
    ...byMaintenance(state),
    ...tableNote(groups, state),
    ...hiddenNote(numbers.some(isHidden), smallest, groups),
  ];
}

const responderWords = (): string =>
  "the cost of induction of all cases at baseline with a later score, over those in response at the last score of the two weeks after induction. Who has no such score counts as no responder: the money was spent all the same.";

export function monthRule(result: Cost, state: ExploreState): string {
  const ends = result.monthsCostOf === "INDUCTION" ? " without maintenance" : "";
  return `the cost of ${monthsCostWords(result)} of the same patients, over the months that responders stayed ${state.outcome.relapse.includes("RELAPSE") ? "without relapse" : "in response"}${ends}: their number times the mean months within 26 weeks, the area under the durability curve. That longer response may go with more sessions is not in the interval. Hidden where too few are followed for 26 weeks.`;
}

function monthsShown(groups: readonly CostGroup[], state: ExploreState, smallest: number): string {
  const said = drawn(groups, state).flatMap(({ group, perResponderMonth: { months } }) =>
    months.value === null ? [] : [`${group.short} ${estimateText(months, asIs, smallest)}`],
  );
  return said.length === 0 ? "" : ` Mean months: ${said.join(", ")}.`;
}

/** What was given later cannot be known at the start, and only those who stayed well for long enough were given it. */
function byMaintenance({ by }: ExploreState): Figure["notes"] {
  if (by !== "maintenance") return [];
  return [
    {
      name: "Groups",
      text: "formed by what was given after induction. Who lost response early could not come into the groups of maintenance, so that their costs a responder and a month in response are too low.",
    },
  ];
}
