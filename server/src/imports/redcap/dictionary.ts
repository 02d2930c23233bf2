// A REDCap data dictionary (the CSV that a project's designer downloads, or the API's): its fields with their forms,
// types and choices. It says what an export's columns and codes mean; it knows nothing of events and repeating forms.
import { readTable } from "../readTable";
import { UnreadableFile } from "../unreadableFile";

export interface Choice {
  readonly code: string;
  readonly label: string;
}

export interface RedcapField {
  readonly name: string;
  readonly form: string;
  readonly type: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  /** number, integer, date_ymd, datetime_mdy, email, … or nothing. */
  readonly validation: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly isIdentifier: boolean;
}

/** Headers of the download, and of the API. */
const HEADERS = {
  name: ["Variable / Field Name", "field_name"],
  form: ["Form Name", "form_name"],
  type: ["Field Type", "field_type"],
  label: ["Field Label", "field_label"],
  choices: ["Choices, Calculations, OR Slider Labels", "select_choices_or_calculations"],
  validation: ["Text Validation Type OR Show Slider Number", "text_validation_type_or_show_slider_number"],
  min: ["Text Validation Min", "text_validation_min"],
  max: ["Text Validation Max", "text_validation_max"],
  identifier: ["Identifier?", "identifier"],
} as const;
type Part = keyof typeof HEADERS;

const NEEDED: readonly Part[] = ["name", "form", "type", "label", "choices"];
const WITH_CHOICES = ["radio", "dropdown", "checkbox"];
const FIXED: Readonly<Record<string, readonly Choice[]>> = {
  yesno: [
    { code: "1", label: "Yes" },
    { code: "0", label: "No" },
  ],
  truefalse: [
    { code: "1", label: "True" },
    { code: "0", label: "False" },
  ],
};

/** Throws UnreadableFile. */
export async function readDictionary(path: string): Promise<readonly RedcapField[]> {
  let places = new Map<Part, number>();
  const fields: RedcapField[] = [];
  const reading = readTable(path, {
    onHeader: (header) => {
      places = placesOf(header);
    },
    onBadRow: (row, rule) => {
      throw new UnreadableFile(rule, row + 1);
    },
    onForm: () => undefined,
  });
  for await (const { row, cells } of reading) {
    const of = (part: Part) => cells[places.get(part) ?? -1]?.trim() ?? "";
    const field = fieldOf(of);
    if (!/^[a-z][a-z0-9_]*$/.test(field.name) || fields.some(({ name }) => name === field.name))
      throw new UnreadableFile("Is no name of a field, or stands twice.", row + 1, HEADERS.name[0]);
    fields.push(field);
  }
  if (fields.length === 0) throw new UnreadableFile("Names no field.");
  return fields;
}

/** Labels as an export writes them: without mark-up, in one line. */
export const plainText = (text: string): string =>
  text
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

function placesOf(header: readonly string[]): Map<Part, number> {
  const parts = Object.keys(HEADERS) as Part[];
  const places = new Map(
    parts.map((part) => [part, header.findIndex((name) => HEADERS[part].some((known) => known === name))]),
  );
  const missing = NEEDED.find((part) => (places.get(part) ?? -1) < 0);
  if (missing !== undefined)
    throw new UnreadableFile(
      "Is no data dictionary of REDCap: this column is missing.",
      null,
      HEADERS[missing][0],
    );
  return places;
}

function fieldOf(of: (part: Part) => string): RedcapField {
  const type = of("type");
  const number = (text: string) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null);
  return {
    name: of("name"),
    form: of("form"),
    type,
    label: plainText(of("label")),
    choices: WITH_CHOICES.includes(type) ? choicesOf(of("choices")) : (FIXED[type] ?? []),
    validation: of("validation"),
    min: number(of("min")),
    max: number(of("max")),
    isIdentifier: of("identifier").toLowerCase() === "y",
  };
}

/** `1, Male | 2, Female`: a label may hold commas, a code none. */
function choicesOf(text: string): Choice[] {
  return text
    .split("|")
    .map((part) => /^([^,]*),([\s\S]*)$/.exec(part))
    .filter((found) => found !== null)
    .map(([, code = "", label = ""]) => ({ code: code.trim(), label: plainText(label) }));
}
