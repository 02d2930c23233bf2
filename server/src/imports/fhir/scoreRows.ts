// Observations and QuestionnaireResponses, read a second time and streamed into the rows of scores.
import type { ClinicalExport, ClinicalRow, Known } from "../clinical/clinicalExport";
import { ScoreRows } from "../clinical/scoreRows";
import type { FhirFiles } from "./fhirFiles";
import { toldByObservation, toldByResponse } from "./questionnaires";
import { readResources } from "./readResources";
import { assessedAt } from "./survey";

export const scoreRows = (files: FhirFiles) =>
  async function* (whole: ClinicalExport, known: Known): AsyncGenerator<ClinicalRow> {
    const rows = new ScoreRows(whole, known);
    for (const file of files.all) {
      if (!file.types.has("Observation") && !file.types.has("QuestionnaireResponse")) continue;
      for await (const found of readResources(file.path)) {
        if (!("type" in found)) continue;
        const { type, resource } = found;
        if (type !== "Observation" && type !== "QuestionnaireResponse") continue;
        const told = type === "Observation" ? toldByObservation(resource) : toldByResponse(resource);
        yield* rows.of(assessedAt({ row: found.row + file.offset, type }, resource), told);
      }
    }
    yield* rows.ofItems();
  };
