// Third step: what each course has of each instrument under each response rule: the scores that count, one a day (a
// reading), judged against the baseline, and gathered into endpoints and visits. The rules of one score against one
// baseline are those of shared's endpointRules, on burdens. A work table; no dimensions of the course yet, and no row of
// a release.
import { changeCategoryByCode, visitByCode } from "@afterglow/shared";
import { visitColumns } from "./analysisColumns";
import {
  DURABILITY_HORIZON_DAYS,
  DURABILITY_ZERO_WITHIN_DAYS,
  ONSET_HORIZON_DAYS,
} from "./endpointDefinitions";
import type { Ask } from "./publication";
import { instrumentValues, responseRuleValues, targetOf, visitOfDay } from "./vocabularySql";
import { deriveByCourse } from "../database/workTable";

const baseline = visitByCode("BASELINE");

/** Of several scores on one day the latest hour wins; scores of day 0 after dosing are none. */
const readings = (courses: string): string => `
  select *, lag(day) over in_order as previous_day, lead(burden) over in_order as next_burden,
    2 * abs(day - ${targetOf("visit")}) + (day > ${targetOf("visit")})::integer as far_from_target
  from (
    select distinct on (p.id, i.number::smallint, s.day)
      p.id as course_id, i.number::smallint as instrument, s.day, s.total as score,
      (case when i.higher_is_better then i.highest - s.total else s.total - i.lowest end)::smallint as burden,
      s.suicidality as item,
      ${visitOfDay("s.day")} as visit
    from ${courses} p
    join score s on s.dataset_id = $1 and s.patient = p.patient and s.course = p.course
    join ${instrumentValues("i")} on i.code = s.instrument
    where not (s.day = 0 and s.hour > 0)
    order by p.id, i.number::smallint, s.day, s.hour desc
  ) daily
  window in_order as (partition by course_id, instrument order by day)`;

// The least or the greatest of whole numbers of which the first decides brings the others along: by thousands, which no
// day of a window, score or item reaches. No item is 999.
const NO_ITEM = 999;
const withScore = (decides: string): string =>
  `(((${decides})::bigint * 1000 + r.score) * 1000 + coalesce(r.item, ${NO_ITEM}))`;
const scoreOf = (packed: string): string => `(${packed} / 1000 % 1000)`;
const itemOf = (packed: string): string => `nullif(${packed} % 1000, ${NO_ITEM})`;

const endsInduction = `r.day between e.last_induction_day + 1 and e.last_induction_day + ${DURABILITY_ZERO_WITHIN_DAYS}`;

/** One row a course and instrument with any reading. */
const measured = `
  select r.course_id, r.instrument,
    max(${withScore(`r.day - (${baseline.from})`)}) filter (where r.day between ${baseline.from} and ${baseline.to}) as at_baseline,
    bool_or(r.day > 0) as later_score,
    max(r.day) as last_day,
    coalesce(max(r.day) filter (where r.day between 1 and ${ONSET_HORIZON_DAYS}), 0) as onset_last_day,
    floor(0.5 + percentile_cont(0.5) within group (order by r.day - r.previous_day)
      filter (where r.previous_day >= 0 and r.day <= ${ONSET_HORIZON_DAYS})) as onset_gap_days,
    max(r.day * 1000 + r.burden) filter (where ${endsInduction}) as at_zero
  from reading r
  left join publishing_exposure e on e.course_id = r.course_id
  group by r.course_id, r.instrument`;

/**
 * What each reading is judged by. `need` is the improvement that makes a response, times 100 so that a share of the
 * baseline stays whole; null where there is no response to be had (no baseline, none to lose).
 */
const judged = `
  select n.*,
    n.is_case and n.later_score as evaluable,
    case when n.is_case and 100 * (n.baseline_burden - n.at_zero % 1000) >= n.need then n.at_zero / 1000 end as durable_from
  from (
    select b.*, r.rule::smallint as rule,
      coalesce(b.baseline_burden >= b.caseness_burden, false) as is_case,
      case
        when b.baseline_burden is null then null
        when r.points is not null then 100 * r.points
        when b.baseline_burden > 0 then r.percent * b.baseline_burden
      end as need
    from (
      select m.*, i.caseness_burden, i.remission_burden, i.smallest_change,
        ${scoreOf("m.at_baseline")} as baseline, ${itemOf("m.at_baseline")} as item_baseline,
        case when i.higher_is_better then i.highest - ${scoreOf("m.at_baseline")}
          else ${scoreOf("m.at_baseline")} - i.lowest end as baseline_burden
      from measured m
      join ${instrumentValues("i")} on i.number = m.instrument
    ) b
    join ${responseRuleValues("r")} on r.instrument = b.instrument
  ) n`;

