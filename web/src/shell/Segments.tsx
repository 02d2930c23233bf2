// One of a few, at most four, all in sight.
import { SegmentedControl } from "@mantine/core";

interface Props<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
}

export function Segments<V extends string>({ label, value, choices, onChange }: Props<V>) {
  return (
    <SegmentedControl<V>
      className="segments"
      size="xs"
      aria-label={label}
      value={value}
      data={choices.map((c) => ({ value: c.value, label: c.label }))}
      onChange={onChange}
      transitionDuration={0}
      withItemsBorders={false}
    />
  );
}
