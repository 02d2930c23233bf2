// Last step: the release's bitmaps, from its own analysis rows. Courses are put in their places once; each table is read
// once, 64 courses to a word and a fact to a column; then the words of each fact are strung together. A release that was
// published before there were bitmaps is given them later, from the same frozen rows.
import type { Database } from "../database/dataSource";
import { categoryFacts, courseFacts, measureFacts, openDimensions, type Fact } from "./bitmapFacts";
import type { Ask, Publication } from "./publication";
import { makeWorkTable, withWorkTables } from "../database/workTable";

/**
 * bitmap_place: `word` and, within it, the one bit of each course; and whether its patient is in none of the dataset's
 * earlier releases.
 */
const places = `
select c.patient, c.course, ${openDimensions.map(({ column }) => `c.${column}`).join(", ")}, 
  c.patient not in (
    select patient from analysis_course
    where dataset_id = $1 and release_id in (
      select id from release where dataset_id = $1 and number < (select number from release where id = $2)
    )
  ) as is_new,
  (c.at / 64)::integer as word, 1::bigint << (63 - c.at % 64)::integer as bit
from (
  select *, row_number() over (order by course_number, patient collate "C", course) - 1 as at
  from analysis_course where dataset_id = $1 and release_id = $2
) c`;

interface Source {
  /** What to read, joined to bitmap_place p. */
  readonly from: string;
  readonly values: readonly number[];
  /** By which numbers its rows are told apart. */
  readonly instrument: string;
  readonly number: string;
  readonly facts: readonly Fact[];
}

function sourcesOf({ datasetId, releaseId }: Publication): Source[] {
  const rowOf = (name: string): string =>
    `${name}.dataset_id = $1 and ${name}.release_id = $2 and ${name}.patient = p.patient and ${name}.course = p.course`;
  const values = [datasetId, releaseId];
  return [
    {
      from: `bitmap_place p join analysis_course c on ${rowOf("c")}
        left join analysis_session_profile s on ${rowOf("s")}`,
      values,
      instrument: "0",
      number: "0",
      facts: [...courseFacts, ...categoryFacts],
    },
    {
      from: `bitmap_place p join analysis_measure m on ${rowOf("m")}`,
      values,
      instrument: "m.instrument",
      number: "m.rule",
      facts: measureFacts,
    },
    ...openDimensions.map(({ fact, column }) => ({
      from: "bitmap_place p",
      values: [],
      instrument: "0",
      number: `p.${column}`,
      facts: [{ fact, number: null, where: "true" }],
    })),
  ];
}

/** bitmap_word: 64 courses a row, a fact a column; words in which nobody has any fact are missing. */
const gather = ({ from, instrument, number, facts }: Source): string => `
select ${instrument} as instrument, ${number} as number, p.word,
  ${facts.map(({ where }, at) => `bit_or(p.bit) filter (where ${where}) as word_${at}`).join(",\n  ")}
from ${from}
group by 1, 2, 3`;

/** The words of each fact in order, zeros where they are missing; nothing for a fact that no course has. */
const string = ({ facts }: Source): string => `
insert into analysis_bitmap (release_id, fact, instrument, number, courses)
select $1, each.fact, strung.instrument, each.number, ('x' || encode(each.courses, 'hex'))::bit varying
from (
  select instrument, number,
    ${facts.map((_, at) => `string_agg(int8send(coalesce(word_${at}, 0)), ''::bytea) as fact_${at}`).join(",\n    ")}
  from (
    select * from (select distinct instrument, number from bitmap_word) told
    cross join generate_series(0, (select max(word) from bitmap_place)) as word
    left join bitmap_word using (instrument, number, word)
    order by instrument, number, word
  ) filled
  group by instrument, number
) strung
cross join lateral (values
  ${facts.map(({ fact, number }, at) => `('${fact}', ${number ?? "strung.number"}, fact_${at})`).join(",\n  ")}
) each (fact, number, courses)
where bit_count(each.courses) > 0`;

/** In a transaction, with a place for work tables. */
export async function writeBitmaps(ask: Ask, publication: Publication): Promise<void> {
  const { datasetId, releaseId } = publication;
  // A column of bits takes little, the tables of many columns and groups do not.
  await ask("set local work_mem = '256MB'");
  // The planner does not know how many rows a release has just been given, and would look each up by itself.
  await ask("set local enable_nestloop = off");
  await makeWorkTable(ask, {
    name: "bitmap_place",
    spread: true,
    query: places,
    values: [datasetId, releaseId],
    counted: ["patient", "course"],
  });
  for (const source of sourcesOf(publication)) {
    await makeWorkTable(ask, {
      name: "bitmap_word",
      query: gather(source),
      values: source.values,
      counted: ["instrument", "number", "word"],
    });
    await ask(string(source), [releaseId]);
    await ask("drop table bitmap_word");
  }
}

// Any number: of two processes that start together the second waits, and finds all done.
const BITMAP_LOCK = 724_611_044;

/** For releases that were published without: each whole or not at all. */
export async function writeMissingBitmaps({ dataSource }: Pick<Database, "dataSource">): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const ask: Ask = (sql, values = []) => manager.query(sql, [...values]);
    await ask("select pg_advisory_xact_lock($1)", [BITMAP_LOCK]);
    const missing = await ask<Publication>(
      `select r.id as "releaseId", r.dataset_id as "datasetId" from release r
      where not exists (select from analysis_bitmap b where b.release_id = r.id) order by r.id`,
    );
    if (missing.length > 0)
      await withWorkTables(ask, "publishing_bitmaps", async () => {
        for (const publication of missing) {
          await writeBitmaps(ask, publication);
          await ask("drop table bitmap_place");
        }
      });
  });
}
