// The code systems in which hospitals write, under the names that FHIR gives them. An OMOP export names the same ones by
// its vocabulary_id. No codes stand here: those are in questionnaireCodes.ts, treatmentCodes.ts and diagnosisCodes.ts.

export interface CodeSystem {
  readonly code: "LOINC" | "SNOMED" | "RXNORM" | "ATC" | "CPT" | "HCPCS" | "ICD10CM" | "ICD10PCS";
  /** As Coding.system holds it; several spellings are in use. */
  readonly uris: readonly string[];
  /** vocabulary_id of the OMOP common data model. */
  readonly omop: string;
}

/** Source: HL7 Terminology (terminology.hl7.org), and the object identifiers of HL7 version 3 that C-CDA exports keep. */
export const codeSystems = [
  { code: "LOINC", uris: ["http://loinc.org", "urn:oid:2.16.840.1.113883.6.1"], omop: "LOINC" },
  { code: "SNOMED", uris: ["http://snomed.info/sct", "urn:oid:2.16.840.1.113883.6.96"], omop: "SNOMED" },
  {
    code: "RXNORM",
    uris: ["http://www.nlm.nih.gov/research/umls/rxnorm", "urn:oid:2.16.840.1.113883.6.88"],
    omop: "RxNorm",
  },
  { code: "ATC", uris: ["http://www.whocc.no/atc", "urn:oid:2.16.840.1.113883.6.73"], omop: "ATC" },
  { code: "CPT", uris: ["http://www.ama-assn.org/go/cpt", "urn:oid:2.16.840.1.113883.6.12"], omop: "CPT4" },
  {
    code: "HCPCS",
    uris: [
      "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
      "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
      "urn:oid:2.16.840.1.113883.6.285",
    ],
    omop: "HCPCS",
  },
  {
    code: "ICD10CM",
    uris: ["http://hl7.org/fhir/sid/icd-10-cm", "urn:oid:2.16.840.1.113883.6.90"],
    omop: "ICD10CM",
  },
  {
    code: "ICD10PCS",
    uris: [
      "http://www.cms.gov/Medicare/Coding/ICD10",
      "http://hl7.org/fhir/sid/icd-10-pcs",
      "urn:oid:2.16.840.1.113883.6.4",
    ],
    omop: "ICD10PCS",
  },
] as const satisfies readonly CodeSystem[];

export type CodeSystemCode = (typeof codeSystems)[number]["code"];

/** A code and the system that it is of. */
export interface SystemCode {
  readonly system: CodeSystemCode;
  readonly code: string;
}

const byUri = new Map<string, CodeSystemCode>(
  codeSystems.flatMap(({ code, uris }) => uris.map((uri) => [uri, code] as const)),
);

const byOmop = new Map<string, CodeSystemCode>(codeSystems.map(({ code, omop }) => [omop, code]));

/** By the vocabulary_id of OMOP. undefined: a system that is not read. */
export const codeSystemOfOmop = (vocabularyId: string): CodeSystemCode | undefined =>
  byOmop.get(vocabularyId);

/** By the URI of FHIR. undefined: a system that is not read. */
export const codeSystemOf = (uri: string): CodeSystemCode | undefined => byUri.get(uri);

/** Makes the look-up of a list of codes. */
export function bySystemCode<Meaning>(
  entries: readonly (SystemCode & { readonly means: Meaning })[],
): (system: CodeSystemCode, code: string) => Meaning | undefined {
  const known = new Map(entries.map(({ system, code, means }) => [`${system} ${code}`, means]));
  return (system, code) => known.get(`${system} ${code}`);
}
