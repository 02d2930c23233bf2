/**
 * What a figure must say where patients are grouped or chosen by what happened after its clock started. To come into a
 * group of maintenance one had to stay well, or at least in contact, until its sessions: time that could not end in an
 * event is counted in the group's favour (immortal time).
 */
import type { ExploreState } from "../explore";
import { listed } from "../cohortSentence";
import { inSentence } from "../vocabulary/entry";

/** `isByLandmark`: the figure itself groups by what was known when its clock started. */
export function immortalTime(state: ExploreState, isByLandmark: boolean): string | null {
  const ways = [
    ...(state.by === "maintenance" && !isByLandmark ? ["grouped"] : []),
    ...((state.cohort.maintenance ?? []).length > 0 ? ["chosen"] : []),
  ];
  if (ways.length === 0) return null;
  return `Patients are ${listed(ways)} by what happened later. To have had maintenance they must have stayed in contact, and mostly well, until its sessions, so all this looks better with maintenance, and worse without, than what maintenance does (immortal time). Do not read the difference as its effect.`;
}

/** The warning in a caption, where nothing is set in a box. */
export const warningWords = (warning: string | null): string[] =>
  warning === null ? [] : [`Warning: ${inSentence(warning)}`];
