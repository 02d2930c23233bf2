// The endpoint rules in words. The instruments' own cut-offs stand in their table.
import {
  changeCategories,
  dropoutRules,
  maintainedRules,
  maintenanceRules,
  relapseRules,
  responseRules,
} from "@afterglow/shared";
import { VocabularyTable } from "../VocabularyTable";

const endpoints = [
  ["Baseline", "The last score in the 14 days before the first session or on its day, before treatment."],
  [
    "Case at baseline",
    "A baseline at the instrument's caseness or beyond. Only then can a response be told.",
  ],
  [
    "Response",
    "Improvement since baseline that reaches the rule of the instrument, in whole numbers: a share of the baseline, or points. Where higher is better, the scale is turned round first.",
  ],
  ["Remission", "A score at the instrument's remission cut-off or better. It does not require a response."],
  [
    "Onset",
    "The first day with response, days 1 to 42. Who never responds is censored at the last score within the horizon. Confirmed: this score and the next one. By infusion: sessions on earlier days.",
  ],
  [
    "Durability",
    "Of those in response at the end of induction, that is at the last score 1 to 14 days after the last induction session. Time zero is the day of that score, not the first session: the weeks that it takes to be found a responder are not counted as weeks in response. Up to 365 days.",
  ],
  [
    "Maintenance as a competing event",
    "A patient leaves by what comes first: a loss of response, a maintenance session, or the last score. Two shares are given, of those who lost response before any maintenance and of those who had maintenance first. On one day the score came before the session; a session after the last score is not seen to come before a loss.",
  ],
  [
    "Drop-outs as losses",
    "A sensitivity analysis. Who had no event, and whose next visit after the last score came due and its window closed without a score, counts as having the event on that visit's target day: the first on which it would have been seen. Assessments are due to the last contact of an ongoing course, else to day 420; who was not due any more is censored at the last score.",
  ],
  [
    "Immortal time",
    "Whoever lost response in the second week cannot have had maintenance in the fifth. So patients grouped by the maintenance of their whole later course are not alike at time zero: those with maintenance have already stayed well until it, and that time is counted in its favour. Durability by maintenance therefore starts its clock six weeks after time zero (a landmark), with those still in response and under observation then, grouped by whether maintenance had begun by then; who lost response before it is left out of both groups. Grouping by the whole course can be asked for and carries a warning, and so does every cohort that is chosen by its maintenance. Anderson JR, Cain KC, Gelber RD. J Clin Oncol 1983;1:710-719; Suissa S. Am J Epidemiol 2008;167:492-499.",
  ],
  [
    "Side effect rate",
    "Per patient: patients with it at least once, of patients exposed. Per session: sessions with it, of sessions. The two never share an axis.",
  ],
  [
    "Seen at assessments",
    "An event is seen only when the patient is assessed, so every time-to-event figure states the median gap between assessments.",
  ],
] as const;

export function EndpointMethods() {
  return (
    <>
      <dl className="terms">
        {endpoints.map(([term, text]) => (
          <div className="term" key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <VocabularyTable
        label="Outcome rules"
        columns={["Choice", "Rules, and their words in an address"]}
        rows={[
          ["Response", rules(responseRules)],
          ["Relapse", rules(relapseRules)],
          ["Maintenance sessions", rules(maintenanceRules)],
          ["Drop-outs, in durability", rules(dropoutRules)],
          ["Durability by maintenance", rules(maintainedRules)],
        ]}
      />
      <VocabularyTable
        label="Categories of change"
        columns={["Change", "Definition"]}
        rows={[...changeCategories].map(({ label, definition }) => [label, definition])}
      />
    </>
  );
}

const rules = (table: Readonly<Record<string, string>>): string =>
  Object.entries(table)
    .map(([word, label]) => `${label} (${word})`)
    .join("; ");
