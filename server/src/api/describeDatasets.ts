// The datasets for the Data page: what is known of each release, with its number of patients through the gate.
import { everyone } from "@afterglow/shared";
import { cohortPatients } from "../analyses/cohortPatients";
import { releaseChanges } from "../analyses/releaseChanges";
import { release as seal, type Released } from "../disclosure/release";
import { listDatasets } from "../releases/listReleases";
import type { DoorContext } from "./doorContext";
import type { Dataset } from "./types/dataset";

export async function describeDatasets(context: DoorContext): Promise<Released<Dataset[]>> {
  const datasets = await listDatasets(context.query);
  const described = datasets.map(async ({ releases, ...dataset }) => ({
    ...dataset,
    releases: await Promise.all(
      releases.map(async (release) => ({
        ...release,
        changes: release.changes === null ? null : releaseChanges(context.policy, release.changes),
        patients: (await cohortPatients({ ...context, release }, { cohort: everyone })).result,
      })),
    ),
  }));
  return seal(context.policy, await Promise.all(described));
}
