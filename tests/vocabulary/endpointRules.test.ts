// The endpoint rules against a naive re-statement, on every pair of baseline and score of every instrument.
import {
  changeCategory,
  instrumentByCode,
  instruments,
  isCase,
  isRemission,
  isResponse,
  isWorse,
  severityOf,
  type Instrument,
  type ResponseRuleCode,
} from "@afterglow/shared";

/** The rules in words: fractions and mirrored scales, and no code shared with the rules under test. */
function naiveCategory(
  instrument: Instrument,
  rule: ResponseRuleCode,
  baseline: number,
  score: number,
): string {
  const mirror = (x: number) => (instrument.higherIsBetter ? instrument.max - x : x);
  const [before, after] = [mirror(baseline), mirror(score)];
  const remission = instrument.remission === null ? -Infinity : mirror(instrument.remission);
  const share =
    rule === "HALF" ? 50 : instrument.response.kind === "share" ? instrument.response.percent : null;
  const points = share === null && instrument.response.kind === "points" ? instrument.response.points : null;
  const gained = before - after;
  // A share as an exact fraction: how many hundredths of the baseline were lost.
  const fraction = (parts: number) =>
    share !== null && before > 0 && (gained * 100) / before >= share / parts;
  const enough = (parts: number) => (points !== null ? gained >= points / parts : fraction(parts));
  if (after <= remission) return "REMISSION";
  if (enough(1)) return "RESPONSE";
  if (enough(2)) return "PARTIAL";
  if (after - before >= instrument.smallestImportantChange) return "WORSE";
  return "UNCHANGED";
}

const rules: ResponseRuleCode[] = ["INSTRUMENT", "HALF"];
const cases = instruments.flatMap(({ code }) => rules.map((rule) => [code, rule] as const));

test.each(cases)("%s under %s: every pair falls in the one right category", (code, rule) => {
  const instrument = instrumentByCode(code);
  const wrong: string[] = [];
  for (let baseline = instrument.min; baseline <= instrument.max; baseline++) {
    for (let score = instrument.min; score <= instrument.max; score++) {
      const category = changeCategory(instrument, rule, baseline, score);
      if (category !== naiveCategory(instrument, rule, baseline, score))
        wrong.push(`${baseline} to ${score}`);
      // For a case the state of remission and a worsening cannot meet; a response is never called less.
      const worseInRemission = isRemission(instrument, score) && isWorse(instrument, baseline, score);
      if (isCase(instrument, baseline) && worseInRemission) wrong.push(`${baseline} to ${score}: worse`);
      const better = category === "RESPONSE" || category === "REMISSION";
      if (isResponse(instrument, rule, baseline, score) && !better)
        wrong.push(`${baseline} to ${score}: response`);
    }
  }
  expect(wrong).toEqual([]);
});

test.each([
  // instrument, rule, baseline, score, response
  ["PHQ9", "INSTRUMENT", 15, 8, false], // 7 of 15 is under half; 0.4999 never counts
  ["PHQ9", "INSTRUMENT", 15, 7, true],
  ["PHQ9", "INSTRUMENT", 20, 10, true], // exactly half
  ["PHQ9", "INSTRUMENT", 0, 0, false], // nothing to lose
  ["YBOCS", "INSTRUMENT", 20, 13, true], // exactly 35 %
  ["YBOCS", "INSTRUMENT", 20, 14, false],
  ["YBOCS", "HALF", 20, 13, false],
  ["PDSS_SR", "INSTRUMENT", 10, 6, true], // exactly 40 %
  ["LSAS", "INSTRUMENT", 90, 63, true], // exactly 30 %
  ["LSAS", "INSTRUMENT", 90, 64, false],
  ["PCL5", "INSTRUMENT", 50, 40, true],
  ["PCL5", "INSTRUMENT", 50, 41, false],
  ["PCL5", "HALF", 50, 26, false],
  ["WHO5", "INSTRUMENT", 20, 30, true],
  ["WHO5", "INSTRUMENT", 30, 20, false], // lower is worse here
  ["WHO5", "HALF", 20, 60, true], // half of the way from 20 to 100
  ["WHO5", "HALF", 20, 59, false],
  ["WHO5", "HALF", 100, 100, false],
] as const)("%s, %s: %i to %i responds: %s", (code, rule, baseline, score, expected) => {
  expect(isResponse(instrumentByCode(code), rule, baseline, score)).toBe(expected);
});

test.each([
  ["PHQ9", 9, false],
  ["PHQ9", 10, true],
  ["GAD7", 8, true],
  ["MADRS", 19, false],
  ["MADRS", 20, true],
  ["ASRM", 6, true],
  ["WHO5", 50, true],
  ["WHO5", 51, false],
  ["CADSS", 92, false],
] as const)("%s %i is a case: %s", (code, score, expected) => {
  expect(isCase(instrumentByCode(code), score)).toBe(expected);
});

test.each([
  ["PHQ9", 4, true],
  ["PHQ9", 5, false],
  ["GAD7", 4, true],
  ["MADRS", 10, true],
  ["MADRS", 11, false],
  ["QIDS_SR16", 5, true],
  ["HAM_D17", 7, true],
  ["YBOCS", 12, true],
  ["PDSS_SR", 5, true],
  ["PCL5", 0, false], // no agreed cut-off
] as const)("%s %i is remission: %s", (code, score, expected) => {
  expect(isRemission(instrumentByCode(code), score)).toBe(expected);
});

test("worsening starts at the smallest important change, in the instrument's own direction", () => {
  expect(isWorse(instrumentByCode("PHQ9"), 12, 16)).toBe(false);
  expect(isWorse(instrumentByCode("PHQ9"), 12, 17)).toBe(true);
  expect(isWorse(instrumentByCode("WHO5"), 40, 30)).toBe(true);
  expect(isWorse(instrumentByCode("WHO5"), 40, 50)).toBe(false);
});

test("severity is the band's, and a score out of range is refused without being repeated", () => {
  expect(severityOf(instrumentByCode("PHQ9"), 9)).toBe("BELOW_CASENESS");
  expect(severityOf(instrumentByCode("PHQ9"), 15)).toBe("MODERATELY_SEVERE");
  expect(severityOf(instrumentByCode("WHO5"), 28)).toBe("SEVERE");
  expect(() => severityOf(instrumentByCode("PHQ9"), 28)).toThrow("Score outside the range of PHQ-9");
});
