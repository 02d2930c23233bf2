// What the cells of one row say about each other. Called with cells that each hold on their own; null = missing or
// already refused.
import { instrumentByCode, instruments, type Instrument, type InstrumentCode } from "@afterglow/shared";
import type { TableName } from "./tableSchemas";

type Cell = (name: string) => string | null;
type Report = (column: string, rule: string) => void;

const totalRule = new Map<string, string>(
  instruments.map(({ code, short, min, max }) => [code, `${short} is a whole number from ${min} to ${max}.`]),
);

function scoreRow(cell: Cell, report: Report): void {
  const code = cell("instrument");
  if (code !== null) ofInstrument(instrumentByCode(code as InstrumentCode), cell, report);
  const day = cell("day");
  const hour = Number(cell("hour") ?? 0);
  // Sessions begin at any hour: 20 hours later is day 0 or day 1.
  if (day !== null && hour > 0 && Math.abs(Number(day) * 24 - hour) > 24) {
    report("hour", "Does not fit the day: hours count from the first session.");
  }
}

function ofInstrument(instrument: Instrument, cell: Cell, report: Report): void {
  const total = cell("total");
  if (total !== null && (Number(total) < instrument.min || Number(total) > instrument.max)) {
    report("total", totalRule.get(instrument.code) ?? "");
  }
  const given = cell("suicidality");
  if (given === null) return;
  const item = instrument.suicidalityItem;
  if (item === null) report("suicidality", `${instrument.short} has no suicidality item.`);
  else if (Number(given) < item.min || Number(given) > item.max) {
    report("suicidality", `Item ${item.item} of the ${instrument.short} is from ${item.min} to ${item.max}.`);
  }
}

function sessionRow(cell: Cell, report: Report): void {
  for (const when of ["before", "peak"]) {
    const systolic = cell(`systolic_${when}`);
    const diastolic = cell(`diastolic_${when}`);
    if (systolic !== null && diastolic !== null && Number(diastolic) >= Number(systolic)) {
      report(`diastolic_${when}`, "Not below the systolic pressure.");
    }
  }
}

function courseRow(cell: Cell, report: Report): void {
  const condition = cell("condition");
  if (condition !== null && cell("comorbid_conditions")?.slice(1, -1).split(",").includes(condition)) {
    report("comorbid_conditions", "Names the course's own condition.");
  }
}

export const checkAcross: Partial<Record<TableName, (cell: Cell, report: Report) => void>> = {
  course: courseRow,
  session: sessionRow,
  score: scoreRow,
};
