// The address of the Compare page: read and written again it is the same, and what it does not know it refuses by name.
import {
  asReference,
  canOverlap,
  comparedInCommon,
  compareExamples,
  compareFromSearch,
  compareToSearch,
  defaultCovariates,
  differingDimensions,
  everyone,
  exploreFromSearch,
  figures,
  InvalidChoice,
  pinCohort,
  pinnedName,
  pinOf,
  pinsFromSearch,
  pinsToSearch,
  renamePin,
  unpin,
  type Cohort,
  type PinnedCohort,
} from "@afterglow/shared";

const available = ["PHQ9", "GAD7"];
const read = (query: string) => compareFromSearch(new URLSearchParams(query), available);
const cohort = (part: Cohort): Cohort => ({ ...part, courseNumber: ["FIRST"] });
const trd = cohort({ condition: ["TRD"] });
const standard = cohort({ condition: ["TRD"], protocol: ["STANDARD"] });
const intensive = cohort({ condition: ["TRD"], protocol: ["INTENSIVE"] });
const pinsOf = (...cohorts: Cohort[]): PinnedCohort[] =>
  cohorts.reduce<readonly PinnedCohort[]>((pins, each) => pinCohort(pins, each, null), []).slice();
const lettersOf = (pins: readonly PinnedCohort[]) => pins.map(({ letter }) => letter).join("");

const address = new URLSearchParams([
  ["dataset", "demo"],
  ["release", "3"],
  ["measure", "GAD7"],
  ["maintenance", "CENSORED"],
  ["a", "condition=TRD&protocol=STANDARD&age=30-39,40-49"],
  ["aName", "Standard six"],
  ["b", "condition=TRD&protocol=INTENSIVE&maintenance=NONE"],
  ["adjust", "severity,age"],
  ["target", "OVERLAP"],
  ["visit", "W8"],
  ["times", "ONSET"],
  ["pair", "C"],
]);

it("reads the whole state of an address, and writes the same address again", () => {
  const state = read(address.toString());
  expect(state.cohorts).toEqual([
    {
      letter: "A",
      name: "Standard six",
      cohort: cohort({ condition: ["TRD"], protocol: ["STANDARD"], age: ["AGE_30_39", "AGE_40_49"] }),
    },
    {
      letter: "B",
      name: "",
      cohort: cohort({ condition: ["TRD"], protocol: ["INTENSIVE"], maintenance: ["NONE"] }),
    },
  ]);
  expect(state).toMatchObject({
    release: 3,
    outcome: { measure: "GAD7", maintenance: "CENSORED" },
    covariates: ["severity", "age"],
    target: "OVERLAP",
    options: { visit: "W8", times: "ONSET", weeks: "26", pair: "C", of: "RESPONSE" },
  });
  const again = compareToSearch(state, available);
  expect(read(again.toString())).toEqual(state);
  expect(Object.fromEntries(again)).toEqual(Object.fromEntries(address));
});

it("leaves defaults out, and takes the usual nine covariates where none are named", () => {
  const state = read("a=condition%3DTRD&b=condition%3DPTSD");
  expect([...compareToSearch(state, available).keys()]).toEqual(["a", "b"]);
  expect(new Set(state.covariates)).toEqual(new Set(defaultCovariates));
  const none = read("adjust=none");
  expect(none.covariates).toEqual([]);
  expect(compareToSearch(none, available).get("adjust")).toBe("none");
});

it("closes letters up over a gap", () => {
  const pins = pinsFromSearch(new URLSearchParams("b=condition%3DTRD&d=condition%3DPTSD&dName=Trauma"));
  expect(pins.map(({ letter, name }) => `${letter} ${name}`)).toEqual(["A ", "B Trauma"]);
  expect(pinsToSearch(pins)).toEqual([
    ["a", "condition=TRD"],
    ["b", "condition=PTSD"],
    ["bName", "Trauma"],
  ]);
});

it.each([
  ["colour=red", "colour"],
  ["condition=TRD", "condition"],
  ["a=colour%3Dred", "a"],
  ["a=condition%3DGOUT", "condition"],
  ["a=age%3D18-29,40-49", "age"],
  [`aName=${"x".repeat(41)}&a=`, "aName"],
  ["adjust=maintenance", "adjust"],
  ["adjust=severity,mood", "adjust"],
  ["maintenance=COMPETING", "maintenance"],
  ["target=NOBODY", "target"],
  ["visit=BASELINE", "visit"],
  ["times=SOON", "times"],
  ["weeks=30", "weeks"],
  ["pair=E", "pair"],
  ["release=x", "release"],
])("refuses %s, naming %s", (query, place) => {
  expect(() => read(query)).toThrow(InvalidChoice);
  expect(() => read(query)).toThrow(new RegExp(place));
});

