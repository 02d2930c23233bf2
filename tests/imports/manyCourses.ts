// Many courses with clinics and ids as registries name them, for what the way in says of identifiers.
import { createHash } from "node:crypto";
import { validFiles } from "./packageFolder";

export const random = (nth: number) => createHash("sha256").update(String(nth)).digest("hex");
/** Ids as registries make them: hexadecimal, UUID, numbers, a site and a number, base 36. */
export const ids: readonly ((nth: number) => string)[] = [
  (nth) => random(nth).slice(0, 16),
  (nth) => random(nth).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, "$1-$2-$3-$4-$5"),
  (nth) => String(10_000_000 + nth),
  (nth) => `sub-${String(nth).padStart(6, "0")}`,
  (nth) => `s${nth % 12}_${nth}`,
  (nth) =>
    BigInt(`0x${random(nth).slice(0, 15)}`)
      .toString(36)
      .toUpperCase(),
];
export const clinics = [
  ...[
    "north",
    "Clinic 3",
    "Ketamine Wellness Centers of the Pacific Northwest",
    "St Mary",
    "Site 04-B",
    "Zürich Süd",
  ],
  ...[
    "Praxis am Park",
    "The Mind & Body Institute",
    "Outpatient unit 12/A",
    "Centre hospitalier Sainte-Anne",
    "NW7",
  ],
];

/** A data package of so many courses, with a clinic and an id for each. */
export function manyCourses(
  courses: number,
  clinicAt: (nth: number) => string,
  idAt = (nth: number) => `p${nth}`,
): Record<string, string> {
  const rows = Array.from(
    { length: courses },
    (_, nth) => `${idAt(nth)},1,"${clinicAt(nth)}",TRD,KETAMINE_IV`,
  );
  const headOf = (file: string) => `${(validFiles[file] ?? "").split("\n")[0] ?? ""}\n`;
  return {
    "courses.csv": `patient,course,clinic,condition,modality\n${rows.join("\n")}\n`,
    "sessions.csv": headOf("sessions.csv"),
    "scores.csv": headOf("scores.csv"),
    "side_effects.csv": headOf("side_effects.csv"),
  };
}
