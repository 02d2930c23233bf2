// The parameters of the figure addresses, from the code that reads them.
import {
  comparedMaintenance,
  compareFigures,
  compareOptionWords,
  covariateChoices,
  defaultCompareOptions,
  defaultCovariates,
  defaultOptions,
  dimensions,
  figures,
  keysOf,
  LONGEST_NAME,
  measures,
  maintenanceRules,
  optionWords,
  relapseRules,
  responseRules,
  targets,
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
        rows={[...figures, ...compareFigures].map(({ id, question }) => [id, question])}
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
      <p className="prose">
        Figures whose name begins with <code>compare-</code> take the query string of the Compare page:
        dataset, release and outcome as above, and the cohorts under letters, each as a query string of its
        own. The first is the reference.
      </p>
      <VocabularyTable
        label="Parameters of comparisons"
        columns={["Parameter", "Takes", "Default"]}
        rows={[
          ["a, b, c, d", "a cohort: condition=TRD&protocol=STANDARD, encoded", "none; two are needed"],
          ["aName, bName …", `its name, at most ${LONGEST_NAME} characters`, "its letter"],
          ["adjust", `none, or several of ${covariateChoices.join(", ")}`, defaultCovariates.join(", ")],
          ["target", keysOf(targets).join(", "), "REFERENCE"],
          ["maintenance", comparedMaintenance.join(", "), "IGNORED"],
          ...keysOf(defaultCompareOptions).map((name) => [
            name,
            compareOptionWords[name].join(", "),
            defaultCompareOptions[name],
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
