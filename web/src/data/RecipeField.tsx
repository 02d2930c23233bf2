// By which recipe the files are read: none, one that the server knows, or the steward's own.
import { Button } from "@mantine/core";
import { useRef } from "react";
import { useListed } from "../account/useListed";
import { PickMenu } from "../shell/PickMenu";
import type { RecipeChoice } from "./jobTypes";

interface Props {
  readonly recipe: RecipeChoice;
  readonly onChoose: (recipe: RecipeChoice) => void;
  readonly onUpload: (file: File) => void;
}

interface KnownRecipe {
  readonly name: string;
  readonly title: string;
}

export function RecipeField({ recipe, onChoose, onUpload }: Props) {
  const { rows } = useListed<KnownRecipe>("/steward/recipes");
  const input = useRef<HTMLInputElement>(null);
  const own = recipe !== null && "file" in recipe ? recipe.file : null;
  const value = recipe === null ? "" : "file" in recipe ? OWN : recipe.known;
  const choices = [
    { value: "", label: "None" },
    ...(own === null ? [] : [{ value: OWN, label: own }]),
    ...(rows ?? []).map(({ name, title }) => ({ value: name, label: title })),
  ];
  return (
    <>
      <PickMenu
        label="Recipe"
        value={value}
        choices={choices}
        onChange={(next) => {
          if (next !== OWN) onChoose(next === "" ? null : { known: next });
        }}
      />
      <Button variant="default" size="xs" onClick={() => input.current?.click()}>
        Use your own recipe
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json"
        hidden
        aria-label="Recipe file"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) onUpload(file);
          currentTarget.value = "";
        }}
      />
    </>
  );
}

/** No name of a known recipe holds a colon. */
const OWN = "own:";
