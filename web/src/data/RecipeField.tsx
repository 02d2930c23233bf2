// By which recipe the files are read: none, one that the server knows, or the steward's own.
import type { RecipeChoice } from "@afterglow/shared";
import { useListed } from "../account/useListed";
import { PickMenu } from "../shell/PickMenu";
import { FileButton } from "./FileButton";

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
      <FileButton label="Use your own recipe" accept=".json" onFile={onUpload} />
    </>
  );
}

/** No name of a known recipe holds a colon. */
const OWN = "own:";
