// One dimension of the panel: its name, which opens and closes it, its categories, and Clear where one is checked.
import { Accordion, UnstyledButton } from "@mantine/core";
import { useCallbackRef } from "@mantine/hooks";
import { UNKNOWN_CODE, type Cohort, type Dimension, type DimensionChoices } from "@afterglow/shared";
import { CategoryRow } from "./CategoryRow";
import { isFiltered, toggled, withChoice } from "./choose";

interface Props {
  readonly dimension: Dimension;
  readonly choices: DimensionChoices["choices"];
  readonly cohort: Cohort;
  readonly smallest: number;
  readonly largest: number;
  readonly onChange: (cohort: Cohort) => void;
}

const explained = {
  set: null,
  range: "One range: checking reaches to the category, and takes what lies between.",
  one: null,
} as const;

/** The id of a group's button, by which a clause of the sentence finds it. */
export const groupId = (name: string): string => `${PANEL_ID}-control-${name}`;

/** Mantine makes the ids of an accordion's parts out of its own. */
export const PANEL_ID = "cohort";

export function DimensionGroup({ dimension, choices, cohort, smallest, largest, onChange }: Props) {
  const { name, label, grammar } = dimension;
  const chosen = cohort[name] ?? [];
  const known = choices.map((c) => c.code);
  // "Not recorded" is a row only where it holds patients that can be shown.
  const shown = choices.filter(
    (c) => c.code !== UNKNOWN_CODE || c.patients.value !== null || chosen.includes(c.code),
  );
  const onToggle = useCallbackRef((code: string) => onChange(toggled(cohort, name, code, known)));
  return (
    <Accordion.Item value={name} className="group">
      <div className="group-head">
        <Accordion.Control>{label}</Accordion.Control>
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
      <Accordion.Panel>
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
      </Accordion.Panel>
    </Accordion.Item>
  );
}
