// Opens the cohort panel where there is no room for it beside the page.
import { Button } from "@mantine/core";
import { Icon } from "../shell/Icon";

export function CohortButton({ filters, onOpen }: { filters: number; onOpen: () => void }) {
  return (
    <Button variant="default" className="cohort-button" leftSection={<Icon name="filter" />} onClick={onOpen}>
      Cohort
      <span className="muted">{filterText(filters)}</span>
    </Button>
  );
}

function filterText(filters: number): string {
  if (filters === 0) return "all patients";
  return filters === 1 ? "1 filter" : `${filters} filters`;
}
