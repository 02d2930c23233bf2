// Codes of FHIR's CodeableConcepts, by their system. A code without its system means nothing.
import { codeSystemOf, conditionOf, type CodeSystemCode, type ConditionCode } from "@afterglow/shared";
import { listAt, textAt } from "./json";

/** The first meaning that one of the concept's codes has. */
export function meaningOf<Meaning>(
  concept: unknown,
  look: (system: CodeSystemCode, code: string) => Meaning | undefined,
): Meaning | undefined {
  for (const coding of listAt(concept, "coding")) {
    const system = codeSystemOf(textAt(coding, "system"));
    const found = system && look(system, textAt(coding, "code"));
    if (found !== undefined) return found;
  }
  return undefined;
}

export const conditionIn = (concept: unknown): ConditionCode | undefined => meaningOf(concept, conditionOf);

/** The codes of FHIR's own systems, whose system nobody gets wrong. */
export const ownCodes = (concept: unknown): string[] =>
  listAt(concept, "coding").map((coding) => textAt(coding, "code"));
