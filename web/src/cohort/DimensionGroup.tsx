// One dimension of the panel: its name, which opens and closes it, its categories, and Clear where one is checked.
import { UnstyledButton } from "@mantine/core";
import { useCallbackRef } from "@mantine/hooks";
import {
  UNKNOWN_CODE,
  type Cohort,
  type Dimension,
  type DimensionChoices,
  type DimensionName,
} from "@afterglow/shared";
import { Icon } from "../shell/Icon";
import { CategoryRow } from "./CategoryRow";
import { isFiltered, toggled, withChoice } from "./choose";

interface Props {
  readonly dimension: Dimension;
  readonly choices: DimensionChoices["choices"];
  readonly cohort: Cohort;
  readonly smallest: number;
  readonly largest: number;
  readonly open: boolean;
  readonly onOpen: (name: DimensionName, open: boolean) => void;
  readonly onChange: (cohort: Cohort) => void;
}

const explained = {
  set: null,
  range: "One range: checking reaches to the category, and takes what lies between.",
  one: null,
} as const;

/** The id of a group's button, by which a clause of the sentence finds it. */
export const groupId = (name: string): string => `cohort-control-${name}`;

export function DimensionGroup({
  dimension,
  choices,
  cohort,
  smallest,
  largest,
  open,
  onOpen,
  onChange,
}: Props) {
  const { name, label, grammar } = dimension;
  const chosen = cohort[name] ?? [];
  const known = choices.map((c) => c.code);
  // "Not recorded" is a row only where it holds patients that can be shown.
  const shown = choices.filter(
    (c) => c.code !== UNKNOWN_CODE || c.patients.value !== null || chosen.includes(c.code),
  );
  const onToggle = useCallbackRef((code: string) => onChange(toggled(cohort, name, code, known)));
  return (
    <div className="group">
      <div className="group-head">
        <h3>
          <button
            type="button"
            className="group-name"
            id={groupId(name)}
            aria-expanded={open}
            onClick={() => onOpen(name, !open)}
          >
            {label}
            <Icon name={open ? "up" : "down"} />
          </button>
        </h3>
        {isFiltered(cohort, name) && (
          <UnstyledButton
            className="clear"
            aria-label={`Clear ${label.toLowerCase()}`}
            onClick={() => onChange(withChoice(cohort, name, []))}
          >
            Clear
          </UnstyledButton>
        )}
      </div>
      {open && (
        <div role="group" aria-labelledby={groupId(name)}>
          {explained[grammar] !== null && chosen.length > 0 && (
            <p className="group-note">{explained[grammar]}</p>
          )}
          {shown.map(({ code, label: category, patients, isApplied }) => (
            <CategoryRow
              key={code}
              name={name}
              code={code}
              label={category}
              patients={patients}
              isApplied={isApplied}
              smallest={smallest}
              largest={largest}
              checked={chosen.includes(code)}
              exclusive={name === "courseNumber"}
              onToggle={onToggle}
            />
          ))}
        </div>
      )}
    </div>
  );
}
