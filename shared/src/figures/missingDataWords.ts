/** What the figure of missing data says: its shares and how each deals with the missing, its reading, its notes. */
import type { Estimate } from "../estimate";
import type { ExploreState } from "../explore";
import type { MissingData, MissingDataGroup } from "../questionResults";
import { inSentence } from "../vocabulary/entry";
import { visitByCode, type VisitCode } from "../vocabulary/visits";
import type { Figure, Words } from "./figure";
import { capital, drawn, patientsOf } from "./groups";
import { exact, inHundred, isHidden } from "./numbers";
import { responseText } from "./origin";
import { hiddenNote, patientsCounted, tableNote, tooFewToShow } from "./patientsLine";

export const visitName = ({ visit }: Pick<MissingData, "visit">): string =>
  inSentence(visitByCode(visit as VisitCode).label);

export const receivedLabel = (result: MissingData): string =>
  `Score at ${visitName(result)}, of those expected`;

export type MethodCode = "OBSERVED" | "NON_RESPONSE" | "CARRIED";
/** `narrow`: where a phone has no room for the label. */
export const missingMethods = [
  { code: "OBSERVED", label: "Response, observed cases", narrow: "Observed" },
  { code: "NON_RESPONSE", label: "Response, non-response imputation", narrow: "Non-response" },
  { code: "CARRIED", label: "Response, last observation carried forward", narrow: "Carried forward" },
] as const satisfies readonly {
  readonly code: MethodCode;
  readonly label: string;
  readonly narrow: string;
}[];

export function shareOf(group: MissingDataGroup, code: MethodCode): Estimate {
  switch (code) {
    case "OBSERVED":
      return group.observed;
    case "NON_RESPONSE":
      return group.nonResponse;
    case "CARRIED":
      return group.carried.share;
  }
}

export const missingDataRule = ({ outcome }: ExploreState): string =>
  `Response: ${responseText(outcome)}, or remission.`;

/** How each counts, for the note and the caption. */
export function methodsText(result: MissingData): string {
  const at = visitName(result);
  return [
    `Observed cases: in response at ${at}, of those with a score then.`,
    "Non-response imputation: the same patients, of all whose score was expected.",
    `Last observation carried forward: in response at the last score up to ${at}, of all whose score was expected; without any score yet, no response.`,
  ].join(" ");
}

export function missingDataReading(result: MissingData, state: ExploreState, smallest: number): Words {
  const { groups } = result;
  const known = (group: MissingDataGroup) =>
    missingMethods.filter(({ code }) => exact(shareOf(group, code)) !== null).length;
  const most = drawn(groups, state).reduce<MissingDataGroup | undefined>(
    (best, each) => (known(each) > (best === undefined ? 0 : known(best)) ? each : best),
    undefined,
  );
  if (most === undefined) return tooFewToShow(smallest);
  const received = exact(most.received.share);
  const who = state.by === null ? "patients" : patientsOf(most.group, state);
  const said = missingMethods.flatMap(({ code }) => {
    const share = exact(shareOf(most, code));
    return share === null ? [] : [{ code, share }];
  });
  return [
    ...(received === null
      ? [{ text: `${capital(who)} at ${visitName(result)}: ` }]
      : [
          { text: `Of 100 ${who} whose score was expected at ${visitName(result)}, ` },
          { text: inHundred(received), strong: true },
          { text: " have one. " },
        ]),
    ...said.flatMap(({ code, share }, index) => [
      { text: index === 0 ? "" : index === said.length - 1 ? " and " : ", " },
      { text: inHundred(share), strong: true },
      { text: ` in 100 ${index === 0 ? "had responded " : ""}${waysInSentence[code]}` },
    ]),
    { text: "." },
  ];
}

const waysInSentence: Readonly<Record<MethodCode, string>> = {
  OBSERVED: "among those seen",
  NON_RESPONSE: "if nobody missing had",
  CARRIED: "if each stayed as last seen",
};

export function missingDataNotes(
  result: MissingData,
  state: ExploreState,
  smallest: number,
): Figure["notes"] {
  const { groups } = result;
  const numbers = groups.flatMap(({ patients, received, responders, observed, nonResponse, carried }) => [
    patients,
    received.share,
    responders,
    observed,
    nonResponse,
    carried.share,
  ]);
  return [
    { name: "Method", text: `${methodsText(result)} Wilson 95% intervals from the counts shown.` },
    { name: "Rule", text: missingDataRule(state) },
    {
      name: "Assumes",
      text: "observed cases, that the missing do as well as those who come: too high where patients leave because they do not improve. Non-response imputation, that no missing patient responds: too low, and the lower the more are missing. Last observation carried forward, that nothing changes after the last score: too high where patients get worse after it, too low where they go on improving. Where leaving depends on how patients are (informative drop-out), none of them is right; how far they lie apart says how much depends on the missing.",
    },
    {
      name: "Expected",
      text: `cases at baseline whose follow-up has reached the window of ${visitName(result)}. Where fewer than ${smallest} have not, they count as expected.`,
    },
    {
      name: "n",
      text: patientsCounted(result, `cases whose score was expected at ${visitName(result)}`, smallest),
    },
    ...tableNote(groups, state),
    ...hiddenNote(numbers.some(isHidden), smallest, groups),
  ];
}