it("pins up to four, replaces one that is edited, and closes up when one goes", () => {
  const four = pinsOf(trd, standard, intensive, cohort({ condition: ["PTSD"] }));
  expect(lettersOf(four)).toBe("ABCD");
  expect(pinCohort(four, cohort({}), null)).toBe(four);
  const edited = pinCohort(renamePin(four, "B", " Six "), cohort({ condition: ["OCD"] }), "B");
  expect(edited[1]).toEqual({ letter: "B", name: "Six", cohort: cohort({ condition: ["OCD"] }) });
  expect(lettersOf(edited)).toBe("ABCD");
  const three = unpin(four, "A");
  expect(lettersOf(three)).toBe("ABC");
  expect(three[0]?.cohort).toBe(standard);
  expect(asReference(four, "C").map((pin) => pin.cohort)).toEqual([
    intensive,
    trd,
    standard,
    cohort({ condition: ["PTSD"] }),
  ]);
  expect(pinOf(four, cohort({ protocol: ["STANDARD"], condition: ["TRD"] }))?.letter).toBe("B");
  expect(pinOf(four, cohort({ condition: ["OCD"] }))).toBeNull();
});

it("tells from the choices alone whether cohorts can overlap, and what sets them apart", () => {
  expect(canOverlap(standard, intensive)).toBe(false);
  expect(canOverlap(trd, standard)).toBe(true);
  expect(canOverlap(cohort({ sex: ["FEMALE"] }), cohort({ age: ["AGE_30_39"] }))).toBe(true);
  expect(differingDimensions([standard, intensive])).toEqual(["protocol"]);
});

it("calls a cohort without a name by what sets it apart, in words that stand alone", () => {
  const named = (...cohorts: Cohort[]) => {
    const pins = pinsOf(...cohorts);
    return pins.map((pin) => pinnedName(pin, pins));
  };
  expect(named(standard, intensive)).toEqual(["Standard", "Intensive"]);
  expect(named(cohort({ psychotherapy: ["NONE"] }), cohort({ psychotherapy: ["ASSISTED"] }))).toEqual([
    "No psychotherapy",
    "Assisted psychotherapy",
  ]);
  expect(named(cohort({ priorEct: ["YES"] }), cohort({ priorEct: ["NO"] }))).toEqual([
    "Prior ECT",
    "No prior ECT",
  ]);
  expect(named(trd, cohort({}))).toEqual(["TRD", "Any condition"]);
  expect(named(standard)).toEqual(["TRD, standard"]);
  expect(named(cohort({}))).toEqual(["All patients"]);
  expect(named(cohort({ maintenance: ["NONE"] }), cohort({ maintenance: ["MORE_OFTEN"] }))).toEqual([
    "No maintenance",
    "Maintenance more often",
  ]);
});

it("says what the cohorts have in common", () => {
  expect(comparedInCommon([standard, intensive])).toEqual({
    cohorts: "Two cohorts",
    words: " with treatment-resistant depression",
  });
  expect(comparedInCommon([trd, cohort({ condition: ["PTSD"] })]).words).toBe("");
});

it("has examples that are cohorts apart", () => {
  for (const { pins } of compareExamples) {
    expect(pinsFromSearch(new URLSearchParams(pinsToSearch(pins)))).toEqual(pins);
    expect(canOverlap(pins[0]?.cohort ?? {}, pins[1]?.cohort ?? {})).toBe(false);
  }
});

test.each(figures.filter(({ compared }) => compared !== undefined).map((figure) => [figure.id, figure]))(
  "%s leads to a comparison of its own groups, within the page's other choices",
  (_, { compared }) => {
    const state = exploreFromSearch(new URLSearchParams("sex=FEMALE"), available);
    const pins = compared?.(state) ?? [];
    expect(pins.length).toBeGreaterThan(1);
    const [one, other] = pins.map(({ cohort: chosen }) => chosen);
    expect(canOverlap(one ?? everyone, other ?? everyone)).toBe(false);
    for (const { cohort: chosen } of pins) expect(chosen.sex).toEqual(["FEMALE"]);
    expect(pinsFromSearch(new URLSearchParams(pinsToSearch(pins)))).toEqual(pins);
  },
);

test("the questions whose groups were not drawn by lot lead on", () => {
  const ids = figures.flatMap(({ id, compared }) => (compared === undefined ? [] : [id]));
  expect(ids).toEqual(expect.arrayContaining(["protocol-onset", "ect-durability", "bipolar-safety"]));
});
