// The choices of the outcome's fields, in words that name the rule of the instrument at hand.
import { instrumentByCode, instruments, keysOf, type Measure, type ResponseRule } from "@afterglow/shared";

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
}

/** A rule's words without what explains them in brackets: that stands on the Methods page. */
export const choicesOf = <V extends string>(rules: Readonly<Record<V, string>>): Choice<V>[] =>
  keysOf(rules).map((value) => ({ value, label: rules[value].replace(/ \(.*\)$/, "") }));

/** The measures of the release, and each condition's own where there is more than one to choose from. */
export function measureChoices(available: readonly string[]): Choice<Measure>[] {
  const known = instruments
    .filter(({ code, caseness }) => available.includes(code) && caseness !== null)
    .map(({ code, short }) => ({ value: code, label: short }));
  return known.length < 2 ? known : [...known, { value: "OWN", label: "Each condition's own" }];
}

export function responseChoices(measure: Measure): Choice<ResponseRule>[] {
  const half = "Down 50% or more";
  if (measure === "OWN") {
    return [
      { value: "INSTRUMENT", label: "Each instrument's own rule" },
      { value: "HALF", label: half },
    ];
  }
  const { response, higherIsBetter, short } = instrumentByCode(measure);
  const way = higherIsBetter ? "Up" : "Down";
  if (response.kind === "share" && response.percent === 50) return [{ value: "INSTRUMENT", label: half }];
  const size = response.kind === "share" ? `${response.percent}%` : `${response.points} points`;
  return [
    { value: "INSTRUMENT", label: `${way} ${size} or more, ${short}'s rule` },
    { value: "HALF", label: half },
  ];
}
