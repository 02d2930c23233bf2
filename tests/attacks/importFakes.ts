// Patients made up by an attacker who may import: alike, in a category of their choice, and each in response.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../../server/src/database/dataSource";
import { registryMetadata } from "../../server/src/demo/registryMetadata";
import { dataPackage } from "../../server/src/imports/dataPackage";
import { importPackage } from "../../server/src/imports/importPackage";

export async function importFakes(
  database: Database,
  dataset: string,
  patients: readonly string[],
): Promise<void> {
  const lines = (header: string, rowsOf: (patient: string) => string[]) =>
    `${header}\n${patients.flatMap(rowsOf).join("\n")}\n`;
  const files = {
    "datapackage.json": JSON.stringify(dataPackage(registryMetadata)),
    "courses.csv": lines(
      "patient,course,clinic,condition,modality,psychotherapy,age_years,sex,prior_trials,prior_ect,antidepressant,benzodiazepine,mood_stabiliser,start_year,setting,end_day,end_reason",
      (id) => [
        `${id},1,clinic-01,BIPOLAR,KETAMINE_IV,NONE,44,FEMALE,2,false,true,false,false,2023,CLINIC,60,COMPLETED`,
      ],
    ),
    "sessions.csv": lines("patient,course,number,day", (id) =>
      [0, 3, 7].map((day, at) => `${id},1,${at + 1},${day}`),
    ),
    "scores.csv": lines("patient,course,instrument,day,total", (id) =>
      [0, 28].map((day) => `${id},1,PHQ9,${day},${day === 0 ? 20 : 4}`),
    ),
    "side_effects.csv": "patient,course,session,term\n",
  };
  const folder = mkdtempSync(join(tmpdir(), "afterglow-fakes-"));
  try {
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    const { problems } = await importPackage(database, folder, { dataset });
    if (problems.length > 0) throw new Error(JSON.stringify(problems));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
