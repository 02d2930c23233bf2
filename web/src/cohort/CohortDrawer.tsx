// The cohort panel where there is no room beside the page: a drawer, and on a narrow screen a sheet over all of it.
import { Button, UnstyledButton } from "@mantine/core";
import { everyone, type Count } from "@afterglow/shared";
import { Sheet } from "../shell/Sheet";
import { CohortPanel, filterCount, type CohortPanelProps } from "./CohortPanel";

interface Props extends CohortPanelProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly narrow: boolean;
  readonly patients: Count;
}

export function CohortDrawer({ opened, onClose, narrow, patients, ...panel }: Props) {
  return (
    <Sheet
      title="Cohort"
      opened={opened}
      onClose={onClose}
      size={narrow ? "100%" : 340}
      action={
        filterCount(panel.cohort) > 0 && (
          <UnstyledButton className="clear" onClick={() => panel.onChange(everyone)}>
            Clear all
          </UnstyledButton>
        )
      }
    >
      <div className="sheet-panel">
        <CohortPanel {...panel} />
      </div>
      <div className="sheet-foot">
        <Button fullWidth size="md" onClick={onClose}>
          {patients.value === null
            ? "Show the figures"
            : `Show ${patients.value.toLocaleString("en-GB")} ${patients.value === 1 ? "patient" : "patients"}`}
        </Button>
      </div>
    </Sheet>
  );
}
