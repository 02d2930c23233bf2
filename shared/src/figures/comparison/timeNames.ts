/** What the two kinds of compared times, onset and durability, are called, and how far their axes go. */
import type { CompareState } from "../../compare";
import { relapseRules } from "../../outcome";
import { inSentence } from "../../vocabulary/entry";
import { durabilityAxis } from "../durability";
import { onsetAxis } from "../onset";

export function timeNames({ options, outcome }: Pick<CompareState, "options" | "outcome">) {
  if (options.times === "ONSET")
    return {
      title: "Onset",
      definition: "First day with a response, among cases at baseline with a later score",
      stays: "Responded at least once",
      verb: "had responded",
      ofWhom: "patients",
      patients: "Cases at baseline with a later score",
      time: "Day",
      spent: "Days to response",
      restricted: "Mean days to response (RMST)",
      axis: { ...onsetAxis, timeTitle: "Days after the first session" },
      event: "Event: the first response. Those who never responded are censored at their last score.",
    };
  const relapse = outcome.relapse.includes("RELAPSE");
  return {
    title: "Durability",
    definition: "Staying in response after the end of induction, among responders",
    stays: relapse ? "Not relapsed" : "Still in response",
    verb: relapse ? "had not relapsed" : "were still in response",
    ofWhom: "responders",
    patients: "Responders at the end of induction",
    time: "Week",
    spent: "Weeks in response",
    restricted: "Mean weeks in response (RMST)",
    axis: {
      ...durabilityAxis(Number(options.weeks)),
      timeTitle: "Weeks after the last score of induction",
    },
    event: `Event: ${inSentence(relapseRules[outcome.relapse])}. Time zero is the last score of induction, not the first session.`,
  };
}
