// A canonical question in words: the cohort's sentence, and what was asked of it.
import { cohortSentence, type Cohort } from "@afterglow/shared";

interface Question {
  readonly ask?: string;
  readonly cohort?: Cohort;
  readonly cohorts?: readonly Cohort[];
  readonly fields?: readonly { readonly field: string; readonly by?: string }[];
  readonly figure?: string;
  readonly format?: string;
}

export interface QuestionShown {
  readonly about: string;
  readonly asked: string;
}

export function questionText(json: string | null): QuestionShown {
  const question = read(json);
  if (question === null) return { about: json ?? "", asked: "" };
  const { ask, cohort, cohorts, fields, figure, format, ...rest } = question;
  const asked =
    figure === undefined ? (fields ?? []).map(fieldText).join(", ") : `${figure} as ${format ?? "a file"}`;
  if (cohort !== undefined) return { about: cohortSentence(cohort), asked };
  if (cohorts !== undefined)
    return { about: cohorts.map((each) => cohortSentence(each)).join(" against "), asked };
  if (ask !== undefined) return { about: format === undefined ? ask : `${ask} as ${format}`, asked };
  return { about: restText(rest), asked };
}

const fieldText = ({ field, by }: { field: string; by?: string }): string =>
  by === undefined ? field : `${field} by ${by}`;

/** Roles, a token's scopes, a dataset: names and values as they are. */
const restText = (rest: Readonly<Record<string, unknown>>): string =>
  Object.entries(rest)
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(", ") : String(value)}`)
    .join("; ");

function read(json: string | null): (Question & Readonly<Record<string, unknown>>) | null {
  if (json === null) return null;
  try {
    return JSON.parse(json) as Question & Readonly<Record<string, unknown>>;
  } catch {
    return null;
  }
}
