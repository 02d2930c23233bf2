// The compared cohorts, each a card under its letter, and a place for the next one.
import type { PairBalance } from "@afterglow/shared";
import {
  asApplied,
  asReference,
  MOST_COHORTS,
  renamePin,
  unpin,
  type ComparedCohort,
  type Letter,
} from "@afterglow/shared";
import { Link } from "react-router";
import { CohortCard } from "./CohortCard";
import type { Compare } from "./useCompare";

interface Props {
  readonly compare: Compare;
  /** What is known of each cohort once the comparison has answered. */
  readonly cohorts: readonly ComparedCohort[];
  readonly pairs: readonly PairBalance[];
  readonly smallest: number | null;
  readonly stale: boolean;
}

const ordinals = ["first", "second", "third", "fourth"];

export function CohortCards({ compare, cohorts, pairs, smallest, stale }: Props) {
  const { state, change, explore } = compare;
  const pins = state.cohorts;
  const applied = asApplied(pins, { cohorts: stale ? [] : cohorts });
  const scored = (letter: Letter) =>
    pairs.flatMap(({ effective }) => effective).find((each) => each.letter === letter)?.patients ?? null;
  return (
    <div className={`pins pins-${pins.length}`}>
      {pins.map((pin) => (
        <CohortCard
          key={pin.letter}
          pin={pin}
          applied={applied}
          notApplied={
            applied === pins ? [] : (cohorts.find(({ letter }) => letter === pin.letter)?.notApplied ?? [])
          }
          visit={state.options.visit}
          patients={cohorts.find(({ letter }) => letter === pin.letter)?.patients ?? null}
          scored={scored(pin.letter)}
          smallest={smallest}
          stale={stale}
          edit={explore({ cohort: pin.cohort, edit: pin.letter })}
          onName={(name) => change({ cohorts: renamePin(pins, pin.letter, name) })}
          onRemove={() => change({ cohorts: unpin(pins, pin.letter) })}
          onReference={() => change({ cohorts: asReference(pins, pin.letter) })}
        />
      ))}
      {pins.length < MOST_COHORTS && (
        <Link className="pin-next" to={explore()}>
          <span aria-hidden="true">+</span>
          Pin a {ordinals[pins.length]} cohort
        </Link>
      )}
    </div>
  );
}
