/** What a session is called where they are counted, and how far the axis goes. */
import type { ExploreState } from "../explore";

/** An infusion, unless the cohort names treatments that are none. */
export const sessionWord = ({ cohort }: ExploreState): "infusion" | "session" =>
  (cohort.modality ?? []).every((code) => code === "KETAMINE_IV") ? "infusion" : "session";

/** Six infusions are the usual induction; an ECT course is longer, and the rows under the axis end at eight. */
export const lastSession = (state: ExploreState): number => (sessionWord(state) === "infusion" ? 6 : 8);
