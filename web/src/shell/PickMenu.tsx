// A small choice with its name inside: "Release 3, 2 March 2026". A border and a chevron mean that it opens.
import { Icon } from "./Icon";
import { Menu } from "./Menu";

interface Props<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
  readonly small?: boolean;
  /** Stands for the chosen label where room is short. */
  readonly shown?: string | undefined;
}

export function PickMenu<V extends string>({
  label,
  value,
  choices,
  onChange,
  small = false,
  shown,
}: Props<V>) {
  const chosen = shown ?? choices.find((c) => c.value === value)?.label ?? value;
  return (
    <Menu
      className={small ? "pick pick-small" : "pick"}
      listClassName="pick-choices"
      button={
        <>
          <em>{label}</em>
          <span className="pick-value">{chosen}</span>
          <Icon name="down" />
        </>
      }
    >
      {() =>
        choices.map((c) => (
          <button
            key={c.value}
            type="button"
            role="menuitemradio"
            aria-checked={c.value === value}
            tabIndex={-1}
            onClick={() => onChange(c.value)}
          >
            {c.label}
          </button>
        ))
      }
    </Menu>
  );
}
