// A small choice with its name inside: "Release 3, 2 March 2026". A border and a chevron mean that it opens.
import { Menu, UnstyledButton } from "@mantine/core";
import { Icon } from "./Icon";

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
      position="bottom-start"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      alignItemsLabels="none"
    >
      <Menu.Target>
        <UnstyledButton className={small ? "pick pick-small" : "pick"}>
          <em>{label}</em>
          <span className="pick-value">{chosen}</span>
          <Icon name="down" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className="pick-choices">
        {choices.map((c) => (
          <Menu.RadioItem
            key={c.value}
            value={c.value}
            checked={c.value === value}
            onChange={() => onChange(c.value)}
            closeMenuOnClick
          >
            {c.label}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
