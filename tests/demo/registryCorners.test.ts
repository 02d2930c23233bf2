// The awkward and the rare that a real registry has: without them the synthetic one would test nothing.
import { instrumentByCode, isCase, visitOf } from "@afterglow/shared";
import { generatePatient, type GeneratedCourse } from "../../server/src/demo/generatePatient";

const PATIENTS = 4_000;
const all: GeneratedCourse[] = [];
for (let index = 0; index < PATIENTS; index++) all.push(...generatePatient(1, index));
const first = all.filter(({ course }) => course.course === 1);
const scoreRows = all.flatMap(({ scores }) => scores);
const baselineOf = ({ scores }: GeneratedCourse) =>
  scores
    .filter(({ instrument, day, hour }) => instrument === "PHQ9" && day >= -14 && day <= 0 && hour === 0)
    .at(-1)?.total;

const meanShare = (courses: GeneratedCourse[], holds: (course: GeneratedCourse) => boolean) =>
  courses.filter(holds).length / courses.length;

describe("The synthetic registry's corners", () => {
  it.each<[string, (generated: GeneratedCourse) => boolean]>([
    ["no baseline", (each) => baselineOf(each) === undefined],
    ["a baseline under caseness", (each) => !isCase(instrumentByCode("PHQ9"), baselineOf(each) ?? 99)],
    ["no sex recorded", ({ course }) => course.sex === null],
    ["another sex", ({ course }) => course.sex === "OTHER"],
    ["no age recorded", ({ course }) => course.age_years === null],
    ["no score after day 0", ({ scores }) => scores.every(({ day }) => day <= 0)],
    [
      "two scores of day 0 at different hours",
      ({ scores }) => scores.some((row) => row.hour > 0 && row.day === 0),
    ],
    ["a serious side effect", ({ sideEffects }) => sideEffects.some(({ serious }) => serious)],
    ["an ongoing course", ({ course }) => course.end_reason === "ONGOING"],
    ["an end because of a side effect", ({ course }) => course.end_reason === "SIDE_EFFECT"],
    ["sessions at home", ({ course }) => course.setting === "HOME"],
    ["a second course", ({ course }) => course.course === 2],
    ["a fourth course, which no analysis counts", ({ course }) => course.course === 4],
  ])("has %s, and mostly has not", (_corner, holds) => {
    const found = all.filter(holds).length;
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(all.length / 2);
  });

  it("keeps panic and illness anxiety few, so that hiding is seen", () => {
    const inStandardInfusions = (code: string) =>
      first.filter(
        ({ course, plan, induction }) =>
          course.condition === code &&
          course.modality === "KETAMINE_IV" &&
          plan === "STANDARD" &&
          induction.length >= 5,
      ).length;
    expect(inStandardInfusions("PANIC")).toBeLessThan(11);
    expect(inStandardInfusions("ILLNESS_ANXIETY")).toBeLessThan(11);
    expect(inStandardInfusions("TRD")).toBeGreaterThan(200);
  });

  it("gives the PHQ-9 and GAD-7 to all conditions, and each its own instrument", () => {
    const asked = new Map<string, Set<string>>();
    for (const { course, scores } of first) {
      const set = asked.get(course.condition) ?? new Set<string>();
      scores.forEach(({ instrument }) => set.add(instrument));
      asked.set(course.condition, set);
    }
    for (const set of asked.values()) expect([...set]).toEqual(expect.arrayContaining(["PHQ9", "GAD7"]));
    expect(asked.get("PTSD")).toContain("PCL5");
    expect(asked.get("OCD")).toContain("YBOCS");
    expect(asked.get("SOCIAL_ANXIETY")).toContain("LSAS");
    expect(asked.get("BIPOLAR")).toContain("YMRS");
    expect(asked.get("TRD")).toContain("MADRS");
  });

  it("loses the worse sooner: who leaves before week 8 was worse at the end of induction", () => {
    const ended = first.filter(
      ({ course, induction }) => course.condition === "TRD" && induction.length >= 4,
    );
    const benefit = ({ measured }: GeneratedCourse) => measured[0]?.course.latent ?? 0;
    const stays = ended.filter(({ course }) => course.end_day >= 70).map(benefit);
    const leaves = ended
      .filter(({ course }) => course.end_day < 70 && course.end_reason !== "ONGOING")
      .map(benefit);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(stays) - mean(leaves)).toBeGreaterThan(0.2);
  });

  it("keeps scores whole, in range, and about fifteen to twenty-five a patient", () => {
    for (const { instrument, total } of scoreRows) {
      const { min, max } = instrumentByCode(instrument);
      if (!Number.isInteger(total) || total < min || total > max)
        throw new Error(`${instrument} out of range`);
    }
    expect(scoreRows.length / PATIENTS).toBeGreaterThan(15);
    expect(scoreRows.length / PATIENTS).toBeLessThan(25);
  });

  it("thins out: fewer scores at week 26 than at week 4, and some at week 52", () => {
    const at = (visit: string) =>
      meanShare(first, ({ scores }) =>
        scores.some(({ instrument, day }) => instrument === "PHQ9" && visitOf(day)?.code === visit),
      );
    expect(at("W4")).toBeGreaterThan(2 * at("W26"));
    expect(at("W52")).toBeGreaterThan(0.03);
  });

  it("keeps every session within contact, in order, from day 0", () => {
    for (const { course, sessions } of all) {
      expect(sessions[0]?.day).toBe(0);
      expect(sessions.every(({ day }, i) => i === 0 || day > (sessions[i - 1]?.day ?? 0))).toBe(true);
      expect(sessions.at(-1)?.day).toBeLessThanOrEqual(course.end_day);
    }
  });
});
