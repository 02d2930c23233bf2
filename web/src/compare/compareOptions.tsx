// The options of each figure of the Compare page. They are part of the address, so a link and a file show the same.
import { laterVisits, type CompareFigureId, type CompareOptions } from "@afterglow/shared";
import type { ReactNode } from "react";
import { PickMenu } from "../shell/PickMenu";
import { Segments } from "../shell/Segments";
import type { Compare } from "./useCompare";

interface CardOptions {
  readonly head: ReactNode;
  readonly below: ReactNode;
}

type Choices<K extends keyof CompareOptions> = readonly {
  readonly value: CompareOptions[K];
  readonly label: string;
}[];

const kinds: Choices<"times"> = [
  { value: "ONSET", label: "Onset" },
  { value: "DURABILITY", label: "Durability" },
];
const horizons: Choices<"weeks"> = [
  { value: "26", label: "26 weeks" },
  { value: "52", label: "52 weeks" },
];
const outcomes: Choices<"of"> = [
  { value: "RESPONSE", label: "Response" },
  { value: "REMISSION", label: "Remission" },
];
const visits: Choices<"visit"> = laterVisits.map(({ code, label }) => ({ value: code, label }));

export function compareOptions(id: CompareFigureId, compare: Compare): CardOptions {
  const { options, cohorts } = compare.state;
  const segments = <K extends keyof CompareOptions>(name: K, label: string, choices: Choices<K>) => (
    <Segments
      label={label}
      value={options[name]}
      choices={choices}
      onChange={(value) => compare.changeOptions({ [name]: value })}
    />
  );
  const pairs = cohorts.slice(1).map(({ letter }) => ({ value: letter, label: `${letter} \u2212 A` }));
  const pair = pairs.length > 1 ? segments("pair", "Which pair", pairs) : null;
  const visit = (
    <PickMenu
      small
      label="Visit"
      value={options.visit}
      choices={visits}
      onChange={(value) => compare.changeOptions({ visit: value })}
    />
  );
  switch (id) {
    case "compare-times":
      return {
        head: segments("times", "Onset or durability", kinds),
        below: (
          <>
            {options.times === "DURABILITY" && segments("weeks", "How far", horizons)}
            {pair}
          </>
        ),
      };
    case "compare-effects":
      return { head: visit, below: null };
    case "compare-subgroups":
      return {
        head: null,
        below: (
          <>
            {pair}
            {segments("of", "Of which outcome", outcomes)}
          </>
        ),
      };
    case "compare-balance":
      return { head: null, below: null };
    case "compare-side-effects":
      return { head: null, below: pair };
  }
}
