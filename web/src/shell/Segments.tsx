// One of a few, at most four, all in sight.
import { useId } from "react";
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
  const name = useId();
  const { narrow } = useScreen();
  if (long && narrow) return <PickMenu small {...{ label, value, choices, onChange }} />;
  return (
    <div className="segments" role="radiogroup" aria-label={label}>
      {choices.map((c) => (
        <label key={c.value}>
          <input
            type="radio"
            className="unseen"
            name={name}
            checked={c.value === value}
            onChange={() => onChange(c.value)}
          />
          {c.label}
        </label>
      ))}
    </div>
  );
}
