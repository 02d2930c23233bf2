/** What a pinned cohort is called beside its letter: its own name, or what sets it apart from the others, in a few words. */
import { defaultCourseNumber, type Cohort } from "./cohort";
import { differingDimensions, LONGEST_NAME, type PinnedCohort } from "./compare";
import { dimensionByName, dimensions, type DimensionName } from "./vocabulary/dimensions";
import { inSentence, UNKNOWN_CODE } from "./vocabulary/entry";

export function pinnedName({ name, cohort }: PinnedCohort, all: readonly PinnedCohort[]): string {
  if (name !== "") return name;
  const differing = differingDimensions(all.map((each) => each.cohort));
  // Alone, or beside one like it, a cohort is what was chosen.
  const told = differing.length > 0 ? differing : chosenDimensions(cohort);
  const words = told.map((dimension) => choiceWords(dimension, cohort[dimension]));
  return capital(fitting(words.length === 0 ? ["all patients"] : words));
}

const chosenDimensions = (cohort: Cohort): DimensionName[] =>
  dimensions
    .map(({ name }) => name)
    .filter(
      (name) =>
        cohort[name] !== undefined &&
        (name !== "courseNumber" || cohort.courseNumber?.[0] !== defaultCourseNumber),
    );

/** As many of the words as a name has room for. */
function fitting(words: readonly string[]): string {
  const whole = words.join(", ");
  if (whole.length <= LONGEST_NAME) return whole;
  return words.length > 1 ? fitting(words.slice(0, -1)) : `${whole.slice(0, LONGEST_NAME - 1)}\u2026`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function choiceWords(name: DimensionName, codes: readonly string[] | undefined): string {
  const { categories, label } = dimensionByName(name);
  const what = inSentence(label);
  if (codes === undefined) return `any ${what}`;
  const without = codes.filter((code) => code === "NO" || code === "NONE").map(() => `no ${what}`);
  const unknown = codes.filter((code) => code === UNKNOWN_CODE).map(() => `${what} not recorded`);
  const others = codes.filter((code) => !["NO", "NONE", UNKNOWN_CODE].includes(code));
  const words = others.map((code) => {
    const category = categories?.find((each) => each.code === code) ?? { label: code, short: code };
    if (code === "YES") return what;
    // "IV" is a route of more than one treatment; how often maintenance was given needs all its words.
    const long = name === "maintenance" || (name === "modality" && category.short.length < 3);
    return inSentence(long ? category.label : category.short);
  });
  const [before = "", after = ""] = around[name] ?? [];
  return [...without, ...(words.length === 0 ? [] : [before + words.join(" or ") + after]), ...unknown].join(
    " or ",
  );
}

/** What says of a category what it speaks of. */
const around: Readonly<Partial<Record<DimensionName, readonly [string, string?]>>> = {
  psychotherapy: ["", " psychotherapy"],
  maintenance: ["maintenance "],
  severity: ["", " at baseline"],
  age: ["aged "],
  priorTrials: ["", " prior trials"],
  courseNumber: ["", " course"],
  startYear: ["started in "],
};
