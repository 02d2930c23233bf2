// The address of Explore: every choice of a cohort comes back out of it and changes nothing else. Pins ride along in it, and
// stay out of everything that is asked, shown or cited.
import {
  cohortVariables,
  defaultOptions,
  dimensions,
  everyone,
  exploreFromSearch,
  exploreToSearch,
  figures,
  withoutPins,
  type ExploreState,
} from "@afterglow/shared";

const available = ["PHQ9"];
const read = (query: string): ExploreState => exploreFromSearch(new URLSearchParams(query), available);
const write = (state: ExploreState): string => exploreToSearch(state, available).toString();

const pins = "a=condition%3DTRD&aName=Resistant&b=condition%3DPTSD%26sex%3DFEMALE";

const choices = dimensions
  .filter(({ name }) => name !== "courseNumber")
  .flatMap(({ name, categories }) => (categories ?? []).map(({ code }) => ({ name, code })));

it.each(choices)(
  "a cohort of $name $code is read again as it was, with every option as it was",
  ({ name, code }) => {
    const cohort = { ...everyone, [name]: [code] };
    const again = read(write({ ...read(""), cohort }));
    expect(again.cohort).toEqual(cohort);
    expect(again.options).toEqual(defaultOptions);
  },
);

it("names no option as it names a dimension", () => {
  const names = dimensions.map(({ name }): string => name);
  expect(Object.keys(defaultOptions).filter((name) => names.includes(name))).toEqual([]);
});

it("keeps pins through a change of cohort, outcome and options", () => {
  const state = read(`condition=TRD&maintenance=NONE,CENSORED&${pins}&edit=B`);
  expect(state.pins.map(({ letter, name }) => `${letter} ${name}`)).toEqual(["A Resistant", "B "]);
  expect(state.edit).toBe("B");
  const changed = {
    ...state,
    cohort: { condition: ["OCD"], courseNumber: ["FIRST"] },
    by: null,
    options: { ...state.options, weeks: "52" as const },
  };
  expect(read(write(changed))).toEqual(changed);
});

it("leaves them out of what figures are asked with, and of their addresses", () => {
  const bare = read("condition=TRD");
  const state = read(`condition=TRD&${pins}&edit=A`);
  expect(withoutPins(state)).toEqual(bare);
  expect(write(withoutPins(state))).toBe("condition=TRD");
  expect(cohortVariables(state, "demo.1")).toEqual(cohortVariables(bare, "demo.1"));
  for (const figure of figures)
    expect(figure.variables(state, "demo.1")).toEqual(figure.variables(bare, "demo.1"));
});

it.each([
  ["a=colour%3Dred", "a"],
  ["b=condition%3DGOUT", "condition"],
  ["edit=E", "edit"],
  ["e=condition%3DTRD", "e"],
])("refuses %s, naming %s", (query, place) => {
  expect(() => read(query)).toThrow(new RegExp(place));
});
