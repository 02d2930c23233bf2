// The statistical conventions, each with the R call that gives the same numbers.
import { VocabularyTable } from "../VocabularyTable";

const conventions = [
  [
    "Onset and durability",
    "Kaplan-Meier, Greenwood's variance, log-log 95% interval; onset is shown as 1 minus it. Censored on a day counts as at risk on that day. No interval where the estimate is 0 or 1.",
    'survfit(conf.type = "log-log")',
    "Kaplan EL, Meier P. J Am Stat Assoc 1958;53:457-481.",
  ],
  [
    "Median time",
    "Where the curve crosses one half; where it lies flat at one half, the midpoint. Interval from where the band crosses. Not reached is an answer.",
    "quantile(survfit)",
    "Brookmeyer R, Crowley J. Biometrics 1982;38:29-41.",
  ],
  [
    "Share",
    "Wilson's 95% interval. With a denominator of 0 there is no estimate.",
    "prop.test(correct = FALSE)",
    "Wilson EB. J Am Stat Assoc 1927;22:209-212.",
  ],
  [
    "Mean",
    "Student's t 95% interval, from n, sum and sum of squares.",
    "t.test",
    "Student. Biometrika 1908;6:1-25.",
  ],
  [
    "Trajectory",
    "Observed scores at each visit; nothing is imputed. Those who leave are not in the later means, which may flatter them. By each condition's own instrument, means are percent of baseline.",
    "t.test",
    "",
  ],
  [
    "Cost over responders or sessions; share of sessions",
    "Ratio of means of patients, Fieller's 95% interval: a patient's sessions count together. Where the denominator is not apart from 0 there is no interval.",
    "svyratio; the limits are where t.test(x - R * y) has P = .05",
    "Fieller EC. J R Stat Soc B 1954;16:175-185. Briggs A, Fenn P. Health Econ 1998;7:723-740.",
  ],
  [
    "Month in response",
    "Mean months within 26 weeks: the area under the durability curve as it is shown, up to day 182, over 30.44.",
    "survfit, rmean",
    "Royston P, Parmar MKB. BMC Med Res Methodol 2013;13:152.",
  ],
  ["Baseline table", "n (%) and mean (SD). No P values.", "table, mean, sd", ""],
] as const;

export function StatisticsMethods() {
  return (
    <>
      <VocabularyTable
        label="Statistics"
        columns={["What", "Convention", "The same in R", "Source"]}
        rows={conventions}
      />
      <p className="prose">
        The unit is the patient, through the first course in the dataset unless the cohort says otherwise. All
        estimates are computed after disclosure control, from the counts that are shown.
      </p>
    </>
  );
}
