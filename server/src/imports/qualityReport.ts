// How complete a dataset's source rows are, as the next release would find them: which assessments are missing at which
// visit, how many a course has, how the clinics differ. Exact counts of what stewards brought in, for stewards alone:
// they have the files, so no gate hides anything here, and nothing of it goes into a figure or a release.
// What is out of range or stands twice is not in the source rows: the receipt of an import tells it.
import { visits, type QualityReport } from "@afterglow/shared";
import type { Database } from "../database/dataSource";

export const MOST_ASSESSMENTS = 12;
const MOST_CLINICS = 100;
const lastDay = Math.max(...visits.map(({ to }) => to));

const visitBit = `case ${visits.map(({ number, from, to }) => `when day between ${from} and ${to} then ${1 << number}`).join(" ")} else 0 end`;
const perVisit = visits.map(({ code, number, from }) => {
  const came = `seen & ${1 << number} > 0`;
  return `'${code}', json_build_array(count(*) filter (where due_to >= ${from} or ${came}), count(*) filter (where ${came}))`;
});

/** Of a course (c). The keys of scores and sessions begin with these, so that a course's are read in their order. */
const ofCourse = (name: string): string =>
  `${name}.dataset_id = c.dataset_id and ${name}.patient = c.patient and ${name}.course = c.course`;

const REPORT = `
with followed as materialized (
  select c.patient, c.clinic, coalesce(s.days, 0) as days, coalesce(s.seen, 0) as seen, coalesce(s.last_day, 0) as last_day,
    case when c.end_reason = 'ONGOING' then coalesce(c.end_day, greatest(g.last_day, s.last_day, 0)) else ${lastDay} end as due_to
  from course c
  left join lateral (
    select count(distinct day)::int as days, max(day) as last_day, bit_or(${visitBit}) as seen
    from score s where ${ofCourse("s")} group by s.patient, s.course
  ) s on true
  left join lateral (
    select max(day) as last_day from session g
    where ${ofCourse("g")} and c.end_reason = 'ONGOING' and c.end_day is null group by g.patient, g.course
  ) g on true
  where c.dataset_id = (select id from dataset where name = $1)
)
select json_build_object(
  'patients', (select count(distinct patient) from followed),
  'courses', (select count(*) from followed),
  'visits', (select json_build_object(${perVisit.join(", ")}) from followed),
  'assessments', (select coalesce(json_agg(json_build_object('days', n, 'courses', courses) order by n), '[]') from (
    select least(days, ${MOST_ASSESSMENTS}) as n, count(*) as courses from followed group by 1) counted),
  'clinics', (select coalesce(json_agg(json_build_object('clinic', clinic, 'courses', courses,
      'withLaterScore', later) order by courses desc, clinic), '[]') from (
    select coalesce(clinic, '') as clinic, count(*) as courses, count(*) filter (where last_day > 0) as later
    from followed group by 1 order by 2 desc, 1 limit ${MOST_CLINICS}) largest)
) as report`;

type Found = Omit<QualityReport, "visits"> & { readonly visits: Readonly<Record<string, [number, number]>> };

export async function qualityReport(query: Database["query"], dataset: string): Promise<QualityReport> {
  const [row] = await query<{ report: Found }>(REPORT, [dataset]);
  if (row === undefined) throw new Error("The database gave no report.");
  const { report } = row;
  const counted = new Map(report.assessments.map(({ days, courses }) => [days, courses]));
  return {
    ...report,
    visits: visits.map(({ code }) => {
      const [due = 0, received = 0] = report.visits[code] ?? [];
      return { visit: code, due, received };
    }),
    // A number that no course has is a gap that one should see.
    assessments: Array.from({ length: MOST_ASSESSMENTS + 1 }, (_, days) => ({
      days,
      courses: counted.get(days) ?? 0,
    })),
  };
}
