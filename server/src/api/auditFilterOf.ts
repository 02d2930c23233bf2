// From the words of an address or a question to a filter of the audit. Throws InvalidChoice.
import { InvalidChoice } from "@afterglow/shared";
import { isAct, isDay, isOutcome, type AuditFilter } from "../audit/auditFilter";
import { auditedActs, auditOutcomes } from "../audit/entry";

type Words = { readonly [K in keyof AuditFilter]?: string | null };

const LONGEST = 100;

export function auditFilterOf({ who, what, release, outcome, since, until }: Words): AuditFilter {
  const act = word("what", what, isAct, `must be one of ${auditedActs.join(", ")}`);
  const how = word("outcome", outcome, isOutcome, `must be one of ${auditOutcomes.join(", ")}`);
  const short = (text: string): text is string => text.length <= LONGEST && !text.includes("\0");
  return {
    who: word("who", who, short, `takes at most ${LONGEST} characters`),
    release: word("release", release, short, `takes at most ${LONGEST} characters`),
    what: act,
    outcome: how,
    since: word("since", since, isDayText, "must be a day, such as 2026-01-31"),
    until: word("until", until, isDayText, "must be a day, such as 2026-01-31"),
  };
}

const isDayText = (text: string): text is string => isDay(text);

/** Empty is not chosen. */
function word<Word extends string>(
  place: string,
  given: string | null | undefined,
  fits: (text: string) => text is Word,
  rule: string,
): Word | undefined {
  if (given === null || given === undefined || given === "") return undefined;
  if (!fits(given)) throw new InvalidChoice(place, rule);
  return given;
}
