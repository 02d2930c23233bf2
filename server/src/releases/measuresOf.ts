// What each course has of each instrument under each response rule: the scores that count, one a day (a reading), judged
// against the baseline, and gathered into endpoints and visits. The rules of one score against one baseline are those of
// shared's endpointRules, on burdens. No dimensions of the course; nothing is run here.
import { changeCategoryByCode, visitByCode, visitByNumber } from "@afterglow/shared";
import { visitColumns } from "./analysisColumns";
import {
  DURABILITY_HORIZON_DAYS,
  DURABILITY_ZERO_WITHIN_DAYS,
  ONSET_HORIZON_DAYS,
} from "./endpointDefinitions";
import { instrumentOfMeasure, measureValues, ruleOfMeasure, visitOfDay } from "./vocabularySql";
import { amongThem } from "../database/workTable";

const baseline = visitByCode("BASELINE");

// The least or the greatest of whole numbers of which the first decides brings the others along: by thousands, which no
// day of a window, score or item reaches. No item is 999.
const NO_ITEM = 999;
const withScore = (decides: string): string =>
  `(((${decides})::bigint * 1000 + score) * 1000 + coalesce(item, ${NO_ITEM}))`;
const scoreOf = (packed: string): string => `(${packed} / 1000 % 1000)`;
const itemOf = (packed: string): string => `nullif(${packed} % 1000, ${NO_ITEM})`;

/** Of several scores on one day the latest hour wins; scores of day 0 after dosing are none. */
const daily = (courses: string): string => `
              select distinct on (y.measure, p.id, s.day)
                p.id as course_id, y.measure, s.day, s.total as score, s.suicidality as item, e.last_induction_day
              from ${courses} p
              left join publishing_exposure e on e.course_id = p.id and ${amongThem("e.course_id")}
              join score s on s.dataset_id = $1 and s.patient = p.patient and s.course = p.course
              join ${measureValues("y")} on y.code = s.instrument
              where not (s.day = 0 and s.hour > 0)
              order by y.measure, p.id, s.day, s.hour desc`;

const isBaseline = `day between ${baseline.from} and ${baseline.to}`;
const endsInduction = `day between last_induction_day + 1 and last_induction_day + ${DURABILITY_ZERO_WITHIN_DAYS}`;

/** Each reading with those before and after it, with the baseline, and with the last one after induction. */
const readings = (courses: string): string => `
            select course_id, measure, day, score, item, ${visitOfDay("day")} as visit,
              lag(day) over in_order as previous_day, lead(score) over in_order as next_score,
              max(${withScore(`day - (${baseline.from})`)}) filter (where ${isBaseline}) over in_order as at_baseline,
              max(day * 1000 + score) filter (where ${endsInduction}) over in_order as at_zero
            from (${daily(courses)}
            ) daily
            window in_order as (partition by measure, course_id order by day
              rows between unbounded preceding and unbounded following)`;

const burdenOf = (score: string): string => `y.sign * (${score} - y.best)`;

/** The same as burdens. Levels apart (`offset 0`), so that what one works out the next does not work out again. */
const burdens = (courses: string): string => `
          select r.*, y.caseness_burden, y.remission_burden, y.smallest_change, y.percent, y.points,
            ${burdenOf("r.score")} as burden, ${burdenOf("r.next_score")} as next_burden,
            ${burdenOf(scoreOf("r.at_baseline"))} as baseline_burden, ${burdenOf("r.at_zero % 1000")} as zero_burden
          from (${readings(courses)}
          ) r
          join ${measureValues("y")} on y.measure = r.measure
          offset 0`;

/**
 * `need` is the improvement that makes a response, times 100 so that a share of the baseline stays whole; null where
 * there is no response to be had (no baseline, none to lose).
 */
const judged = (courses: string): string => `
        select *, 100 * (baseline_burden - burden) as gain,
          coalesce(baseline_burden >= caseness_burden, false) as is_case,
          case
            when baseline_burden is null then null
            when points is not null then 100 * points
            when baseline_burden > 0 then percent * baseline_burden
          end as need
        from (${burdens(courses)}
        ) b
        offset 0`;

/** A missing `need` makes no response, a missing next reading confirms nothing. */
const answered = (courses: string): string => `
      select *,
        case when is_case and 100 * (baseline_burden - zero_burden) >= need then at_zero / 1000 end as durable_from,
        coalesce(gain >= need, false) as response,
        100 * (baseline_burden - next_burden) >= need as next_response,
        burden >= caseness_burden as relapse,
        next_burden >= caseness_burden as next_relapse,
        burden <= remission_burden as remission,
        case
          when baseline_burden is null then 0
          when burden <= remission_burden then ${changeCategoryByCode("REMISSION").number}
          when gain >= need then ${changeCategoryByCode("RESPONSE").number}
          when 2 * gain >= need then ${changeCategoryByCode("PARTIAL").number}
          when burden - baseline_burden >= smallest_change then ${changeCategoryByCode("WORSE").number}
          else ${changeCategoryByCode("UNCHANGED").number}
        end as change
      from (${judged(courses)}
      ) j
      offset 0`;

