// The one filled button of a page of figures: pins the cohort for the Compare page, or puts it in the place of the pin
// that is being edited.
import { Button } from "@mantine/core";
import { MOST_COHORTS, pinCohort, pinOf } from "@afterglow/shared";
import { useNavigate } from "react-router";
import { Icon } from "../shell/Icon";
import { compareAddress } from "./compareAddress";
import type { Explore } from "./useExplore";

export function PinButton({ explore }: { explore: Explore }) {
  const { state, release, change } = explore;
  const { pins, edit, cohort } = state;
  const navigate = useNavigate();
  const next = pinCohort(pins, cohort, edit);
  const editing = edit !== null && pins.some(({ letter }) => letter === edit);
  const same = pinOf(pins, cohort);
  const pin = () => {
    if (editing) void navigate(compareAddress({ ...state, pins: next }, release.measures));
    else change({ pins: next, edit: null });
  };
  const full = !editing && pins.length === MOST_COHORTS;
  const text = editing
    ? `Put in place of ${edit}`
    : same !== null
      ? `Pinned as ${same.letter}`
      : full
        ? "Four are pinned"
        : "Pin to compare";
  return (
    <Button
      size="xs"
      className="pin-button"
      leftSection={<Icon name={same !== null && !editing ? "tick" : "pin"} />}
      disabled={full || (same !== null && !editing)}
      onClick={pin}
    >
      {text}
    </Button>
  );
}
