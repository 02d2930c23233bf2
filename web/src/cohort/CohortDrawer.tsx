// The cohort panel where there is no room beside the page: a drawer, and on a narrow screen a sheet over all of it.
import { Button, Drawer } from "@mantine/core";
import type { Count } from "@afterglow/shared";
import { CohortPanel, type CohortPanelProps } from "./CohortPanel";

interface Props extends CohortPanelProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly narrow: boolean;
  readonly patients: Count;
}

export function CohortDrawer({ opened, onClose, narrow, patients, ...panel }: Props) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title="Cohort"
      size={narrow ? "100%" : 340}
      padding={0}
      classNames={{ content: "sheet", header: "sheet-head", title: "sheet-title", body: "sheet-body" }}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ "aria-label": "Close" }}
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
    </Drawer>
  );
}
