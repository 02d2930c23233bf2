// The form for a new token: its name, what it is for, and how long.
import { Button, Checkbox, NumberInput, TextInput } from "@mantine/core";
import { useState, type SyntheticEvent } from "react";

export interface TokenWish {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly days: number;
}

const LONGEST_DAYS = 90;
const scopes = [
  { value: "ask", label: "Ask", hint: "questions, at /graphql" },
  { value: "export", label: "Export", hint: "figures as files, at /figures" },
] as const;

export function NewTokenForm({ onMake }: { onMake: (wish: TokenWish) => Promise<void> }) {
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<string[]>(["ask"]);
  const [days, setDays] = useState<number | string>(30);
  const isWhole = name.trim() !== "" && chosen.length > 0 && typeof days === "number";
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!isWhole) return;
    void onMake({ name: name.trim(), scopes: chosen, days }).then(() => setName(""));
  };
  return (
    <form className="new-token" onSubmit={submit}>
      <h3>New token</h3>
      <div className="new-token-fields">
        <TextInput
          label="Name"
          placeholder="What it is for, such as nightly report"
          maxLength={60}
          required
          withAsterisk={false}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NumberInput
          label={`Days, ${LONGEST_DAYS} at most`}
          min={1}
          max={LONGEST_DAYS}
          clampBehavior="strict"
          allowDecimal={false}
          allowNegative={false}
          value={days}
          onChange={setDays}
        />
      </div>
      <Checkbox.Group label="Scopes" value={chosen} onChange={setChosen}>
        <div className="new-token-scopes">
          {scopes.map(({ value, label, hint }) => (
            <Checkbox
              key={value}
              value={value}
              label={
                <>
                  {label} <em>{hint}</em>
                </>
              }
            />
          ))}
        </div>
      </Checkbox.Group>
      <Button type="submit" size="xs" className="filled" disabled={!isWhole}>
        Make a token
      </Button>
    </form>
  );
}