/** Each reading under each rule. A missing `need` makes no response, a missing next reading confirms nothing. */
const answered = `
    select j.course_id, j.instrument, j.rule, r.day, r.score, r.item, r.visit, r.far_from_target,
      case when j.evaluable and r.day between 1 and ${ONSET_HORIZON_DAYS} then r.day end as onset_day,
      case when r.day - j.durable_from between 1 and ${DURABILITY_HORIZON_DAYS}
        then r.day - j.durable_from end as durable_days,
      case when r.previous_day >= j.durable_from then r.day - r.previous_day end as durable_gap,
      coalesce(100 * (j.baseline_burden - r.burden) >= j.need, false) as response,
      100 * (j.baseline_burden - r.next_burden) >= j.need as next_response,
      r.burden >= j.caseness_burden as relapse,
      r.next_burden >= j.caseness_burden as next_relapse,
      r.burden <= j.remission_burden as remission,
      case
        when j.baseline_burden is null then null
        when r.burden <= j.remission_burden then ${changeCategoryByCode("REMISSION").number}
        when 100 * (j.baseline_burden - r.burden) >= j.need then ${changeCategoryByCode("RESPONSE").number}
        when 200 * (j.baseline_burden - r.burden) >= j.need then ${changeCategoryByCode("PARTIAL").number}
        when r.burden - j.baseline_burden >= j.smallest_change then ${changeCategoryByCode("WORSE").number}
        else ${changeCategoryByCode("UNCHANGED").number}
      end as change
    from judged j
    join reading r on r.course_id = j.course_id and r.instrument = j.instrument`;

const onset = (name: string, condition: string): string =>
  `min(onset_day) filter (where ${condition}) as ${name}_day`;

const durable = (name: string, condition: string): string =>
  `min(durable_days) filter (where ${condition}) as ${name}_days`;

/** The one reading that stands for a visit's window: nearest to the target, the earlier on a tie. */
const nearest = ({ number, name }: { number: number; name: string }): string =>
  `min(${withScore("r.far_from_target * 10 + coalesce(r.change, 0)")}) filter (where visit = ${number}) as at_${name}`;
const changeOf = (packed: string): string => `nullif(${packed} / 1000000 % 10, 0)`;

/** The readings of each course, instrument and rule, gathered into one row. */
const outcome = `
  select course_id, instrument, rule,
    ${onset("response", "response")},
    ${onset("confirmed", "response and next_response")},
    ${onset("remission", "remission")},
    ${durable("loss", "not response")},
    ${durable("confirmed_loss", "not response and not next_response")},
    ${durable("relapse", "relapse")},
    ${durable("confirmed_relapse", "relapse and next_relapse")},
    floor(0.5 + percentile_cont(0.5) within group (order by durable_gap) filter (where durable_gap is not null))
      as durability_gap_days,
    ${visitColumns.map(nearest).join(",\n    ")}
  from (${answered}
  ) r
  group by course_id, instrument, rule`;

/** Sessions on earlier days: the session of the day itself comes after its score. */
const sessionsBefore = (day: string): string =>
  `case when ${day} is not null then coalesce(width_bucket(${day} - 1, e.session_days), 0) end`;

const columns = `
  j.baseline::smallint, j.is_case, j.later_score, j.last_day,
  case when j.evaluable then j.onset_last_day end as onset_last_day,
  case when j.evaluable then ${sessionsBefore("j.onset_last_day")} end as onset_last_sessions,
  case when j.evaluable then j.onset_gap_days end as onset_gap_days,
  ${["response", "confirmed", "remission"].map((name) => `o.${name}_day, ${sessionsBefore(`o.${name}_day`)} as ${name}_sessions`).join(",\n  ")},
  j.durable_from as durability_zero_day,
  case when j.durable_from is not null then least(j.last_day - j.durable_from, ${DURABILITY_HORIZON_DAYS}) end
    as durability_last_days,
  o.durability_gap_days,
  o.loss_days, o.confirmed_loss_days, o.relapse_days, o.confirmed_relapse_days,
  e.maintenance_days[width_bucket(j.durable_from, e.maintenance_days) + 1] - j.durable_from as maintenance_days,
  ${visitColumns.map(({ name }) => `${scoreOf(`o.at_${name}`)}::smallint as score_${name}`).join(", ")},
  ${visitColumns.map(({ name }) => `${changeOf(`o.at_${name}`)}::smallint as change_${name}`).join(", ")},
  ${itemOf("j.at_baseline")}::smallint as item_baseline,
  ${visitColumns.map(({ name }) => `${itemOf(`o.at_${name}`)}::smallint as item_${name}`).join(", ")}`;

const measures = (courses: string): string => `
with reading as (${readings(courses)}
), measured as (${measured}
), judged as (${judged}
), outcome as (${outcome}
)
select j.course_id, j.instrument, j.rule, ${columns}
from judged j
join outcome o on o.course_id = j.course_id and o.instrument = j.instrument and o.rule = j.rule
left join publishing_exposure e on e.course_id = j.course_id`;

/** Makes publishing_measure. */
export async function deriveMeasures(ask: Ask, datasetId: number): Promise<void> {
  await deriveByCourse(ask, {
    name: "publishing_measure",
    query: measures,
    datasetId,
    counted: ["course_id", "instrument", "rule"],
  });
}
