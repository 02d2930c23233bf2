// From the arguments of Query.cohort to a cohort that can be asked about: the release exists, and every choice is one
// of the closed grammar or, for clinics and years, one that the release has.
import { InvalidChoice, quote, UNKNOWN_CODE, type Cohort } from "@afterglow/shared";
import { findRelease, type ReleaseRecord } from "../releases/listReleases";
import type { DoorContext } from "./doorContext";
import { AskedCohort } from "./types/askedCohort";
import { cohortFrom, type CohortChoices } from "./types/inputs";

export async function askCohort(
  context: DoorContext,
  id: string,
  where: CohortChoices,
): Promise<AskedCohort> {
  const cohort = cohortFrom(where);
  const release = await askRelease(context, id);
  checkIsOf("clinic", cohort, release.clinics, release.id);
  checkIsOf("startYear", cohort, release.startYears, release.id);
  return new AskedCohort(cohort, release);
}

/** A page asks about one release many times at once: it is looked up once for all of them. */
export const lookUpRelease = (
  { lookups, queryUntil, signal, grounds }: DoorContext,
  id: string,
): Promise<ReleaseRecord | null> =>
  grounds.lookUp(id, () => lookups.join(id, (all) => findRelease(queryUntil(all), id), signal));

export async function askRelease(context: DoorContext, id: string): Promise<ReleaseRecord> {
  const release = await lookUpRelease(context, id);
  if (release === null) throw new InvalidChoice("release", `${quote(id)} is not a release; see datasets`);
  return release;
}

function checkIsOf(name: "clinic" | "startYear", cohort: Cohort, known: readonly number[], id: string): void {
  const stranger = cohort[name]?.find((code) => code !== UNKNOWN_CODE && !known.includes(Number(code)));
  if (stranger === undefined) return;
  throw new InvalidChoice(
    name,
    `${quote(stranger)} is not in release ${id}, which has ${known.join(", ") || "none"}`,
  );
}
