// The instruments with their rules, from the vocabulary.
import { instruments, type Instrument } from "@afterglow/shared";
import { VocabularyTable } from "../VocabularyTable";

export function InstrumentMethods() {
  return (
    <>
      <VocabularyTable
        label="Instruments"
        columns={["Instrument", "Range", "Case", "Response", "Remission", "Smallest change", "Recall"]}
        rows={instruments.map((instrument) => [
          instrument.short,
          `${instrument.min} to ${instrument.max}, ${instrument.higherIsBetter ? "higher" : "lower"} is better`,
          cutOff(instrument.caseness, instrument.higherIsBetter),
          responseText(instrument),
          cutOff(instrument.remission, !instrument.higherIsBetter),
          `${instrument.smallestImportantChange} points`,
          recallText(instrument.recallDays),
        ])}
      />
      <VocabularyTable
        label="Sources of the instruments"
        columns={["Instrument", "Name", "Source", "Cut-offs"]}
        rows={instruments.map(({ short, label, source, thresholdsSource }) => [
          short,
          label,
          source,
          thresholdsSource,
        ])}
      />
    </>
  );
}

const cutOff = (score: number | null, orLess: boolean): string =>
  score === null ? "none agreed" : `${score} or ${orLess ? "less" : "more"}`;

function responseText({ response, higherIsBetter }: Instrument): string {
  const way = higherIsBetter ? "up" : "down";
  return response.kind === "share"
    ? `${way} ${response.percent}% or more`
    : `${way} ${response.points} points or more`;
}

const recallText = (days: number): string => (days === 0 ? "now" : days === 1 ? "1 day" : `${days} days`);
