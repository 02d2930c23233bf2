// The allow-list: the elements of FHIR resources that are read. All others (names, addresses, telecom, identifiers, notes,
// texts, displays, narratives) are dropped as soon as a resource is parsed; nothing after this sees them. What is kept is
// codes, numbers, dates and references: the dates and references are used up in memory.
import { isObject, type Json } from "./json";

/** true: a text, number or yes/no. Lists are passed through. */
type Shape = true | { readonly [element: string]: Shape };

const coding = { system: true, code: true } as const;
const concept = { coding } as const;
const reference = { reference: true } as const;
const period = { start: true, end: true } as const;
const quantity = { value: true, unit: true, code: true } as const;
const answered = { valueQuantity: quantity, valueInteger: true, valueDecimal: true } as const;
const valued = { ...answered, valueCodeableConcept: concept } as const;
const reasons = { reasonCode: concept, reasonReference: reference } as const;

const answer = {
  ...answered,
  valueCoding: { ...coding, extension: { url: true, valueDecimal: true } },
} as const;
const question = { linkId: true, definition: true, answer } as const;
/** Groups hold groups, and questions questions; deeper ones are not read. */
const nested = (depth: number): Shape =>
  depth === 0
    ? question
    : { ...question, answer: { ...answer, item: nested(depth - 1) }, item: nested(depth - 1) };

export const allowedElements = {
  Patient: { gender: true, birthDate: true, managingOrganization: reference },
  Condition: { subject: reference, code: concept, verificationStatus: concept },
  Medication: { code: concept },
  Procedure: {
    ...{ status: true, subject: reference, code: concept, ...reasons },
    ...{ performedDateTime: true, performedPeriod: period },
  },
  MedicationAdministration: {
    ...{ status: true, subject: reference, ...reasons },
    ...{ medicationCodeableConcept: concept, medicationReference: reference },
    ...{ contained: { resourceType: true, id: true, code: concept } },
    ...{ effectiveDateTime: true, effectivePeriod: period, dosage: { route: concept, dose: quantity } },
  },
  Observation: {
    ...{ status: true, subject: reference, code: concept, ...valued },
    ...{ effectiveDateTime: true, effectiveInstant: true, effectivePeriod: period },
    ...{ component: { code: concept, ...valued } },
  },
  QuestionnaireResponse: {
    ...{ status: true, subject: reference, questionnaire: true, authored: true },
    ...{ item: nested(4) },
  },
  AdverseEvent: {
    ...{ actuality: true, subject: reference, event: concept, date: true, detected: true },
    ...{ severity: concept, seriousness: concept, suspectEntity: { instance: reference } },
  },
} as const satisfies Record<string, Shape>;

export type ResourceType = keyof typeof allowedElements;
export const isReadType = (type: string): type is ResourceType => Object.hasOwn(allowedElements, type);

/** The resource's id and its allowed elements. */
export function allowed(type: ResourceType, resource: Json): Json {
  return { ...(kept({ id: true }, resource) as Json), ...(kept(allowedElements[type], resource) as Json) };
}

function kept(shape: Shape, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => kept(shape, one)).filter((one) => one !== undefined);
  if (shape === true) return ["string", "number", "boolean"].includes(typeof value) ? value : undefined;
  if (!isObject(value)) return undefined;
  const found: [string, unknown][] = [];
  for (const [element, inner] of Object.entries(shape)) {
    const one = Object.hasOwn(value, element) ? kept(inner, value[element]) : undefined;
    if (one !== undefined) found.push([element, one]);
  }
  return Object.fromEntries(found);
}
