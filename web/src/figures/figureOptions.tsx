// The options of each figure. They are part of the address, so a link and a file show the same.
import {
  laterVisits,
  sideEffects,
  type FigureDefinition,
  type FigureKeyEntry,
  type FigureOptions,
} from "@afterglow/shared";
import type { ReactNode } from "react";
import type { Explore } from "../cohort/useExplore";
import { PickMenu } from "../shell/PickMenu";
import { Segments } from "../shell/Segments";

interface CardOptions {
  /** Beside the title. */
  readonly head: ReactNode;
  /** Under the reading: what changes the estimate. */
  readonly below: ReactNode;
}

type Choices<K extends keyof FigureOptions> = readonly {
  readonly value: FigureOptions[K];
  readonly label: string;
}[];

const events: Choices<"onset"> = [
  { value: "RESPONSE", label: "Response" },
  { value: "CONFIRMED_RESPONSE", label: "Confirmed" },
  { value: "REMISSION", label: "Remission" },
];
const clocks: Choices<"clock"> = [
  { value: "DAY", label: "day" },
  { value: "SESSION", label: "infusion" },
];
const horizons: Choices<"weeks"> = [
  { value: "26", label: "26 weeks" },
  { value: "52", label: "52 weeks" },
];
const dropouts: Choices<"dropouts"> = [
  { value: "CENSORED", label: "censored" },
  { value: "RELAPSED", label: "count as events" },
];
const maintained: Choices<"maintained"> = [
  { value: "BY_WEEK_6", label: "maintenance by week 6" },
  { value: "WHOLE_COURSE", label: "the whole later course" },
];
const values: Choices<"value"> = [
  { value: "SCORE", label: "Score" },
  { value: "CHANGE", label: "Change" },
];
const harms: Choices<"harms"> = [
  { value: "RATES", label: "Rates" },
  { value: "INFUSION", label: "By infusion" },
  { value: "RESOLUTION", label: "Time to resolution" },
  { value: "VITALS", label: "Vital signs" },
];
const clinicsOf: Choices<"clinics"> = [
  { value: "RESPONSE", label: "Response" },
  { value: "SIDE_EFFECT", label: "Side effect" },
];
const units: Choices<"per"> = [
  { value: "PATIENT", label: "Per patient" },
  { value: "SESSION", label: "Per session" },
];
const severities: Choices<"effectSeverity"> = [
  { value: "ANY", label: "any" },
  { value: "MILD", label: "mild" },
  { value: "MODERATE", label: "moderate" },
  { value: "SEVERE", label: "severe" },
];
const visits: Choices<"visit"> = laterVisits.map(({ code, label }) => ({ value: code, label }));
const effects: Choices<"effect"> = sideEffects.map(({ code, label }) => ({ value: code, label }));

export function figureOptions(
  id: FigureDefinition["id"],
  explore: Explore,
  key: readonly FigureKeyEntry[],
): CardOptions {
  const { options } = explore.state;
  const segments = <K extends keyof FigureOptions>(
    name: K,
    label: string,
    choices: Choices<K>,
    long = false,
  ) => (
    <Segments
      long={long}
      label={label}
      value={options[name]}
      choices={choices}
      onChange={(value) => explore.changeOptions({ [name]: value })}
    />
  );
  const pick = <K extends keyof FigureOptions>(name: K, label: string, choices: Choices<K>) => (
    <PickMenu
      small
      label={label}
      value={options[name]}
      choices={choices}
      onChange={(value) => explore.changeOptions({ [name]: value })}
    />
  );
  const groups = key.map(({ code, label }) => ({ value: code, label }));
  const alone =
    groups.length < 2 ? null : (
      <PickMenu
        small
        label={id === "trajectory" ? "Change in" : "Of"}
        value={groups.some((g) => g.value === options.of) ? options.of : (groups[0]?.value ?? "")}
        choices={groups}
        onChange={(of) => explore.changeOptions({ of })}
      />
    );

  switch (id) {
    case "flow":
    case "missing-data":
      return { head: pick("visit", "Visit", visits), below: null };
    case "onset":
      return {
        head: null,
        below: (
          <>
            {segments("onset", "Event", events)}
            {pick("clock", "By", clocks)}
          </>
        ),
      };
    case "durability":
      return {
        head: null,
        below: (
          <>
            {segments("weeks", "How far", horizons)}
            {pick("dropouts", "Drop-outs", dropouts)}
            {explore.state.by === "maintenance" && pick("maintained", "Grouped by", maintained)}
          </>
        ),
      };
    case "trajectory":
      return { head: segments("value", "Score or change", values), below: alone };
    case "side-effects":
      return {
        head: null,
        below: (
          <>
            {segments("harms", "View", harms, true)}
            {options.harms === "RATES" && segments("per", "Per patient or per session", units)}
            {options.harms === "RATES" && pick("effectSeverity", "Severity", severities)}
            {(options.harms === "RATES" || options.harms === "INFUSION") && pick("effect", "Effect", effects)}
            {(options.harms === "INFUSION" || options.harms === "RESOLUTION") && alone}
          </>
        ),
      };
    case "session-profile":
      return { head: null, below: pick("effect", "Time to resolution of", effects) };
    case "clinics":
      return {
        head: null,
        below: (
          <>
            {segments("clinics", "Of", clinicsOf)}
            {options.clinics === "RESPONSE"
              ? pick("visit", "Visit", visits)
              : pick("effect", "Effect", effects)}
          </>
        ),
      };
    case "infusions-to-response":
    case "protocol-onset":
    case "ect-onset":
    case "ect-sessions":
    case "anxiety-onset":
      return { head: null, below: segments("onset", "Event", events) };
    case "protocol-durability":
    case "ect-durability":
    case "anxiety-durability":
      return { head: null, below: segments("weeks", "How far", horizons) };
    default:
      return { head: null, below: null };
  }
}
