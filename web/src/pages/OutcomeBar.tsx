// The outcome and one thing more that every figure of the page goes by: five choices in a row; on a narrow screen one
// line that opens them.
import { UnstyledButton } from "@mantine/core";
import {
  inSentence,
  maintenanceRules,
  relapseRules,
  type MaintenanceRule,
  type Outcome,
} from "@afterglow/shared";
import { useState, type ReactNode } from "react";
import { Icon } from "../shell/Icon";
import { Sheet } from "../shell/Sheet";
import { choicesOf, measureChoices, responseChoices, type Choice } from "./outcomeChoices";

interface Props {
  readonly outcome: Outcome;
  readonly measures: readonly string[];
  readonly narrow: boolean;
  readonly onChange: (outcome: Outcome) => void;
  /** The maintenance rules that the page knows; all where they are not named. */
  readonly rules?: readonly MaintenanceRule[];
  /** What stands beside the outcome: its name and choice in words, and the field. */
  readonly more: { readonly label: string; readonly text: string; readonly field: ReactNode };
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
  const { outcome, measures, more } = props;
  return (
    <>
      <UnstyledButton className="outcome-line" aria-haspopup="dialog" onClick={() => setOpened(true)}>
        <span>
          <em>Outcome</em> {lineText(outcome, measures)}
        </span>
        <span>
          <em>{more.label}</em> {more.text}
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

function OutcomeFields({ outcome, measures, onChange, rules, more }: Props) {
  const responses = responseChoices(outcome.measure);
  const set = (part: Partial<typeof outcome>) => onChange({ ...outcome, ...part });
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
        data={choicesOf(maintenanceRules).filter(({ value }) => rules?.includes(value) ?? true)}
        onChange={(maintenance) => set({ maintenance })}
      />
      <div className="outcome-by">{more.field}</div>
    </>
  );
}

interface FieldProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly data: readonly Choice<V>[];
  readonly onChange: (value: V) => void;
}

export function Field<V extends string>({ label, value, data, onChange }: FieldProps<V>) {
  return (
    <label className="field">
      <span className="field-name">{label}</span>
      <span className="field-box">
        <select
          value={value}
          onChange={({ target }) => {
            const found = data.find((choice) => choice.value === target.value);
            if (found !== undefined) onChange(found.value);
          }}
        >
          {data.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </span>
    </label>
  );
}

function lineText(outcome: Outcome, measures: readonly string[]): string {
  const label = <V extends string>(choices: readonly Choice<V>[], value: V) =>
    choices.find((choice) => choice.value === value)?.label ?? choices[0]?.label ?? "";
  const measure = label(measureChoices(measures), outcome.measure);
  const response = inSentence(label(responseChoices(outcome.measure), outcome.response));
  const relapse = inSentence(label(choicesOf(relapseRules), outcome.relapse));
  const maintenance = inSentence(label(choicesOf(maintenanceRules), outcome.maintenance));
  return `${measure}, ${response}; relapse is ${relapse}; maintenance ${maintenance}`;
}
