// The cohorts pinned so far, under the headline: each can be taken off; from two on they can be compared.
import { ActionIcon, UnstyledButton } from "@mantine/core";
import { MOST_COHORTS, pinnedName, unpin } from "@afterglow/shared";
import { Link } from "react-router";
import { LetterLine } from "../compare/LetterLine";
import { Icon } from "../shell/Icon";
import { compareAddress } from "./compareAddress";
import type { Explore } from "./useExplore";

export function PinnedList({ explore }: { explore: Explore }) {
  const { state, release, change } = explore;
  const { pins, edit } = state;
  if (pins.length === 0) return null;
  const address = compareAddress(state, release.measures);
  const edited = pins.find(({ letter }) => letter === edit);
  return (
    <div className="pinned" role="group" aria-label="Pinned cohorts">
      <ul>
        {pins.map((pin) => (
          <li key={pin.letter} aria-current={pin === edited ? true : undefined}>
            <LetterLine letter={pin.letter} />
            <b>{pin.letter}</b> {pinnedName(pin, pins)}
            <ActionIcon
              variant="subtle"
              size={24}
              className="quiet"
              aria-label={`Unpin ${pin.letter}`}
              onClick={() => change({ pins: unpin(pins, pin.letter), edit: null })}
            >
              <Icon name="close" />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {edited === undefined ? (
        <p>
          {pins.length > 1 ? (
            <Link to={address}>Compare {pins.length} cohorts</Link>
          ) : (
            "Choose another cohort and pin it, to compare the two."
          )}
          {pins.length === MOST_COHORTS && " Four is the most that can be compared."}
        </p>
      ) : (
        <p>
          Editing {edited.letter}: change the cohort, then put it in its place.{" "}
          <UnstyledButton className="link" onClick={() => change({ edit: null })}>
            Pin it as another cohort instead
          </UnstyledButton>
        </p>
      )}
    </div>
  );
}
