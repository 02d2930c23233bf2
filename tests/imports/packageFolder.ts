// A small, valid data package in a temporary folder, with the changes that a test asks for.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dataPackage, templateMetadata } from "../../server/src/imports/dataPackage";

export const validFiles: Readonly<Record<string, string>> = {
  "datapackage.json": JSON.stringify(dataPackage({ ...templateMetadata, name: "clinic-study" })),
  "courses.csv": `patient,course,clinic,condition,comorbid_conditions,modality,psychotherapy,age_years,sex,prior_trials,prior_ect,start_year,end_day,end_reason
p1,1,north,TRD,PTSD;OCD,KETAMINE_IV,ASSISTED,44,FEMALE,3,true,2023,60,COMPLETED
p1,2,north,TRD,,KETAMINE_IV,,45,FEMALE,3,true,2024,,ONGOING
p2,1,south,PTSD,,ESKETAMINE_INTRANASAL,NONE,90,OTHER,,false,2023,20,LOST_TO_FOLLOW_UP
`,
  "sessions.csv": `patient,course,number,day,dose_mg_per_kg,systolic_before,systolic_peak,diastolic_before,diastolic_peak,cost_usd,vitals_monitored
p1,1,1,0,0.5,120,140,80,90,450.50,true
p1,1,2,3,0.5,,,,,,
p1,2,1,0,0.75,,,,,,
p2,1,1,0,,118,130,75,84,,false
`,
  "scores.csv": `patient,course,instrument,day,hour,total,suicidality
p1,1,PHQ9,-3,,20,1
p1,1,PHQ9,7,,9,0
p1,1,GAD7,0,,12,
p1,1,CADSS,0,1,30,
p2,1,PCL5,0,,50,
p2,1,PCL5,0,,50,
`,
  "side_effects.csv": `patient,course,session,term,severity,serious,onset_min,duration_min,action_taken,ascertained_by
p1,1,1,NAUSEA,MILD,false,15,40,NONE,CHECKLIST
p2,1,1,DIZZINESS,,,,,,
`,
};

const folders: string[] = [];

/** undefined takes a file away. */
export function packageFolder(changes: Readonly<Record<string, string | Buffer | undefined>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "afterglow-package-"));
  folders.push(folder);
  for (const [file, content] of Object.entries({ ...validFiles, ...changes })) {
    if (content !== undefined) writeFileSync(join(folder, file), content);
  }
  return folder;
}

export function removePackageFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
