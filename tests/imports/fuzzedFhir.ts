// Seeded FHIR exports for the import to choke on: a few patients with sessions and scores, as NDJSON or as a Bundle, in any
// order; then perhaps an element that is something else, or bytes that are damaged. The same seed gives the same file.
import { damaged, randomFrom } from "./fuzzedFile";

export interface FuzzedFhir {
  readonly file: "export.ndjson" | "bundle.json";
  readonly bytes: Buffer;
  /** What has to come in, where nothing was done that may lose or change a row; null: spoilt or damaged. */
  readonly counts: Readonly<Record<"course" | "session" | "score", number>> | null;
  readonly resources: number;
}

type Resource = { [name: string]: unknown };
type Random = (below: number) => number;

const coded = (system: string, code: string) => ({ coding: [{ system, code }] });
const LOINC = "http://loinc.org";
const STRANGE: readonly (() => unknown)[] = [
  ...[null, true, -1, 1e21, "", "é“\u0000", "2024-13-40", "0000-00-00", "Patient/", "#", "urn:uuid:"].map(
    (it) => () => it,
  ),
  () => [],
  () => ({}),
  () => [[[]]],
  () => ({ coding: "x", reference: 7, value: { value: [] } }),
  () => "9".repeat(2000),
  () => JSON.parse(`${"[".repeat(2000)}${"]".repeat(2000)}`) as unknown,
  () => JSON.parse('{"__proto__": {"reference": "Patient/p1"}}') as unknown,
];

export function fuzzedFhir(seed: number): FuzzedFhir {
  const random = randomFrom(seed);
  const resources: Resource[] = [];
  const counts = { course: 1 + random(3), session: 0, score: 0 };
  for (let at = 0; at < counts.course; at += 1) {
    const more = ofPatient(`p${at}`, random);
    resources.push(...more);
    counts.session += more.filter(({ resourceType }) => resourceType === "MedicationAdministration").length;
    counts.score += more.filter(({ resourceType }) => resourceType === "Observation").length;
  }
  for (let at = resources.length - 1; at > 0; at -= 1) {
    const other = random(at + 1);
    [resources[at], resources[other]] = [resources[other] ?? {}, resources[at] ?? {}];
  }
  const isSpoilt = random(3) === 0;
  if (isSpoilt) spoil(resources[random(resources.length)] ?? {}, random);
  const isBundle = random(3) === 0;
  const end = ["\n", "\r\n"][random(2)] ?? "\n";
  const text = isBundle
    ? JSON.stringify(bundleOf(resources), null, random(3))
    : resources.map((one) => JSON.stringify(one)).join(end) + end.repeat(random(3));
  const damages = random(2) * random(4);
  const mark = random(5) === 0 ? "\uFEFF" : "";
  const bytes = Array.from({ length: damages }).reduce<Buffer>(
    (file) => damaged(file, random),
    Buffer.from(mark + text),
  );
  return {
    file: isBundle ? "bundle.json" : "export.ndjson",
    bytes,
    counts: isSpoilt || damages > 0 ? null : counts,
    resources: resources.length,
  };
}

const bundleOf = (resources: readonly Resource[]) => ({
  entry: resources.map((resource, at) => ({ fullUrl: `urn:uuid:${at}`, resource })),
  type: "collection",
  resourceType: "Bundle",
});

function ofPatient(id: string, random: Random): Resource[] {
  const subject = { reference: `Patient/${id}` };
  const date = (day: number) => new Date(Date.UTC(2024, 0, 10 + day)).toISOString().slice(0, 10);
  const patient = { resourceType: "Patient", id, birthDate: `19${50 + random(40)}-03-04`, gender: "female" };
  const condition = {
    resourceType: "Condition",
    ...{ subject, code: coded("http://hl7.org/fhir/sid/icd-10-cm", "F33.1") },
  };
  const sessions = Array.from({ length: 1 + random(4) }, (_, nth) => ({
    resourceType: "MedicationAdministration",
    ...{ id: `${id}s${nth}`, status: "completed", subject, effectiveDateTime: date(nth * 3) },
    medicationCodeableConcept: coded("http://www.nlm.nih.gov/research/umls/rxnorm", "6130"),
    dosage: { route: coded("http://snomed.info/sct", "47625008"), dose: { value: 0.5, code: "mg/kg" } },
  }));
  const scores = Array.from({ length: random(5) }, (_, nth) => ({
    resourceType: "Observation",
    ...{ id: `${id}o${nth}`, status: "final", subject, effectiveDateTime: date(nth * 7) },
    code: coded(LOINC, ["44261-6", "70274-6"][random(2)] ?? ""),
    valueQuantity: { value: random(21) },
  }));
  return [patient, condition, ...sessions, ...scores];
}

/** Puts something else in the place of an element, however deep. */
function spoil(resource: Resource, random: Random): void {
  const names = Object.keys(resource);
  const name = names[random(names.length)];
  if (name === undefined) return;
  const inner = resource[name];
  if (typeof inner === "object" && inner !== null && random(2) === 0) spoil(inner as Resource, random);
  else resource[name] = STRANGE[random(STRANGE.length)]?.();
}
