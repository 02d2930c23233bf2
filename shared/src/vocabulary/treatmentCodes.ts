// The codes by which records say that ketamine, esketamine or ECT was given, and by which way. Left out, because no
// source for them was at hand: the SNOMED CT codes of ECT and of esketamine, and the RxNorm code of esketamine as an
// ingredient (those of its nasal spray are here).
import { bySystemCode, type SystemCode } from "./codeSystems";
import type { ModalityCode } from "./modalities";

export type Treatment = "KETAMINE" | "ESKETAMINE" | "ECT";
interface TreatmentCode extends SystemCode {
  readonly means: Treatment;
  readonly source: string;
}

const rxnorm = "RxNorm, US National Library of Medicine.";
const atc = "ATC, WHO Collaborating Centre for Drug Statistics Methodology.";
const hcpcs = "HCPCS Level II, Centers for Medicare & Medicaid Services.";
const pcs = "ICD-10-PCS, table GZB, Centers for Medicare & Medicaid Services.";

export const treatmentCodes: readonly TreatmentCode[] = [
  { system: "RXNORM", code: "6130", means: "KETAMINE", source: `${rxnorm} Ingredient.` },
  { system: "SNOMED", code: "373464007", means: "KETAMINE", source: "SNOMED CT, ketamine (substance)." },
  { system: "ATC", code: "N01AX03", means: "KETAMINE", source: atc },
  { system: "RXNORM", code: "2201623", means: "ESKETAMINE", source: `${rxnorm} Nasal spray.` },
  { system: "RXNORM", code: "2201625", means: "ESKETAMINE", source: `${rxnorm} Nasal spray, branded.` },
  { system: "ATC", code: "N06AX27", means: "ESKETAMINE", source: atc },
  { system: "HCPCS", code: "G2082", means: "ESKETAMINE", source: `${hcpcs} Visit, up to 56 mg.` },
  { system: "HCPCS", code: "G2083", means: "ESKETAMINE", source: `${hcpcs} Visit, more than 56 mg.` },
  { system: "HCPCS", code: "S0013", means: "ESKETAMINE", source: `${hcpcs} Until 2025.` },
  { system: "HCPCS", code: "J0013", means: "ESKETAMINE", source: `${hcpcs} From 2026.` },
  { system: "CPT", code: "90870", means: "ECT", source: "CPT, American Medical Association." },
  { system: "ICD10PCS", code: "GZB0ZZZ", means: "ECT", source: `${pcs} Unilateral, single seizure.` },
  { system: "ICD10PCS", code: "GZB2ZZZ", means: "ECT", source: `${pcs} Bilateral, single seizure.` },
  { system: "ICD10PCS", code: "GZB4ZZZ", means: "ECT", source: `${pcs} Other.` },
];
export const treatmentOf = bySystemCode(treatmentCodes);

/** The ways by which ketamine is given. Source: SNOMED CT, as in FHIR R4's value set of route codes. */
export const ketamineRoutes = [
  { system: "SNOMED", code: "47625008", means: "KETAMINE_IV" },
  { system: "SNOMED", code: "78421000", means: "KETAMINE_IM" },
  { system: "SNOMED", code: "34206005", means: "KETAMINE_SC" },
  { system: "SNOMED", code: "46713006", means: "KETAMINE_INTRANASAL" },
  { system: "SNOMED", code: "37839007", means: "KETAMINE_SUBLINGUAL" },
] as const satisfies readonly (SystemCode & { readonly means: ModalityCode })[];
export const ketamineRouteOf = bySystemCode<ModalityCode>(ketamineRoutes);
