// Replaces patients' keys by ids that mean nothing: a keyed hash, so that the same patient gets the same id in the
// next import of the dataset, and nobody without the key can find either from the other. The key's file lies where
// the steward says and nowhere else; the database keeps a fingerprint, to notice another key.
import { createHmac, randomBytes } from "node:crypto";
import { open, stat } from "node:fs/promises";

export class InvalidPatientKey extends Error {
  override readonly name = "InvalidPatientKey";
}

export interface PatientKey {
  /** Tells two keys apart and gives neither away. */
  readonly fingerprint: string;
  idOf(dataset: string, patient: string): string;
}

const FIRST_LINE = "afterglow patient key 1";
const SECRET_BYTES = 32;
// 96 bits: among a thousand million patients two meet with a chance under one in a hundred million.
const ID_DIGITS = 24;

export function patientKey(secret: Buffer): PatientKey {
  const digest = (text: string) => createHmac("sha256", secret).update(text).digest("hex");
  return {
    fingerprint: digest("fingerprint").slice(0, 16),
    idOf: (dataset, patient) => `p${digest(`patient\n${dataset}\n${patient}`).slice(0, ID_DIGITS)}`,
  };
}

/** For one import alone: nobody will know these patients again. */
export const passingPatientKey = (): PatientKey => patientKey(randomBytes(SECRET_BYTES));

/** Reads the key's file, or makes it where there is none, readable by its owner alone. */
export async function patientKeyFile(path: string): Promise<PatientKey> {
  const secret = randomBytes(SECRET_BYTES);
  try {
    const file = await open(path, "wx", 0o600);
    try {
      await file.writeFile(`${FIRST_LINE}\n${secret.toString("hex")}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    return patientKey(secret);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST")
      throw new InvalidPatientKey("The file of the patient key cannot be made there.");
  }
  return patientKey(await readSecret(path));
}

async function readSecret(path: string): Promise<Buffer> {
  const { mode, size } = await stat(path);
  if (process.platform !== "win32" && (mode & 0o077) !== 0) {
    throw new InvalidPatientKey(
      "Others may read the file of the patient key. Keep it to yourself: chmod 600.",
    );
  }
  const file = await open(path).catch(() => {
    throw new InvalidPatientKey("The file of the patient key cannot be read by this user.");
  });
  try {
    const text = size < 1024 ? await file.readFile("utf8") : "";
    const [first, hex = ""] = text.split(/\r?\n/);
    if (first !== FIRST_LINE || !/^[0-9a-f]{64}$/.test(hex))
      throw new InvalidPatientKey("The file named for the patient key is none.");
    return Buffer.from(hex, "hex");
  } finally {
    await file.close();
  }
}
