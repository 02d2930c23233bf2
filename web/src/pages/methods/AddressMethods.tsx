// The parameters of the figure addresses, from the code that reads them.
import {
  defaultOptions,
  dimensions,
  figures,
  keysOf,
  measures,
  maintenanceRules,
  optionWords,
  relapseRules,
  responseRules,
} from "@afterglow/shared";
import { VocabularyTable } from "../VocabularyTable";

const FORMATS = ["svg", "pdf", "png", "csv", "json"] as const;

export function AddressMethods() {
  return (
    <>
      <p className="prose">
        <code>/figures/NAME.FORMAT?…</code> with NAME a figure and FORMAT one of {FORMATS.join(", ")}. The
        query string is that of the page, so every link can be turned into a file. A parameter that is left
        out has its default; one that is not known is refused by name.
      </p>
      <VocabularyTable
        label="Figures"
        columns={["Figure", "Answers"]}
        rows={figures.map(({ id, question }) => [id, question])}
      />
      <VocabularyTable
        label="Parameters"
        columns={["Parameter", "Takes", "Default"]}
        rows={[
          ["dataset", "the name of a dataset", "the first"],
          ["release", "the number of a release", "the newest"],
          ["measure", measures.join(", "), "PHQ9, or the first of the release"],
          ["response", keysOf(responseRules).join(", "), "INSTRUMENT"],
          ["relapse", keysOf(relapseRules).join(", "), "LOSS_OF_RESPONSE"],
          ["by", `none, ${dimensions.map(({ name }) => name).join(", ")}`, "condition"],
          ...dimensions.map(({ name, categories, grammar }) => [
            name,
            `${categories === null ? "a number, UNKNOWN" : categories.map(({ url }) => url).join(", ")}${grammarText[grammar]}${
              name === "maintenance" ? `; and the rule ${keysOf(maintenanceRules).join(" or ")}` : ""
            }`,
            name === "courseNumber" ? "FIRST" : name === "maintenance" ? "all, IGNORED" : "all",
          ]),
          ...keysOf(defaultOptions).map((name) => [
            name,
            optionWords[name]?.join(", ") ?? "the code of a group",
            defaultOptions[name] === "" ? "the first group" : defaultOptions[name],
          ]),
        ]}
      />
    </>
  );
}

const grammarText = {
  set: "; several, separated by commas",
  range: "; neighbours, separated by commas",
  one: "; one",
} as const;
