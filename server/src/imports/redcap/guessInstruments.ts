// The instruments of a project, for a first recipe: by the names of fields and forms, then by how many items there are
// and what each may be. What is called like an instrument and does not fit its range is told, not taken.
import { instrumentByCode, type InstrumentCode } from "@afterglow/shared";
import type { RedcapField } from "./dictionary";
import type { Draft, JsonObject } from "./draft";
import { guessDay, timeIn } from "./guessDays";
import { itemRange, itemsOf } from "./guessItems";

const NAMES: Readonly<Record<InstrumentCode, string>> = {
  PHQ9: "phq(?:_?9)?",
  GAD7: "gad(?:_?7)?",
  MADRS: "madrs",
  HAM_D17: "(?:ham_?d|hdrs|hrsd)(?:_?17)?",
  QIDS_SR16: "qids(?:_?sr)?(?:_?16)?",
  BDI_II: "bdi(?:_?(?:2|ii))?",
  HAM_A: "(?:ham_?a|hars)",
  PCL5: "pcl(?:_?5)?",
  YBOCS: "y_?bocs",
  LSAS: "lsas",
  SPIN: "spin",
  PDSS_SR: "pdss(?:_?sr)?",
  YMRS: "ymrs",
  ASRM: "asrm",
  CADSS: "cadss",
  WHO5: "who_?5",
};
const named = (names: string) => new RegExp(`(?:^|_)${names}(?=$|_|\\d|q\\d|item|tot|score|sum)`);
const patterns = (Object.keys(NAMES) as InstrumentCode[]).map((code) => [code, named(NAMES[code])] as const);
// Known, and not in the vocabulary.
const OTHERS = [
  "caps(?:_?5)?",
  "c?ssrs",
  "c_ssrs",
  "shaps",
  "wsas",
  "isi",
  "moca",
  "cgi(?:_?[is])?",
  "bprs",
  "eq_?5d",
  "psqi",
  "ids_?(?:sr|c)",
  "gaf",
  "sds",
];
const others = named(`(${OTHERS.join("|")})`);
const TOTAL = /tot|sum|score/;

interface Group {
  readonly code: InstrumentCode;
  readonly form: string;
  readonly time: string | null;
  readonly fields: RedcapField[];
}

/** The rows that a row of the export becomes in the table of scores. */
export function guessInstruments(draft: Draft): JsonObject[] {
  const strange = draft.fields.filter((field) => others.test(field.name) || others.test(field.form));
  for (const form of new Set(strange.map((field) => field.form)))
    draft.unknown.push(`${form}: its instrument is not in the vocabulary. It is left behind.`);
  return groupsOf(draft).flatMap((group) => {
    const row = rowOf(draft, group);
    return row === null ? [] : [row];
  });
}

function groupsOf(draft: Draft): Group[] {
  const groups = new Map<string, Group>();
  for (const field of draft.fields.filter((one) => draft.has(one) && !others.test(one.name))) {
    const code = codeIn(field.name) ?? codeIn(field.form);
    if (code === null) continue;
    const time = timeIn(field.name.replace(named(NAMES[code]), "_")) ?? timeIn(field.form);
    const key = `${code}\n${field.form}\n${time ?? ""}`;
    const group = groups.get(key) ?? { code, form: field.form, time, fields: [] };
    group.fields.push(field);
    groups.set(key, group);
  }
  return [...groups.values()];
}

const codeIn = (name: string): InstrumentCode | null =>
  patterns.find(([, pattern]) => pattern.test(name))?.[0] ?? null;

function rowOf(draft: Draft, group: Group): JsonObject | null {
  const { code, form, time, fields } = group;
  const { short, suicidalityItem } = instrumentByCode(code);
  const place = `${form}${time === null ? "" : ` (${time})`}`;
  const items = itemsOf(draft, code, fields);
  const total = totalOf(draft, group);
  if (items === null && total === null) {
    draft.unknown.push(
      `${place}: called like ${short}, and holds neither its items nor its total. It is left behind.`,
    );
    return null;
  }
  const columns = items?.fields ?? (total === null ? [] : [total.name]);
  const day = guessDay(draft, form, columns, time);
  if (day === null) {
    draft.unknown.push(`${place}: the day of ${short}. It is left behind.`);
    return null;
  }
  const instrument = { instrument: { constant: code }, day };
  if (items !== null) {
    const { answers } = items;
    draft.guessed.push(
      `${short}: the items ${columns[0] ?? ""} to ${columns.at(-1) ?? ""}${total ? `, held against ${total.name}` : ""}`,
    );
    if (total) draft.numbers(total.name, 0, instrumentByCode(code).max);
    const value = {
      items: columns,
      ...(answers ? { answers } : {}),
      ...(total ? { total: total.name } : {}),
    };
    return { ...instrument, total: value };
  }
  if (total === null) return null;
  draft.guessed.push(`${short}: the total ${total.name}`);
  const value = draft.numbers(total.name, 0, instrumentByCode(code).max);
  const item =
    suicidalityItem &&
    fields.find(({ name }) => new RegExp(`\\D0?${suicidalityItem.item}$`).test(withoutTime(name, time)));
  const isItem = item && item !== total && itemRange(item)?.max === suicidalityItem.max;
  if (!isItem) return { ...instrument, total: value };
  draft.guessed.push(`${short}: the item about suicide is ${item.name}`);
  return { ...instrument, total: value, suicidality: draft.numbers(item.name, 0, suicidalityItem.max) };
}

const withoutTime = (name: string, time: string | null): string =>
  time === null ? name : name.replace(new RegExp(`_?${time}(?=_|$)`), "");

/** A number that reaches no further than the instrument, called a total or like the instrument alone. */
function totalOf(draft: Draft, { code, fields, time }: Group): RedcapField | null {
  const { max, short } = instrumentByCode(code);
  const alone = new RegExp(`^${NAMES[code]}$`);
  const called = fields.filter(
    (field) =>
      ["calc", "text", "slider"].includes(field.type) &&
      !isOther(field.validation) &&
      (TOTAL.test(field.name) || alone.test(withoutTime(field.name, time))),
  );
  const fitting = called.filter((field) => field.max === null || field.max === max);
  for (const field of called.filter((one) => !fitting.includes(one)))
    draft.unknown.push(
      `${field.name}: goes to ${field.max ?? ""}, where ${short} goes to ${max}. It is left behind.`,
    );
  const [first = null, ...more] = [...fitting].sort((a, b) => a.name.length - b.name.length);
  if (more.length > 0)
    draft.unknown.push(
      `${short}: whether ${more.map(({ name }) => name).join(", ")} is the total rather than ${first?.name ?? ""}.`,
    );
  return first;
}

const isOther = (validation: string): boolean => validation !== "" && !/^(integer|number)/.test(validation);
