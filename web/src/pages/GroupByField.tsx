// By what every figure of the page is grouped.
import { dimensions, inSentence, isDimensionName, type DimensionName } from "@afterglow/shared";
import { Field } from "./OutcomeBar";

interface Props {
  readonly by: DimensionName | null;
  readonly onChange: (by: DimensionName | null) => void;
}

export function GroupByField({ by, onChange }: Props) {
  return (
    <Field
      label="Group by"
      value={by ?? "none"}
      data={[
        { value: "none", label: "Nothing" },
        ...dimensions.map((d) => ({ value: d.name, label: d.label })),
      ]}
      onChange={(next) => onChange(isDimensionName(next) ? next : null)}
    />
  );
}

export const groupByText = (by: DimensionName | null): string =>
  by === null ? "nothing" : inSentence(dimensions.find((d) => d.name === by)?.label ?? "");
