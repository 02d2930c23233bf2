/**
 * The sections of the Explore page computed from the raw source tables, by condition and for PHQ-9: what a reader would
 * write without releases. For the benchmark's ratio alone; no answer of the product comes from here.
 * $1 dataset id, $2 conditions, $3 modalities, $4 sexes (null = not filtered), $5 and $6 youngest and oldest age.
 */
const cohort = `
first_course as (
  select distinct on (patient) * from course where dataset_id = $1 order by patient, course
), chosen as not materialized (
  select patient, course, condition, age_years, sex, prior_ect, antidepressant, benzodiazepine
  from first_course
  where ($2::text[] is null or condition = any($2)) and ($3::text[] is null or modality = any($3))
    and ($4::text[] is null or sex = any($4)) and ($5::int is null or age_years between $5 and $6)
)`;

const scores = `
post as not materialized (
  select c.condition, s.patient, s.course, s.day, s.total
  from chosen c join score s on s.dataset_id = $1 and s.patient = c.patient and s.course = c.course
  where s.instrument = 'PHQ9' and s.day > 0
), base as not materialized (
  select distinct on (s.patient, s.course) s.patient, s.course, s.total as baseline
  from chosen c join score s on s.dataset_id = $1 and s.patient = c.patient and s.course = c.course
  where s.instrument = 'PHQ9' and s.day between -14 and 0 and s.hour = 0
  order by s.patient, s.course, s.day desc
)`;

/** Windows of the visits W1 to W26 as DATA has them. */
const visits = `(values ('D1',1,2,1),('W1',3,10,7),('W2',11,17,14),('W3',18,24,21),('W4',25,35,28),('W6',36,49,42),
  ('W8',50,70,56),('W12',71,98,84),('W16',99,126,112),('W20',127,154,140),('W26',155,210,182),('W39',211,315,273),
  ('W52',316,420,364)) as visit(code, first_day, last_day, target)`;

const flow = `with ${cohort}, ${scores}
select condition, count(*) as treated, count(baseline) as baseline, count(*) filter (where baseline >= 10) as cases,
  count(*) filter (where baseline >= 10 and later) as later,
  count(*) filter (where baseline >= 10 and w4) as visit
from chosen left join base using (patient, course)
left join (select patient, course, true as later, bool_or(day between 25 and 35) as w4 from post group by 1, 2) p using (patient, course)
group by condition`;

const onset = `with ${cohort}, ${scores}
select condition, coalesce(response_day, last_day) as day, response_day is not null as event, count(*)
from (
  select condition, patient,
    min(day) filter (where day <= 42 and 2 * (baseline - total) >= baseline) as response_day,
    coalesce(max(day) filter (where day <= 42), 0) as last_day
  from post join base using (patient, course) where baseline >= 10 group by 1, 2
) first_response group by 1, 2, 3`;

const durability = `with ${cohort}, gaps as (
  select c.condition, s.patient, s.course, s.day, s.number,
    s.day - lag(s.day) over (partition by s.patient, s.course order by s.number) > 14 as far
  from chosen c join session s on s.dataset_id = $1 and s.patient = c.patient and s.course = c.course
), induction as materialized (
  select condition, patient, course, max(day) as last_day from (
    select *, count(*) filter (where far) over w = 0 and count(*) over w <= 12 as inducing from gaps
    window w as (partition by patient, course order by number)
  ) g where inducing group by 1, 2, 3
), course_scores as materialized (
  select i.condition, s.patient, s.course, s.day, s.total, i.last_day,
    first_value(s.total) over (partition by s.patient, s.course order by s.day > 0 or s.hour > 0, s.day desc) as baseline,
    bool_or(s.day between -14 and 0 and s.hour = 0) over (partition by s.patient, s.course) as has_baseline,
    max(s.day) filter (where s.day between i.last_day + 1 and i.last_day + 14) over (partition by s.patient, s.course) as zero_day
  from induction i join score s on s.dataset_id = $1 and s.patient = i.patient and s.course = i.course
  where s.instrument = 'PHQ9'
)
select condition, coalesce(loss, last) as day, loss is not null as event, count(*)
from (
  select condition, patient, min(day - zero_day) filter (where day > zero_day and day <= zero_day + 365 and 2 * (baseline - total) < baseline) as loss,
    coalesce(max(day - zero_day) filter (where day <= zero_day + 365), 0) as last
  from course_scores where has_baseline and baseline >= 10 and zero_day is not null
  group by condition, patient having bool_or(day = zero_day and 2 * (baseline - total) >= baseline)
) first_loss group by 1, 2, 3`;

const trajectory = `with ${cohort}, ${scores}
select condition, code, count(*), sum(total), sum(total * total), sum(total - baseline), sum((total - baseline) * (total - baseline)),
  count(*) filter (where total <= 4), count(*) filter (where total > 4 and 2 * (baseline - total) >= baseline),
  count(*) filter (where total > 4 and 2 * (baseline - total) < baseline and 4 * (baseline - total) >= baseline),
  count(*) filter (where total - baseline >= 5)
from (
  select distinct on (p.patient, p.course, v.code) p.condition, v.code, p.total, b.baseline
  from post p join base b using (patient, course) join ${visits.replace("as visit(", "as v(")} on p.day between v.first_day and v.last_day
  where b.baseline >= 10 order by p.patient, p.course, v.code, abs(p.day - v.target), p.day
) nearest group by 1, 2`;

const sideEffects = `with ${cohort}
select c.condition, e.term, count(distinct e.patient) as patients, count(*) as sessions,
  count(distinct e.patient) filter (where e.severity = 'SEVERE') as severe,
  percentile_disc(0.5) within group (order by e.duration_min) as resolution
from chosen c join side_effect e on e.dataset_id = $1 and e.patient = c.patient and e.course = c.course
group by 1, 2
union all
select c.condition, 'EXPOSED', count(distinct s.patient), count(*), 0,
  avg(s.systolic_peak - s.systolic_before)
from chosen c join session s on s.dataset_id = $1 and s.patient = c.patient and s.course = c.course group by 1`;

const baseline = `with ${cohort}, ${scores}, induced as (
  select c.patient, c.course, count(*) as sessions
  from chosen c join session s on s.dataset_id = $1 and s.patient = c.patient and s.course = c.course where s.day <= 28 group by 1, 2
)
select condition, sex, prior_ect, antidepressant, benzodiazepine, count(*), sum(age_years), sum(age_years * age_years),
  sum(baseline), sum(baseline * baseline), sum(sessions)
from chosen left join base using (patient, course) left join induced using (patient, course)
group by 1, 2, 3, 4, 5`;

export const rawSections: Readonly<Record<string, string>> = {
  flow,
  onset,
  durability,
  trajectory,
  "side-effects": sideEffects,
  baseline,
};
