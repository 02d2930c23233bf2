// Units of a recipe's columns to those of the tables. Which unit a column of ours has, its name says.

interface Conversion {
  readonly times: number;
  readonly rounded: "down" | "nearest" | "thousandths";
  /** The dose is divided by the patient's weight. */
  readonly byWeight?: true;
}

const TO_MINUTES: Readonly<Record<string, Conversion>> = {
  seconds: { times: 1 / 60, rounded: "nearest" },
  hours: { times: 60, rounded: "nearest" },
};
// A day is whole once it is over: 30 hours later is day 1.
const TO_DAYS: Readonly<Record<string, Conversion>> = {
  hours: { times: 1 / 24, rounded: "down" },
  weeks: { times: 7, rounded: "down" },
};
const TO_HOURS: Readonly<Record<string, Conversion>> = {
  minutes: { times: 1 / 60, rounded: "down" },
  days: { times: 24, rounded: "down" },
};
const TO_DOSE: Readonly<Record<string, Conversion>> = {
  mg: { times: 1, rounded: "thousandths", byWeight: true },
  "µg/kg": { times: 1 / 1000, rounded: "thousandths" },
};

export const unitNames = ["seconds", "minutes", "hours", "days", "weeks", "mg", "µg/kg"] as const;
export const weightUnits = ["kg", "lb"] as const;
export type WeightUnit = (typeof weightUnits)[number];
// The international pound, exactly.
const KG_A_POUND = 0.453_592_37;

/** undefined: the column's own unit is not made of this one. */
export function conversionTo(field: string, unit: string): Conversion | undefined {
  if (field === "dose_mg_per_kg") return TO_DOSE[unit];
  if (field === "hour") return TO_HOURS[unit];
  if (/(^|_)day$/.test(field)) return TO_DAYS[unit];
  return /_min$/.test(field) ? TO_MINUTES[unit] : undefined;
}

const NUMBER = /^-?\d{1,9}([.,]\d{1,9})?$/;

/** The number of a text, with a point or a comma; null where it is none. */
export const numberOf = (text: string): number | null =>
  NUMBER.test(text) ? Number(text.replace(",", ".")) : null;

export function converted(value: number, { times, rounded }: Conversion): number {
  const exact = value * times;
  // 1.1 hours are 66.00000000000001 minutes to a computer.
  if (rounded === "down") return Math.floor(Number(exact.toFixed(9)));
  if (rounded === "nearest") return Math.round(Number(exact.toFixed(9)));
  return Math.round(exact * 1000) / 1000;
}

export const kilograms = (weight: number, unit: WeightUnit): number =>
  unit === "lb" ? weight * KG_A_POUND : weight;
