// The statistical conventions, which figure uses what, and each statistic as the code that computes it tells it.
import {
  compareFigures,
  figures as cohortFigures,
  inSentence,
  statisticMethods,
  statisticNames,
  type StatisticId,
} from "@afterglow/shared";
import { Fragment } from "react";
import { StatisticEntry } from "./StatisticEntry";

const conventions = [
  [
    "Time to event",
    "Kaplan-Meier with a log-log 95% band; onset is shown as 1 minus it. Censored on a day counts as at risk on that day. Not reached is an answer.",
  ],
  [
    "Maintenance as a competing event",
    "Aalen-Johansen cumulative incidence of loss and of maintenance first, with a log-log 95% band; 1 minus Kaplan-Meier would be too high. Not shown where fewer had maintenance first, or were otherwise lost, than may be shown.",
  ],
  [
    "Trajectory",
    "Observed scores at each visit; nothing is imputed. Those who leave are not in the later means, which may flatter them. By each condition's own instrument, means are percent of baseline.",
  ],
  [
    "Missing data",
    "Response at a visit by observed cases, by non-response imputation (a missing patient has not responded) and by the last observation carried forward, each with Wilson's interval. No value is estimated, and the intervals know nothing of the imputation.",
  ],
  [
    "Cost over responders or sessions; share of sessions",
    "Ratio of means of patients, Fieller's 95% interval: a patient's sessions count together. Where the denominator is not apart from 0 there is no interval.",
  ],
  [
    "Month in response",
    "Mean months within 26 weeks: the area under the durability curve as it is shown, up to day 182, over 30.44.",
  ],
  [
    "Clinics",
    "Exact binomial limits, 95% and 99.8%, around the share of all clinics together. Adjusted share: observed over expected, times the overall share. A clinic lies outside only where rounding cannot have put it there.",
  ],
  [
    "Comparison",
    "Each cohort against the first, A, unadjusted beside adjusted by inverse-probability weights. A pair is not comparable where a standardized difference stays over 0.1 after weighting, where weighting keeps the information of fewer than half of a cohort's patients, or where a characteristic of one is found in too few of the other: then no adjusted number is given. Cohorts that can share patients are not tested.",
  ],
  ["Baseline table", "n (%) and mean (SD). No P values: the groups were not allocated by chance."],
  [
    "Unit and order",
    "The unit is the patient, through the first course in the dataset unless the cohort says otherwise. All estimates are computed after disclosure control, from the counts that are shown.",
  ],
  [
    "No estimate",
    "Where there is none, a reason stands in the place of the number: below in capitals, such as NO_EVENTS or SEPARATION.",
  ],
  [
    "Held to R",
    "Each statistic is tested against the results of the R call that stands with it: to 1e-9, iterated fits to 1e-6.",
  ],
] as const;

const figures = [
  ...cohortFigures,
  ...compareFigures.map((figure) => ({ ...figure, title: `Compare: ${inSentence(figure.title)}` })),
];
const inFigures = new Set(figures.flatMap(({ statistics }) => statistics));
/** Those of the figures first, in the figures' order; then the rest, by name. */
const inOrder = [...inFigures, ...statisticMethods.map(({ id }) => id).filter((id) => !inFigures.has(id))];
const rest = inOrder.filter((id) => !inFigures.has(id));

const uses = [
  ...figures.map(({ title, statistics }) => ({ title, ids: statistics })),
  { title: "In no figure of its own", ids: rest },
].filter(({ ids }) => ids.length > 0);

export function StatisticsMethods() {
  return (
    <>
      <dl className="terms">
        {conventions.map(([term, text]) => (
          <div className="term" key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <div className="statistic">
        <h3>Which figure uses what</h3>
        <dl className="terms">
          {uses.map(({ title, ids }) => (
            <div className="term" key={title}>
              <dt>{title}</dt>
              <dd>
                <Links ids={ids} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
      {inOrder.map((id) => (
        <StatisticEntry
          key={id}
          id={id}
          figures={figures.filter(({ statistics }) => statistics.includes(id)).map(({ title }) => title)}
        />
      ))}
    </>
  );
}

function Links({ ids }: { ids: readonly StatisticId[] }) {
  return ids.map((id, at) => (
    <Fragment key={id}>
      {at > 0 && ", "}
      <a href={`#${id}`}>{statisticNames[id]}</a>
    </Fragment>
  ));
}
