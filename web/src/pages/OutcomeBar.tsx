// The outcome and the grouping: five choices in a row; on a narrow screen one line that opens them.
import { Select, UnstyledButton } from "@mantine/core";
import {
  dimensions,
  inSentence,
  isDimensionName,
  maintenanceRules,
  relapseRules,
  type ExploreState,
} from "@afterglow/shared";
import { useState } from "react";
import { Icon } from "../shell/Icon";
import { Sheet } from "../shell/Sheet";
import { choicesOf, measureChoices, responseChoices, type Choice } from "./outcomeChoices";

interface Props {
  readonly state: ExploreState;
  readonly measures: readonly string[];
  readonly narrow: boolean;
  readonly onChange: (part: Partial<ExploreState>) => void;
}

export function OutcomeBar(props: Props) {
  const [opened, setOpened] = useState(false);
  if (!props.narrow) {
    return (
      <div className="outcome">
        <OutcomeFields {...props} />
      </div>
    );
  }
  const { state, measures } = props;
  return (
    <>
      <UnstyledButton className="outcome-line" aria-haspopup="dialog" onClick={() => setOpened(true)}>
        <span>
          <em>Outcome</em> {lineText(state, measures)}
        </span>
        <span>
          <em>Grouped by</em>{" "}
          {state.by === null
            ? "nothing"
            : inSentence(dimensions.find((d) => d.name === state.by)?.label ?? "")}
        </span>
        <Icon name="down" />
      </UnstyledButton>
      <Sheet title="Outcome" opened={opened} onClose={() => setOpened(false)} size="100%">
        <div className="outcome outcome-sheet">
          <OutcomeFields {...props} />
        </div>
      </Sheet>
    </>
  );
}

function OutcomeFields({ state, measures, onChange }: Props) {
  const { outcome } = state;
  const responses = responseChoices(outcome.measure);
  const set = (part: Partial<typeof outcome>) => onChange({ outcome: { ...outcome, ...part } });
  return (
    <>
      <Field
        label="Measure"
        value={outcome.measure}
        data={measureChoices(measures)}
        onChange={(measure) => set({ measure })}
      />
      <Field
        label="Response"
        // On an instrument whose own rule is one half, both rules are one.
        value={responses.some((r) => r.value === outcome.response) ? outcome.response : "INSTRUMENT"}
        data={responses}
        onChange={(response) => set({ response })}
      />
      <Field
        label="Relapse"
        value={outcome.relapse}
        data={choicesOf(relapseRules)}
        onChange={(relapse) => set({ relapse })}
      />
      <Field
        label="Maintenance"
        value={outcome.maintenance}
        data={choicesOf(maintenanceRules)}
        onChange={(maintenance) => set({ maintenance })}
      />
      <div className="outcome-by">
        <Field
          label="Group by"
          value={state.by ?? "none"}
          data={[
            { value: "none", label: "Nothing" },
            ...dimensions.map((d) => ({ value: d.name, label: d.label })),
          ]}
          onChange={(by) => onChange({ by: isDimensionName(by) ? by : null })}
        />
      </div>
    </>
  );
}

interface FieldProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly data: readonly Choice<V>[];
  readonly onChange: (value: V) => void;
}

function Field<V extends string>({ label, value, data, onChange }: FieldProps<V>) {
  return (
    <Select
      className="field"
      label={label}
      value={value}
      data={data.map((choice) => ({ ...choice }))}
      allowDeselect={false}
      onChange={(next) => {
        const found = data.find((choice) => choice.value === next);
        if (found !== undefined) onChange(found.value);
      }}
      comboboxProps={{ width: "max-content", position: "bottom-start", transitionProps: { duration: 0 } }}
      maxDropdownHeight={420}
      checkIconPosition="right"
      rightSection={<Icon name="down" />}
      rightSectionPointerEvents="none"
    />
  );
}

function lineText({ outcome }: ExploreState, measures: readonly string[]): string {
  const label = <V extends string>(choices: readonly Choice<V>[], value: V) =>
    choices.find((choice) => choice.value === value)?.label ?? choices[0]?.label ?? "";
  const measure = label(measureChoices(measures), outcome.measure);
  const response = inSentence(label(responseChoices(outcome.measure), outcome.response));
  const relapse = inSentence(label(choicesOf(relapseRules), outcome.relapse));
  const maintenance = inSentence(label(choicesOf(maintenanceRules), outcome.maintenance));
  return `${measure}, ${response}; relapse is ${relapse}; maintenance ${maintenance}`;
}
