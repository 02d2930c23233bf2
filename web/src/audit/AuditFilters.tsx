// The choices over the audit; all of them are in the address.
import { Button, TextInput } from "@mantine/core";
import { useState, type SyntheticEvent } from "react";
import { PickMenu } from "../shell/PickMenu";
import { acts, outcomes } from "./words";

export const filterNames = ["who", "what", "release", "outcome", "since", "until"] as const;
export type FilterName = (typeof filterNames)[number];
export type AuditWords = Readonly<Record<FilterName, string>>;

interface Props {
  readonly words: AuditWords;
  readonly onChange: (words: AuditWords) => void;
}

const typed = [
  { name: "who", label: "Person", type: "text", hint: "id" },
  { name: "release", label: "Release", type: "text", hint: "demo.1" },
  { name: "since", label: "From day", type: "date", hint: "" },
  { name: "until", label: "To day", type: "date", hint: "" },
] as const;

export function AuditFilters({ words, onChange }: Props) {
  const [draft, setDraft] = useState(words);
  const change = (next: AuditWords) => {
    setDraft(next);
    onChange(next);
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onChange(draft);
  };
  const chosen = filterNames.some((name) => words[name] !== "");
  return (
    <form className="audit-filters" onSubmit={submit} aria-label="Choices">
      <PickMenu
        label="What"
        value={draft.what}
        choices={choicesOf(acts)}
        onChange={(what) => change({ ...draft, what })}
      />
      <PickMenu
        label="Outcome"
        value={draft.outcome}
        choices={choicesOf(outcomes)}
        onChange={(outcome) => change({ ...draft, outcome })}
      />
      {typed.map(({ name, label, type, hint }) => (
        <TextInput
          key={name}
          label={label}
          type={type}
          placeholder={hint}
          maxLength={100}
          value={draft[name]}
          onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
        />
      ))}
      <Button type="submit" variant="default" size="xs">
        Show
      </Button>
      {chosen && (
        <Button
          variant="default"
          size="xs"
          onClick={() => change({ who: "", what: "", release: "", outcome: "", since: "", until: "" })}
        >
          Clear
        </Button>
      )}
    </form>
  );
}

const choicesOf = (words: Readonly<Record<string, string>>) => [
  { value: "", label: "All" },
  ...Object.entries(words).map(([value, label]) => ({ value, label })),
];
