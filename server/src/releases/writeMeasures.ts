// Seventh step: the release's rows of analysis_measure: each course, instrument and response rule with its endpoints
// and its visits. The rules of one score against one baseline are those of shared's endpointRules, on burdens.
import { changeCategoryByCode } from "@afterglow/shared";
import { dimensionColumns, measureColumns, visitColumns } from "./analysisColumns";
import { DURABILITY_HORIZON_DAYS, ONSET_HORIZON_DAYS } from "./endpointDefinitions";
import type { Ask, Publication } from "./publication";
import { instrumentValues, responseRuleValues } from "./vocabularySql";
import { makeWorkTable } from "./workTable";

/**
 * publishing_judged: what each reading is judged by. `need` is the improvement that makes a response, times 100 so
 * that a share of the baseline stays whole; null where there is no response to be had (no baseline, none to lose).
 */
const judged = `
select j.*,
  j.is_case and j.later_score as evaluable,
  case when j.is_case and 100 * (j.baseline_burden - j.zero_burden) >= j.need then j.zero_day end as durable_from
from (
  select m.*, r.rule::smallint as rule, i.caseness_burden, i.remission_burden, i.smallest_change,
    coalesce(m.baseline_burden >= i.caseness_burden, false) as is_case,
    case
      when m.baseline_burden is null then null
      when r.points is not null then 100 * r.points
      when m.baseline_burden > 0 then r.percent * m.baseline_burden
    end as need
  from publishing_measured m
  join ${instrumentValues("i")} on i.number = m.instrument
  join ${responseRuleValues("r")} on r.instrument = m.instrument
) j`;

/** Each reading under each rule. A missing `need` makes no response, a missing next reading confirms nothing. */
const readings = `
  select j.course_id, j.instrument, j.rule, r.day, r.score, r.item, r.visit,
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
  from publishing_judged j
  join publishing_reading r on r.course_id = j.course_id and r.instrument = j.instrument`;

const onset = (name: string, condition: string): string =>
  `min(onset_day) filter (where ${condition}) as ${name}_day`;

const durable = (name: string, condition: string): string =>
  `min(durable_days) filter (where ${condition}) as ${name}_days`;

/** publishing_outcome: the readings of each course, instrument and rule, gathered into one row. */
const outcome = `
select course_id, instrument, rule,
  ${onset("response", "response")},
  ${onset("confirmed", "response and next_response")},
  ${onset("remission", "remission")},
  ${durable("loss", "not response")},
  ${durable("confirmed_loss", "not response and not next_response")},
  ${durable("relapse", "relapse")},
  ${durable("confirmed_relapse", "relapse and next_relapse")},
  floor(0.5 + percentile_cont(0.5) within group (order by durable_gap)) as durability_gap_days,
  ${visitColumns.map(({ number, name }) => `max(score) filter (where visit = ${number}) as score_${name}`).join(",\n  ")},
  ${visitColumns.map(({ number, name }) => `max(change) filter (where visit = ${number}) as change_${name}`).join(",\n  ")},
  ${visitColumns.map(({ number, name }) => `max(item) filter (where visit = ${number}) as item_${name}`).join(",\n  ")}
from (${readings}
) reading
group by course_id, instrument, rule`;

/** Sessions on earlier days: the session of the day itself comes after its score. */
const sessionsBefore = (day: string): string =>
  `case when ${day} is not null then coalesce(width_bucket(${day} - 1, c.session_days), 0) end`;

const insert = `
insert into analysis_measure (release_id, dataset_id, ${measureColumns.join(", ")})
select $2, $1, c.patient, c.course, j.instrument, j.rule,
  coalesce(j.instrument = c.own_instrument, false),
  ${dimensionColumns.map((column) => `c.${column}`).join(", ")},
  j.baseline, j.is_case, j.later_score, c.expected_to_day,
  case when j.evaluable then j.onset_last_day end,
  case when j.evaluable then ${sessionsBefore("j.onset_last_day")} end,
  case when j.evaluable then j.onset_gap_days end,
  o.response_day, ${sessionsBefore("o.response_day")},
  o.confirmed_day, ${sessionsBefore("o.confirmed_day")},
  o.remission_day, ${sessionsBefore("o.remission_day")},
  j.durable_from,
  case when j.durable_from is not null then least(j.last_day - j.durable_from, ${DURABILITY_HORIZON_DAYS}) end,
  o.durability_gap_days,
  o.loss_days, o.confirmed_loss_days, o.relapse_days, o.confirmed_relapse_days,
  case when j.durable_from is not null then (select min(s.day) from publishing_session s
    where s.course_id = j.course_id and not s.induction and s.day > j.durable_from) - j.durable_from end,
  ${visitColumns.map(({ name }) => `o.score_${name}`).join(", ")},
  ${visitColumns.map(({ name }) => `o.change_${name}`).join(", ")},
  j.item_baseline, ${visitColumns.map(({ name }) => `o.item_${name}`).join(", ")}
from publishing_judged j
join publishing_outcome o on o.course_id = j.course_id and o.instrument = j.instrument and o.rule = j.rule
join publishing_cohort c on c.course_id = j.course_id
-- By instrument, rule and course, as one number: the columns of a wide row are slow to find for each comparison.
order by (j.instrument::bigint << 36) + (j.rule::bigint << 32) + j.course_id`;

export async function writeMeasures(ask: Ask, { datasetId, releaseId }: Publication): Promise<void> {
  const key = ["course_id", "instrument"];
  await makeWorkTable(ask, { name: "publishing_judged", query: judged, key, counted: key });
  await makeWorkTable(ask, { name: "publishing_outcome", query: outcome, counted: [...key, "rule"] });
  await ask(insert, [datasetId, releaseId]);
}
