// Opens the cohort panel where there is no room for it beside the page.
import { Button } from "@mantine/core";
import { Icon } from "../shell/Icon";

export function CohortButton({ filters, onOpen }: { filters: number; onOpen: () => void }) {
  return (
    <Button variant="default" className="cohort-button" leftSection={<Icon name="filter" />} onClick={onOpen}>
      Cohort
      <span className="muted">{filters === 1 ? "1 filter" : `${filters} filters`}</span>
    </Button>
  );
}
