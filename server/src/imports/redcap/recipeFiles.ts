// The files of a first recipe: the export, and the same again under the names by which some of its rows are joined to
// others. What the recipe does not read is listed, to be left behind knowingly.
import { TO_FILL, type Draft, type Json, type JsonObject } from "./draft";
import { EVENT, REPEAT_FORM } from "./exportColumns";
import type { RowSort } from "./survey";

export const EXPORT = "export";
export const ENROLMENT = "enrolment";
export const TREATED = "treated";

export function filesOf(
  draft: Draft,
  dictionary: string,
  tables: JsonObject,
  session: JsonObject | null,
  sort: RowSort | null,
): JsonObject {
  const id = draft.fields[0]?.name ?? TO_FILL;
  const file = { path: draft.survey.path ?? "export.csv", dictionary, id };
  const marks = (of: (column: string) => boolean) => {
    const found = [...draft.missingIn].filter(([column]) => of(column));
    return found.length > 0
      ? { missingIn: Object.fromEntries(found.map(([column, texts]) => [column, [...texts]])) }
      : {};
  };
  for (const [column, texts] of draft.missingIn)
    draft.guessed.push(`${column}: ${[...texts].join(", ")} means not known`);
  const enrolment = [
    ...(draft.survey.names.includes(EVENT) && sort ? [{ column: EVENT, is: [sort.event] }] : []),
    ...(draft.survey.names.includes(REPEAT_FORM) ? [{ column: REPEAT_FORM, missing: true }] : []),
  ];
  const joined = {
    ...(session
      ? {
          [TREATED]: {
            ...file,
            ...marks((column) => JSON.stringify(session).includes(`"${column}"`)),
            only: session,
            without: "No session",
          },
        }
      : {}),
    ...(JSON.stringify(tables).includes(`"${ENROLMENT}"`)
      ? { [ENROLMENT]: { ...file, ...marks(() => true), only: { all: enrolment } } }
      : {}),
  };
  const read = new Set([id, ...columnsIn(tables), ...columnsIn(joined)]);
  const ignore = draft.survey.names.filter((column) => !read.has(column));
  return { [EXPORT]: { ...file, ...marks(() => true), ignore }, ...joined };
}

/** Every column that a part of a recipe names. */
function columnsIn(part: Json | undefined, key = ""): string[] {
  if (typeof part === "string") return ["column", "items", "total"].includes(key) ? [part] : [];
  if (part === null || part === undefined || typeof part !== "object") return [];
  if (part instanceof Array) return part.flatMap((one: Json) => columnsIn(one, key));
  return Object.entries(part).flatMap(([word, value]) => (word === "constant" ? [] : columnsIn(value, word)));
}
