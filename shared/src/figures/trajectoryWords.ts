/** What the trajectory says: its reading, its notes, the rules of the change categories. */
import { listed } from "../cohortSentence";
import type { ExploreState } from "../explore";
import type { Trajectory } from "../results";
import { inSentence } from "../vocabulary/entry";
import { instrumentByCode } from "../vocabulary/instruments";
import { visitByCode, type VisitCode } from "../vocabulary/visits";
import type { Figure, Words } from "./figure";
import { drawn, inGroups, patientsOf } from "./groups";
import { countText, exact, isHidden, numberText } from "./numbers";
import { measureName } from "./origin";
import { hiddenNote, tableNote, tooFewToShow } from "./patientsLine";

type TrajectoryGroup = Trajectory["groups"][number];

const LEAVERS = " Those who leave are not in the later means, which may flatter them.";

export function trajectoryReading(trajectory: Trajectory, state: ExploreState, smallest: number): Words {
  const groups = drawn(trajectory.groups, state);
  const group = groups.find(
    (each) => meanAt(each, "BASELINE") !== null && (meanAt(each, "W4") ?? meanAt(each, "D1")) !== null,
  );
  if (group === undefined) return tooFewToShow(smallest);
  const early: VisitCode = meanAt(group, "W4") === null ? "D1" : "W4";
  const from = meanAt(group, "BASELINE") ?? 0;
  const to = meanAt(group, early) ?? 0;
  const later = meanAt(group, "W12");
  const percent = trajectory.unit === "PERCENT_OF_BASELINE" ? " percent of baseline" : "";
  const where = state.by === null ? "" : ` ${inGroups([group], state)}`;
  return [
    {
      text: `Mean ${state.outcome.measure === "OWN" ? "score" : measureName(state.outcome)}${where} ${to > from ? "rose" : "fell"} from `,
    },
    { text: `${numberText(from, 1)} to ${numberText(to, 1)}`, strong: true },
    { text: `${percent} by ${inSentence(visitByCode(early).label)}` },
    { text: later === null ? "." : ` and ${laterText(to, later)} ${numberText(later, 1)} by week 12.` },
    { text: LEAVERS },
  ];
}

function laterText(before: number, after: number): string {
  if (numberText(before, 1) === numberText(after, 1)) return "stayed at";
  return after > before ? "rose to" : "fell to";
}

function meanAt(group: TrajectoryGroup, visit: VisitCode): number | null {
  return group.visits.find((each) => each.visit === visit)?.mean.value ?? null;
}

export function changeRules({ outcome }: ExploreState): string {
  if (outcome.measure === "OWN") return "Categories by each instrument's own rules.";
  const { smallestImportantChange, response, remission, higherIsBetter } = instrumentByCode(outcome.measure);
  const [up, down] = higherIsBetter ? ["down", "up"] : ["up", "down"];
  const half = outcome.response === "HALF";
  const rule =
    half || response.kind === "share"
      ? {
          full: `${half || response.kind !== "share" ? 50 : response.percent}%`,
          part: `${(half || response.kind !== "share" ? 50 : response.percent) / 2}%`,
        }
      : { full: `${response.points} points`, part: `${response.points / 2} points` };
  const side = higherIsBetter ? "or more" : "or less";
  return [
    `Worse: ${up} ${smallestImportantChange} points or more.`,
    `Partial: ${down} ${rule.part} or more, short of a response.`,
    `Response: ${down} ${rule.full} or more${remission === null ? "" : ", not in remission"}.`,
    remission === null ? "" : `Remission: ${remission} ${side}.`,
  ]
    .join(" ")
    .trim();
}

export function trajectoryNotes(
  trajectory: Trajectory,
  state: ExploreState,
  smallest: number,
): Figure["notes"] {
  const hidden = trajectory.groups.some(({ visits }) =>
    visits.some(({ scores, mean }) => isHidden(scores) || isHidden(mean)),
  );
  const own = [
    ...new Set(trajectory.groups.flatMap(({ instrument }) => (instrument === null ? [] : [instrument]))),
  ];
  const instruments = listed(
    own.map((code) => instrumentByCode(code as Parameters<typeof instrumentByCode>[0]).short),
  );
  const measured = state.outcome.measure === "OWN" && own.length > 0 ? ` Instruments: ${instruments}.` : "";
  return [
    {
      name: "Method",
      text: `observed scores, no imputation; t intervals. The score nearest the target day counts for the visit.${measured}`,
    },
    ...missing(trajectory, state, smallest),
    { name: "Categories", text: `${changeRules(state)}${hiddenTogether(trajectory)}` },
    ...tableNote(trajectory.groups, state),
    ...hiddenNote(hidden, smallest, trajectory.groups),
  ];
}

/** What the plot does with several hidden categories of one bar. */
function hiddenTogether({ groups }: Trajectory): string {
  const several = groups.some(({ visits }) =>
    visits.some(({ categories }) => categories.filter(({ share }) => exact(share) === null).length > 1),
  );
  return several
    ? " Hidden categories of a bar share what is left in equal parts; how it divides is not known."
    : "";
}

function missing(trajectory: Trajectory, state: ExploreState, smallest: number): Figure["notes"] {
  const group = trajectory.groups.find(({ patients }) => patients.value !== null);
  if (group === undefined) return [];
  const at = (code: VisitCode) => group.visits.find(({ visit }) => visit === code)?.scores;
  const said = (["W4", "W12"] as const).flatMap((code) => {
    const scores = at(code);
    if (scores === undefined || scores.value === null) return [];
    return [`${countText(scores, smallest)} at ${inSentence(visitByCode(code).label)}`];
  });
  if (said.length === 0) return [];
  const who = group.group.code === "ALL" ? "patients" : patientsOf(group.group, state);
  return [
    {
      name: "Missing",
      text: `of ${countText(group.patients, smallest)} ${who}, those with a score: ${listed(said)}.`,
    },
  ];
}
