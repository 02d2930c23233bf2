// Second step: the scores that count, one a day (a reading), with what stands before and after each; then what each
// course has of each instrument: baseline, last score, the score that ends induction; then the severity, which
// completes the dimensions. Work tables; no rule of response here.
import { visitByCode } from "@afterglow/shared";
import { dimensionColumns } from "./analysisColumns";
import { DURABILITY_ZERO_WITHIN_DAYS, LAST_DUE_DAY, ONSET_HORIZON_DAYS } from "./endpointDefinitions";
import type { Ask } from "./publication";
import { makeWorkTable } from "./workTable";
import { instrumentValues, severityBandValues, targetOf, visitOfDay } from "./vocabularySql";

const baseline = visitByCode("BASELINE");

/**
 * publishing_reading. Of several scores on one day the latest hour wins; scores of day 0 after dosing are none.
 * `visit` marks the one reading that stands for its window: nearest to the target, the earlier on a tie. Visits
 * follow each other by day, so ordering by (visit, day) is ordering by day, and one sort serves both windows.
 */
const readings = `
select course_id, instrument, day, score, burden, item,
  lag(day) over in_order as previous_day,
  lead(burden) over in_order as next_burden,
  (case when far_from_target = min(far_from_target) over (partition by course_id, instrument, visit)
    then visit end)::smallint as visit
from (
  select *, 2 * abs(day - target) + (day > target)::integer as far_from_target
  from (
    select *, ${targetOf("visit")} as target
    from (
      select distinct on (p.id, i.number, s.day)
        p.id as course_id, i.number::smallint as instrument, s.day, s.total as score,
        (case when i.higher_is_better then i.highest - s.total else s.total - i.lowest end)::smallint as burden,
        s.suicidality as item,
        ${visitOfDay("s.day")} as visit
      from score s
      join publishing_course p on p.patient = s.patient and p.course = s.course
      join ${instrumentValues("i")} on i.code = s.instrument
      where s.dataset_id = $1 and not (s.day = 0 and s.hour > 0)
      order by p.id, i.number, s.day, s.hour desc
    ) daily
  ) aimed
) near
window in_order as (partition by course_id, instrument order by visit, day)`;

const isBaseline = `r.day between ${baseline.from} and ${baseline.to}`;
const endsInduction = `r.day between e.last_induction_day + 1 and e.last_induction_day + ${DURABILITY_ZERO_WITHIN_DAYS}`;

/** publishing_measured: one row a course and instrument with any reading. */
const measured = `
select r.course_id, r.instrument,
  (array_agg(r.score order by r.day desc) filter (where ${isBaseline}))[1] as baseline,
  (array_agg(r.burden order by r.day desc) filter (where ${isBaseline}))[1] as baseline_burden,
  (array_agg(r.item order by r.day desc) filter (where ${isBaseline}))[1] as item_baseline,
  bool_or(r.day > 0) as later_score,
  max(r.day) as last_day,
  coalesce(max(r.day) filter (where r.day between 1 and ${ONSET_HORIZON_DAYS}), 0) as onset_last_day,
  floor(0.5 + percentile_cont(0.5) within group (order by r.day - r.previous_day)
    filter (where r.previous_day >= 0 and r.day <= ${ONSET_HORIZON_DAYS})) as onset_gap_days,
  max(r.day) filter (where ${endsInduction}) as zero_day,
  (array_agg(r.burden order by r.day desc) filter (where ${endsInduction}))[1] as zero_burden
from publishing_reading r
left join publishing_exposure e on e.course_id = r.course_id
group by r.course_id, r.instrument`;

const own = new Set(["protocol", "maintenance", "severity"]);
const plainDimensions = dimensionColumns.filter((column) => !own.has(column)).map((column) => `p.${column}`);

/**
 * publishing_cohort: every course with all its dimensions. Severity is the band of the baseline of the condition's
 * own instrument; without one, of the first instrument of the vocabulary that has one.
 */
const cohort = `
select p.id as course_id, p.patient, p.course, p.own_instrument, p.age_years, e.session_days,
  coalesce(e.sessions, 0) as sessions,
  coalesce(e.induction_sessions, 0) as induction_sessions,
  coalesce(e.protocol, 0) as protocol,
  coalesce(e.maintenance, 0) as maintenance,
  coalesce(s.severity, 0) as severity,
  case when p.ongoing then coalesce(p.end_day, greatest(e.last_session_day, m.last_day, 0)) else ${LAST_DUE_DAY} end
    as expected_to_day,
  ${plainDimensions.join(", ")}
from publishing_course p
left join publishing_exposure e on e.course_id = p.id
left join (select course_id, max(last_day) as last_day from publishing_measured group by course_id) m
  on m.course_id = p.id
left join (
  select distinct on (b.course_id) b.course_id, band.severity
  from publishing_measured b
  join publishing_course q on q.id = b.course_id
  join ${severityBandValues("band")}
    on band.instrument = b.instrument and b.baseline between band.from_score and band.to_score
  order by b.course_id, (b.instrument = q.own_instrument) is true desc, b.instrument
) s on s.course_id = p.id`;

/** Makes publishing_reading, publishing_measured and publishing_cohort. */
export async function deriveReadings(ask: Ask, datasetId: number): Promise<void> {
  const key = ["course_id", "instrument"];
  await makeWorkTable(ask, {
    name: "publishing_reading",
    query: readings,
    values: [datasetId],
    key,
    counted: key,
  });
  await makeWorkTable(ask, { name: "publishing_measured", query: measured, key, counted: key });
  await makeWorkTable(ask, {
    name: "publishing_cohort",
    query: cohort,
    key: ["course_id"],
    counted: ["course_id", "patient"],
  });
}
