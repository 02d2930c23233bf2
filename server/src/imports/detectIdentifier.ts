// Asks every detector about a text, once for each different text: columns repeat themselves. What looks like an
// identifier refuses the import; the text itself is never said.
import { Refusal } from "./checkCell";
import { detectors, type Detector, type Place } from "./identifierDetectors";

const REMEMBERED = 20_000;
/** Scores, days, doses, codes: what nearly every cell is. */
const HARMLESS = /^-?\d{1,5}([.,]\d{1,6})?$|^[A-Za-z_]{1,3}$/;

const refusals = new Map<Detector, Refusal>(
  detectors.map((detector) => [
    detector,
    new Refusal(
      `Looks like ${detector.what} (45 CFR 164.514(b)(2)(i)${letters(detector.paragraph)}). Take it out before sending.`,
    ),
  ]),
);

export type DetectIdentifier = (text: string) => Refusal | null;

/** `apart`: detectors that this column has a reason to pass, by name. */
export function identifierDetector(place: Place, apart: readonly string[] = []): DetectIdentifier {
  const asked = detectors.filter(({ name }) => !apart.includes(name));
  const known = new Map<string, Refusal | null>();
  const lengths = new Set<number>();
  const isFound = (detector: Detector, text: string) =>
    detector.found(text, place) && !(detector.name === "long number" && lengths.has(text.length));
  return (text) => {
    // Of random hexadecimal some are digits alone: among keys of letters and digits a number as long is one of them.
    if (place === "key" && /\d/.test(text) && /[a-z]/i.test(text)) lengths.add(text.length);
    if (text === "" || (place === "code" && HARMLESS.test(text))) return null;
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = asked.find((detector) => isFound(detector, text));
    const refusal = found ? (refusals.get(found) ?? null) : null;
    if (known.size >= REMEMBERED) known.clear();
    known.set(text, refusal);
    return refusal;
  };
}

function letters(paragraph: string): string {
  return paragraph
    .split(", ")
    .map((letter) => (letter.length > 1 ? `(${letter.replace(" to ", ") to (")})` : `(${letter})`))
    .join(", ");
}
