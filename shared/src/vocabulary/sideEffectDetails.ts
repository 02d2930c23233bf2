// What is recorded beside a side effect's term: how severe, how it was found, what was done.
import { byCode, byNumber, type Entry } from "./entry";

const ctcae = "After grades 1 to 3 of the Common Terminology Criteria for Adverse Events, version 5.0, 2017.";

export const sideEffectSeverities = [
  {
    code: "MILD",
    number: 1,
    label: "Mild",
    short: "Mild",
    definition: "Noticed, easily borne, nothing needed.",
    source: ctcae,
  },
  {
    code: "MODERATE",
    number: 2,
    label: "Moderate",
    short: "Moderate",
    definition: "Interfered with activities, or needed simple treatment.",
    source: ctcae,
  },
  {
    code: "SEVERE",
    number: 3,
    label: "Severe",
    short: "Severe",
    definition: "Disabling, or needed urgent treatment. Whether it was serious is recorded apart.",
    source: ctcae,
  },
] as const satisfies readonly Entry[];

const harms = "CONSORT harms 2022: Junqueira DR, et al. BMJ 2023;381:e073725.";

export const ascertainments = [
  {
    code: "CHECKLIST",
    number: 1,
    label: "Checklist",
    short: "Checklist",
    definition: "Each term was asked for. Gives higher rates than spontaneous report.",
    source: harms,
  },
  {
    code: "SPONTANEOUS",
    number: 2,
    label: "Spontaneous report",
    short: "Spontaneous",
    definition: "The patient spoke of it, or staff saw it, unasked.",
    source: harms,
  },
] as const satisfies readonly Entry[];

const actions = "After the action-taken list of ICH E2B(R3), in the words of a clinic that gives sessions.";

export const sideEffectActions = [
  {
    code: "NONE",
    number: 1,
    label: "None",
    short: "None",
    definition: "Watched, nothing else.",
    source: actions,
  },
  {
    code: "MEDICATION",
    number: 2,
    label: "Medication",
    short: "Medication",
    definition: "A medicine was given for it.",
    source: actions,
  },
  {
    code: "SESSION_STOPPED",
    number: 3,
    label: "Session stopped",
    short: "Session stopped",
    definition: "The session was ended early; the course went on.",
    source: actions,
  },
  {
    code: "DOSE_REDUCED",
    number: 4,
    label: "Dose reduced",
    short: "Dose reduced",
    definition: "A lower dose, then or at the next session.",
    source: actions,
  },
  {
    code: "COURSE_STOPPED",
    number: 5,
    label: "Course stopped",
    short: "Course stopped",
    definition: "No further session was given because of it.",
    source: actions,
  },
  {
    code: "OTHER",
    number: 6,
    label: "Other",
    short: "Other",
    definition: "Any other action.",
    source: "The rest; no definition of its own.",
  },
] as const satisfies readonly Entry[];

export type SideEffectSeverityCode = (typeof sideEffectSeverities)[number]["code"];
export type AscertainmentCode = (typeof ascertainments)[number]["code"];
export type SideEffectActionCode = (typeof sideEffectActions)[number]["code"];

type Severity = Entry & { readonly code: SideEffectSeverityCode };
type Ascertainment = Entry & { readonly code: AscertainmentCode };
type Action = Entry & { readonly code: SideEffectActionCode };
export const sideEffectSeverityByCode = byCode<Severity>(sideEffectSeverities, "side effect severity");
export const sideEffectSeverityByNumber = byNumber<Severity>(sideEffectSeverities, "side effect severity");
export const ascertainmentByCode = byCode<Ascertainment>(ascertainments, "ascertainment");
export const ascertainmentByNumber = byNumber<Ascertainment>(ascertainments, "ascertainment");
export const sideEffectActionByCode = byCode<Action>(sideEffectActions, "action");
export const sideEffectActionByNumber = byNumber<Action>(sideEffectActions, "action");
