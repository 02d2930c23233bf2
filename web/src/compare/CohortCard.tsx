// One compared cohort: letter and line, name, words, how many patients, and what can be done with it.
import { ActionIcon, UnstyledButton } from "@mantine/core";
import {
  cohortSentence,
  hiddenReasons,
  LONGEST_NAME,
  pinnedName,
  visitByCode,
  inSentence,
  type ComparedCohort,
  type Count,
  type PinnedCohort,
  type VisitCode,
} from "@afterglow/shared";
import { useState } from "react";
import { Link } from "react-router";
import { HiddenMark } from "../shell/HiddenMark";
import { Icon } from "../shell/Icon";
import { LetterLine } from "./LetterLine";

interface Props {
  readonly pin: PinnedCohort;
  /** All cohorts, with what is applied of each. */
  readonly applied: readonly PinnedCohort[];
  /** What was chosen for this one and is not applied. */
  readonly notApplied: ComparedCohort["notApplied"];
  readonly visit: string;
  /** null: not known yet. */
  readonly patients: Count | null;
  readonly scored: Count | null;
  readonly smallest: number | null;
  readonly stale: boolean;
  readonly edit: string;
  readonly onName: (name: string) => void;
  readonly onRemove: () => void;
  readonly onReference: () => void;
}

export function CohortCard(props: Props) {
  const { pin, applied, notApplied, visit, patients, scored, smallest, stale, edit } = props;
  const { onName, onRemove, onReference } = props;
  const { letter } = pin;
  const own = applied.find((each) => each.letter === letter) ?? pin;
  const name = pinnedName(own, applied);
  const visitName = inSentence(visitByCode(visit as VisitCode).label);
  return (
    <section className="pin" aria-label={`Cohort ${letter}, ${name}`}>
      <div className="pin-head">
        <LetterLine letter={letter} />
        <b>{letter}</b>
        <NameField key={name} letter={letter} name={name} given={pin.name} onName={onName} />
        <ActionIcon
          variant="subtle"
          size={28}
          className="quiet"
          aria-label={`Remove ${letter}`}
          onClick={onRemove}
        >
          <Icon name="close" />
        </ActionIcon>
      </div>
      <p className="pin-words">{cohortSentence(own.cohort)}</p>
      {notApplied.map(({ sentence }) => (
        <p className="not-applied" key={sentence}>
          <HiddenMark width={16} reason="not applied" />
          <span>{sentence}</span>
        </p>
      ))}
      <p className={stale ? "pin-counts stale" : "pin-counts"}>
        <Number count={patients} smallest={smallest} what="treated" />
        <Number count={scored} smallest={smallest} what={`with a ${visitName} score`} />
      </p>
      <p className="pin-actions">
        {letter === "A" ? (
          <span className="muted-text">Reference</span>
        ) : (
          <UnstyledButton className="link" aria-label={`Make ${letter} the reference`} onClick={onReference}>
            Make reference
          </UnstyledButton>
        )}
        <Link to={edit} aria-label={`Edit ${letter} in Explore`}>
          Edit in Explore
        </Link>
      </p>
    </section>
  );
}

interface NameFieldProps {
  readonly letter: string;
  readonly name: string;
  /** What was given; empty where the name is made of the cohort's differences. */
  readonly given: string;
  readonly onName: (name: string) => void;
}

/** A name is text until one works on it. It is kept when one leaves it; Escape brings the old one back. */
function NameField({ letter, name, given, onName }: NameFieldProps) {
  const [text, setText] = useState(name);
  const keep = () => {
    const next = text.trim();
    if (next === "") setText(name);
    if (next !== name && !(next === "" && given === "")) onName(next);
  };
  return (
    <input
      className="pin-name"
      aria-label={`Name of cohort ${letter}`}
      value={text}
      maxLength={LONGEST_NAME}
      spellCheck={false}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
        if (event.key === "Escape") setText(name);
      }}
    />
  );
}

function Number({ count, smallest, what }: { count: Count | null; smallest: number | null; what: string }) {
  if (count === null) return null;
  const { value, hidden } = count;
  const few = hidden === "TOO_FEW" && smallest !== null;
  return (
    <span>
      {value === null ? (
        <>
          <HiddenMark width={18} reason={hidden === null ? "hidden" : hiddenReasons[hidden]} />
          {few && ` < ${smallest}`}
        </>
      ) : (
        <b>{value.toLocaleString("en-GB")}</b>
      )}{" "}
      {what}
    </span>
  );
}
