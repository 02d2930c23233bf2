// Which groups of the panel are open, and how a clause of the sentence leads to its group: it is opened, brought into
// view and given the focus, in the panel or in the drawer that `reveal` opens.
import type { DimensionName } from "@afterglow/shared";
import { useCallback, useState } from "react";
import { allGroups } from "./CohortPanel";
import { groupId } from "./DimensionGroup";

// The drawer has to be there, and to have taken the focus, before the group can.
const AFTER_DRAWER_MS = 80;

export function useOpenGroups(reveal: () => void) {
  const [open, setOpen] = useState(allGroups);
  const onOpen = useCallback(
    (name: DimensionName, opened: boolean) =>
      setOpen((names) => (opened ? [...names, name] : names.filter((each) => each !== name))),
    [],
  );
  const show = useCallback(
    (name: DimensionName) => {
      setOpen((names) => (names.includes(name) ? names : [...names, name]));
      reveal();
      setTimeout(() => {
        const button = document.getElementById(groupId(name));
        button?.scrollIntoView({ block: "start" });
        button?.focus();
      }, AFTER_DRAWER_MS);
    },
    [reveal],
  );
  return { open, onOpen, show };
}