const medianOf = (gap: string, condition: string): string =>
  `floor(0.5 + percentile_cont(0.5) within group (order by ${gap}) filter (where ${condition}))`;

const inOnset = `day between 1 and ${ONSET_HORIZON_DAYS}`;
const onset = (name: string, condition: string): string =>
  `min(day) filter (where ${inOnset} and ${condition}) as ${name}_day`;

const durable = (name: string, condition: string): string =>
  `min(day - durable_from)
      filter (where day - durable_from between 1 and ${DURABILITY_HORIZON_DAYS} and ${condition}) as ${name}_days`;

/** The one reading that stands for a visit's window: nearest to the target, the earlier on a tie. */
const nearest = ({ number, name }: { number: number; name: string }): string => {
  const { target } = visitByNumber(number);
  const far = `2 * abs(day - ${target}) + (day > ${target})::integer`;
  return `min(${withScore(`(${far}) * 10 + change`)}) filter (where visit = ${number}) as at_${name}`;
};
const changeOf = (packed: string): string => `nullif(${packed} / 1000000 % 10, 0)`;

/** The readings of each course, instrument and rule, gathered into one row. */
const gathered = (courses: string): string => `
    select course_id, measure,
      max(at_baseline) as at_baseline,
      bool_or(is_case) as is_case,
      bool_or(day > 0) as later_score,
      max(day) as last_day,
      coalesce(max(day) filter (where ${inOnset}), 0) as onset_last_day,
      ${medianOf("day - previous_day", `previous_day >= 0 and day <= ${ONSET_HORIZON_DAYS}`)} as onset_gap_days,
      ${onset("response", "response")},
      ${onset("confirmed", "response and next_response")},
      ${onset("remission", "remission")},
      max(durable_from) as durable_from,
      ${durable("loss", "not response")},
      ${durable("confirmed_loss", "not response and not next_response")},
      ${durable("relapse", "relapse")},
      ${durable("confirmed_relapse", "relapse and next_relapse")},
      ${medianOf("day - previous_day", "previous_day >= durable_from")} as durability_gap_days,
      ${visitColumns.map(nearest).join(",\n      ")}
    from (${answered(courses)}
    ) a
    group by measure, course_id`;

/** Sessions on earlier days: the session of the day itself comes after its score. */
const sessionsBefore = (day: string): string =>
  `case when ${day} is not null then coalesce(width_bucket(${day} - 1, e.session_days), 0) end`;

const ifEvaluable = (value: string): string => `case when o.is_case and o.later_score then ${value} end`;
const onsetColumns = (name: string): string =>
  `${ifEvaluable(`o.${name}_day`)} as ${name}_day, ${ifEvaluable(sessionsBefore(`o.${name}_day`))} as ${name}_sessions`;

const visitColumnsOf = (prefix: string, part: (packed: string) => string): string =>
  visitColumns.map(({ name }) => `${part(`o.at_${name}`)}::smallint as ${prefix}_${name}`).join(", ");

/** One row a course, instrument and response rule. */
export const measuresOf = (courses: string): string => `
select o.course_id, ${instrumentOfMeasure("o.measure")} as instrument, ${ruleOfMeasure("o.measure")} as rule,
  ${scoreOf("o.at_baseline")}::smallint as baseline, o.is_case, o.later_score, o.last_day,
  ${["onset_last", "response", "confirmed", "remission"].map(onsetColumns).join(",\n  ")},
  ${ifEvaluable("o.onset_gap_days")} as onset_gap_days,
  o.durable_from as durability_zero_day,
  case when o.durable_from is not null then least(o.last_day - o.durable_from, ${DURABILITY_HORIZON_DAYS}) end
    as durability_last_days,
  o.durability_gap_days,
  o.loss_days, o.confirmed_loss_days, o.relapse_days, o.confirmed_relapse_days,
  e.maintenance_days[width_bucket(o.durable_from, e.maintenance_days) + 1] - o.durable_from as maintenance_days,
  ${itemOf("o.at_baseline")}::smallint as item_baseline,
  ${visitColumnsOf("score", scoreOf)},
  ${visitColumnsOf("change", changeOf)},
  ${visitColumnsOf("item", itemOf)}
from (${gathered(courses)}
) o
left join publishing_exposure e on e.course_id = o.course_id and ${amongThem("e.course_id")}`;
