/** One sentence on two groups of a time-to-event figure: their shares at one time. It compares nothing but these. */
import type { TimeToEvent } from "../results";
import type { Words } from "./figure";
import { asPercent, exact, inHundred, intervalWords } from "./numbers";

export interface ContrastPlan {
  /** The landmark, in the unit of the curve; and how a sentence on it begins: "By day 28". */
  readonly at: number;
  readonly when: string;
  /** "patients", "responders". */
  readonly who: string;
  /** "had responded", "were still in response". */
  readonly did: string;
  /** How each group is named: "with an intensive induction". */
  readonly names: Readonly<Record<string, string>>;
}

export function contrastReading(
  { groups }: TimeToEvent,
  { at, when, who, did, names }: ContrastPlan,
): Words | null {
  const said = groups.flatMap(({ group, landmarks }) => {
    const share = landmarks.find(({ time }) => time === at)?.share;
    const value = share === undefined ? null : exact(share);
    const name = names[group.code];
    if (share === undefined || value === null || name === undefined) return [];
    const interval = intervalWords(share, asPercent);
    return [{ name, value, interval: interval === null ? "" : ` (${interval})` }];
  });
  const [first, second] = said;
  if (first === undefined || second === undefined) return null;
  return [
    { text: `${when}, of 100 ${who} ${first.name} ` },
    { text: inHundred(first.value), strong: true },
    { text: ` ${did}${first.interval}; of 100 ${second.name}, ` },
    { text: inHundred(second.value), strong: true },
    { text: `${second.interval}.` },
  ];
}
