// The columns of a REDCap export, as its dictionary foretells them, and which of them a header names: by their own
// names in a raw export, by the fields' labels in a label export, where several columns may be called the same.
import { UnreadableFile } from "../unreadableFile";
import { plainText, type Choice, type RedcapField } from "./dictionary";

export interface ExportColumn {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  /** null: REDCap's own, such as the event. */
  readonly field: RedcapField | null;
  /** Of a checkbox: the choice that the column stands for. */
  readonly box: Choice | null;
}

export const EVENT = "redcap_event_name";
export const REPEAT_FORM = "redcap_repeat_instrument";
export const REPEAT_INSTANCE = "redcap_repeat_instance";
export const ACCESS_GROUP = "redcap_data_access_group";

const own = (name: string, label: string, choices: readonly Choice[] = []): ExportColumn => ({
  ...{ name, label, choices },
  ...{ field: null, box: null },
});
const OWN: readonly ExportColumn[] = [
  own(EVENT, "Event Name"),
  own(REPEAT_FORM, "Repeat Instrument"),
  own(REPEAT_INSTANCE, "Repeat Instance"),
  own(ACCESS_GROUP, "Data Access Group"),
  own("redcap_survey_identifier", "Survey Identifier"),
];
const STATUS: readonly Choice[] = [
  { code: "0", label: "Incomplete" },
  { code: "1", label: "Unverified" },
  { code: "2", label: "Complete" },
];
const BOX: readonly Choice[] = [
  { code: "1", label: "Checked" },
  { code: "0", label: "Unchecked" },
];
const FORM_STATUS = "Complete?";
const STAMP = "Survey Timestamp";

/** All that an export may hold, in its order. */
export function exportColumns(fields: readonly RedcapField[]): ExportColumn[] {
  const columns: ExportColumn[] = [];
  const forms = [...new Set(fields.map(({ form }) => form))];
  for (const form of forms) {
    const [first, ...others] = fields.filter((field) => field.form === form);
    if (form === forms[0]) columns.push(...(first ? columnsOf(first) : []), ...OWN);
    columns.push(own(`${form}_timestamp`, STAMP));
    const rest = form === forms[0] || first === undefined ? others : [first, ...others];
    columns.push(...rest.flatMap(columnsOf), own(`${form}_complete`, FORM_STATUS, STATUS));
  }
  return columns;
}

function columnsOf(field: RedcapField): ExportColumn[] {
  const { name, label, type, choices } = field;
  if (type === "descriptive") return [];
  if (type !== "checkbox") return [{ name, label, choices, field, box: null }];
  return choices.map((box) => ({
    name: boxColumn(name, box.code),
    label: `${label} (choice=${box.label})`,
    choices: BOX,
    field,
    box,
  }));
}

/** REDCap's own spelling: lower case, a minus becomes an underscore. */
export const boxColumn = (field: string, code: string): string =>
  `${field}___${code
    .toLowerCase()
    .replaceAll("-", "_")
    .replace(/[^a-z0-9_]/g, "")}`;

/** The raw names of a header's columns; what no field is called stays as it stands. Throws UnreadableFile. */
export function rawNames(header: readonly string[], columns: readonly ExportColumn[]): string[] {
  if (!isLabelled(header, columns)) return [...header];
  let last = 0;
  const taken = new Set<string>();
  return header.map((cell) => {
    const label = plainText(cell);
    const candidates = columns.filter((column) => column.label === label);
    if (candidates.length === 0) return cell;
    // Which of them a label means is certain where all are there, and of REDCap's own by the fields before it.
    const isOwn = candidates.every(({ field }) => field === null);
    const standing = header.filter((other) => plainText(other) === label).length;
    if (!isOwn && standing !== candidates.length)
      throw new UnreadableFile("Several fields have this label. Export with raw headers.", null, label);
    const found = candidates.find((one) => !taken.has(one.name) && columns.indexOf(one) >= last);
    if (found === undefined) return cell;
    taken.add(found.name);
    last = columns.indexOf(found);
    return found.name;
  });
}

/** The first column is the record's id, in either export. */
export const isLabelled = (header: readonly string[], [id]: readonly ExportColumn[]): boolean =>
  header[0] !== id?.name && plainText(header[0] ?? "") === id?.label;
