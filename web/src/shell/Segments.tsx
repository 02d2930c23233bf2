// One of a few, at most four, all in sight.
import { SegmentedControl } from "@mantine/core";
import { PickMenu } from "./PickMenu";
import { useScreen } from "./useScreen";

interface Props<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
  /** Too long for a narrow screen, where a menu takes its place. */
  readonly long?: boolean;
}

export function Segments<V extends string>({ label, value, choices, onChange, long = false }: Props<V>) {
  const { narrow } = useScreen();
  if (long && narrow) return <PickMenu small {...{ label, value, choices, onChange }} />;
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
