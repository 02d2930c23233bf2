// The endpoint rules in words. The instruments' own cut-offs stand in their table.
import { changeCategories, maintenanceRules, relapseRules, responseRules } from "@afterglow/shared";
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
    "Of those in response at the end of induction, that is at the last score 1 to 14 days after the last induction session. Time zero is the day of that score, not the first session. Up to 365 days.",
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
