// Psychotherapy with the treatment: how the clinic describes the course. Minutes stand with each session.
import { byCode, byNumber, type Entry } from "./entry";

const source =
  "Dore J, et al. J Psychoactive Drugs 2019;51:189-198; Drozdz SJ, et al. J Pain Res 2022;15:1691-1706 (review of models).";

export const psychotherapies = [
  {
    code: "NONE",
    number: 1,
    label: "None",
    short: "None",
    definition: "No psychotherapy as part of the course. Treatment elsewhere may go on.",
    source,
  },
  {
    code: "INTEGRATION",
    number: 2,
    label: "With integration",
    short: "Integration",
    definition: "Psychotherapy between the sessions, as preparation or integration, but not during them.",
    source,
  },
  {
    code: "ASSISTED",
    number: 3,
    label: "Assisted, during the session",
    short: "Assisted",
    definition: "A therapist works with the patient during the drug's effect, with or without integration.",
    source,
  },
] as const satisfies readonly Entry[];

export type PsychotherapyCode = (typeof psychotherapies)[number]["code"];
export type Psychotherapy = Entry & { readonly code: PsychotherapyCode };
export const psychotherapyByCode = byCode<Psychotherapy>(psychotherapies, "psychotherapy");
export const psychotherapyByNumber = byNumber<Psychotherapy>(psychotherapies, "psychotherapy");
