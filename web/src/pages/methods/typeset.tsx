// The plain characters of a docstring as a reader expects them: powers raised, indices lowered, R code as code, and the
// name of another statistic as a link to it.
import { statisticNames, type StatisticId } from "@afterglow/shared";
import { Fragment, type ReactNode } from "react";

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\+-/g, "\u00b1"],
  [/-\+/g, "\u2213"],
  [/<=/g, "\u2264"],
  [/>=/g, "\u2265"],
  [/\bsqrt\(/g, "\u221a("],
  [/ - /g, " \u2212 "],
  [/ \* /g, " \u00b7 "],
  [/(\d) %/g, "$1%"],
];

/**
 * A power of a number is raised; of anything longer the caret stays, as brackets follow it. An index is lowered; the
 * line within a word in capitals is none.
 */
const RAISED_OR_LOWERED = /(\^-?\d+|(?<=(?:^|[^A-Z])[A-Za-z])_\w+)/;
const WORD = /\b([a-z]\w+)\b/;

const signed = (text: string): string =>
  SIGNS.reduce((all, [sign, character]) => all.replace(sign, character), text);

export function Formula({ text }: { text: string }) {
  return <code>{raised(signed(text), (part) => part)}</code>;
}

/** `of` is the statistic that the text is about, and no link to itself. */
export function Prose({ text, of }: { text: string; of: StatisticId }) {
  // A sentence begins with a capital, a variable does not.
  const sentence = /^[a-z]\w/.test(text) ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;
  return sentence
    .split("`")
    .map((piece, at) => <Fragment key={at}>{at % 2 === 0 ? worded(piece, of) : coded(piece, of)}</Fragment>);
}

function raised(text: string, between: (part: string) => ReactNode): ReactNode {
  return text.split(RAISED_OR_LOWERED).map((part, at) => {
    const rest = part.slice(1).replace("-", "\u2212");
    if (at % 2 === 0) return <Fragment key={at}>{between(part)}</Fragment>;
    return part.startsWith("^") ? <sup key={at}>{rest}</sup> : <sub key={at}>{rest}</sub>;
  });
}

const worded = (piece: string, of: StatisticId): ReactNode =>
  raised(signed(piece), (part) => part.split(WORD).map((word, at) => linked(word, of, at)));

const coded = (code: string, of: StatisticId): ReactNode =>
  isStatistic(code) ? linked(code, of, 0) : <code>{code}</code>;

const isStatistic = (word: string): word is StatisticId => Object.hasOwn(statisticNames, word);

function linked(word: string, of: StatisticId, key: number): ReactNode {
  if (!isStatistic(word) || word === of) return word;
  // A plain word stands in its sentence as it is; kaplanMeier does not.
  return (
    <a key={key} href={`#${word}`}>
      {/[A-Z]/.test(word) ? statisticNames[word] : word}
    </a>
  );
}
