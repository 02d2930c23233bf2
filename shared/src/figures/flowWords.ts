/** What the flow says: its steps, its reading, its notes. */
import type { ExploreState } from "../explore";
import type { Flow, FlowStepCode } from "../results";
import { inSentence } from "../vocabulary/entry";
import { instrumentByCode } from "../vocabulary/instruments";
import { visitByCode, type VisitCode } from "../vocabulary/visits";
import type { Figure, Words } from "./figure";
import { inGroups, patientsOf } from "./groups";
import { countText, countWords, exact, inHundred, isHidden, MINUS } from "./numbers";
import { measureName } from "./origin";
import { hiddenNote, tableNote } from "./patientsLine";

const visitOf = (flow: Flow) => visitByCode(flow.visit as VisitCode);

interface StepWords {
  readonly step: FlowStepCode;
  readonly name: string;
  /** Follows the number of those lost at this step. */
  readonly lost: string;
}

export function flowSteps(flow: Flow, state: ExploreState): StepWords[] {
  const visit = visitOf(flow);
  const words: Readonly<Record<FlowStepCode, Omit<StepWords, "step">>> = {
    TREATED: { name: "Treated", lost: "" },
    BASELINE: { name: "Baseline score", lost: "without one in the 14 days before" },
    CASE: { name: caseName(state), lost: "not a case" },
    LATER_SCORE: { name: "Any later score", lost: "never assessed again" },
    VISIT: {
      name: `Score at ${inSentence(visit.label)}`,
      lost: `not seen in days ${visit.from} to ${visit.to}`,
    },
  };
  return flow.steps.map(({ step }) => ({ step, ...words[step] }));
}

function caseName({ outcome }: ExploreState): string {
  if (outcome.measure === "OWN") return "Case at baseline";
  const { caseness, higherIsBetter } = instrumentByCode(outcome.measure);
  return caseness === null ? "Case at baseline" : `Case, ${caseness} or ${higherIsBetter ? "less" : "more"}`;
}

export interface StepCount {
  readonly left: string;
  /** "155 without one in the 14 days before"; nothing where nobody was lost. */
  readonly lost: string;
}

export function stepCounts(flow: Flow, state: ExploreState, smallest: number): StepCount[] {
  const words = flowSteps(flow, state);
  return flow.steps.map(({ patients, lost }, index) => ({
    left: countText(patients, smallest),
    lost:
      lost.value === 0 || index === 0
        ? ""
        : `${countText(lost, smallest)} ${words[index]?.lost ?? ""}`.trim(),
  }));
}

export function flowReading(flow: Flow, state: ExploreState, smallest: number): Words {
  const left = (step: FlowStepCode) => {
    const patients = flow.steps.find((each) => each.step === step)?.patients;
    return { text: patients === undefined ? "" : countWords(patients, smallest), strong: true };
  };
  if (flow.steps.every(({ patients }) => patients.value === null))
    return [{ text: `Too few patients to show: fewer than ${smallest} were treated.` }];
  return [
    { text: "Of " },
    left("TREATED"),
    { text: " patients treated, " },
    left("CASE"),
    { text: " were cases at baseline and " },
    left("VISIT"),
    { text: ` of those have a score at ${inSentence(visitOf(flow).label)}.` },
    ...lowest(flow, state),
  ];
}

/** Who is seen least, where that differs by more than ten in a hundred from who is seen most. */
function lowest(flow: Flow, state: ExploreState): Words {
  const shown = flow.groups.filter(({ share }) => exact(share) !== null);
  const inOrder = [...shown].sort((a, b) => (a.share.value ?? 0) - (b.share.value ?? 0));
  const [least] = inOrder;
  const most = inOrder.at(-1);
  if (least === undefined || most === undefined) return [];
  if ((most.share.value ?? 0) - (least.share.value ?? 0) < 0.1) return [];
  const share = (group: typeof least) => inHundred(group.share.value ?? 0);
  return [
    {
      text: ` Seen least often: ${patientsOf(least.group, state)}, ${share(least)} in 100, against ${share(most)} in 100 ${inGroups([most], state)}.`,
    },
  ];
}

export function flowNotes(flow: Flow, state: ExploreState, smallest: number): Figure["notes"] {
  const counts = [
    ...flow.steps.flatMap(({ patients, lost }) => [patients, lost]),
    ...flow.groups.flatMap(({ cases, scored, share }) => [cases, scored, share]),
    ...flow.assessments.flatMap(({ expected, received, share }) => [expected, received, share]),
  ];
  return [
    {
      name: "Rule",
      text: `${caseName(state)}: ${measureName(state.outcome)}, the last score in days ${MINUS}14 to 0. Visit windows are in Methods.`,
    },
    { name: "Expected", text: "patients whose follow-up has reached the visit window." },
    ...tableNote(flow.groups, state),
    ...hiddenNote(counts.some(isHidden), smallest, flow.groups),
  ];
}
