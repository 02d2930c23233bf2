// What limits the results, over the results: which cohorts overlap or are not comparable, and what is known only later.
// It cannot be closed.
import { Alert } from "@mantine/core";
import type { Warning } from "@afterglow/shared";
import { Icon } from "../shell/Icon";

export function CompareWarnings({ warnings }: { warnings: readonly Warning[] }) {
  if (warnings.length === 0) return null;
  return (
    <Alert
      variant="outline"
      className="warning"
      icon={<Icon name="warning" />}
      role="note"
      aria-label="Warning"
    >
      {warnings.map(({ title, text }) => (
        <div key={title}>
          <b>{title}</b>
          <p>{text}</p>
        </div>
      ))}
    </Alert>
  );
}
