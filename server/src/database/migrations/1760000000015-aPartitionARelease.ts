/**
 * The rows of each release in a part of their own of the analysis tables, which is filled before it is indexed, by
 * several processors, and joins the others as it is. Releases that are there stay together in one part: their rows are
 * looked through once, which at ten million takes a quarter of a minute, and none is written anew.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";
import { isCitus } from "../citus/isCitus";
import { makeSchema } from "../makeSchema";
import { SPREAD_BY, spreadLike } from "../citus/spreadTables";

const place = "dataset_id, patient, release_id, course";
const tables = [
  { table: "analysis_course", key: place },
  { table: "analysis_course_side_effect", key: `${place}, term` },
  { table: "analysis_session_profile", key: place },
  { table: "analysis_measure", key: `${place}, instrument, rule` },
];

/** A release is its whole part; of that, measures are found by instrument. */
const measureIndexes = [
  "create index analysis_measure_release on public.analysis_measure (release_id, instrument, rule)",
  "create index analysis_measure_own on public.analysis_measure (release_id, rule) where own",
];

type Ask = <Row extends object>(sql: string) => Promise<Row[]>;
const askOf =
  (runner: QueryRunner): Ask =>
  async (sql) =>
    (await runner.query(sql)) as never;

export class APartitionARelease1760000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const ask = askOf(runner);
    // On a Citus, on one connection to each node: a schema is made or taken away beside what is spread.
    await ask("set local citus.multi_shard_modify_mode = 'sequential'");
    await makeSchema(ask, "releases");
    await ask("comment on schema releases is 'The rows of each release, as parts of the analysis tables'");
    const releases = (await ask<{ id: number }>("select id from release order by id")).map(({ id }) => id);
    for (const { table, key } of tables) {
      const earlier = `releases.${table}_earlier`;
      const isSpread = await spreadOver(ask, table);
      await ask(`alter table public.${table} set schema releases`);
      await ask(`alter table releases.${table} rename to ${table}_earlier`);
      await ask(
        `create table public.${table} (like ${earlier} including comments) partition by list (release_id)`,
      );
      await ask(`alter table public.${table} add primary key (${key})`);
      if (table === "analysis_measure") for (const index of measureIndexes) await ask(index);
      await copyMeaning(ask, earlier, `public.${table}`);
      if (isSpread)
        await ask(
          `select create_distributed_table('public.${table}', '${SPREAD_BY}', colocate_with => '${spreadLike}')`,
        );
      await ask(
        releases.length === 0
          ? `drop table ${earlier}`
          : `alter table public.${table} attach partition ${earlier} for values in (${releases.join(", ")})`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    const ask = askOf(runner);
    // On a Citus, on one connection to each node: a schema is made or taken away beside what is spread.
    await ask("set local citus.multi_shard_modify_mode = 'sequential'");
    for (const { table, key } of tables) {
      const isSpread = await spreadOver(ask, table);
      await ask(`alter table public.${table} rename to ${table}_parted`);
      await ask(`create table public.${table} (like public.${table}_parted including comments)`);
      await copyMeaning(ask, `public.${table}_parted`, `public.${table}`);
      if (isSpread)
        await ask(
          `select create_distributed_table('public.${table}', '${SPREAD_BY}', colocate_with => '${spreadLike}')`,
        );
      await ask(`insert into public.${table} select * from public.${table}_parted`);
      await ask(`drop table public.${table}_parted`);
      await ask(`alter table public.${table} add primary key (${key})`);
      const release = [`create index ${table}_release on public.${table} (release_id)`];
      for (const index of table === "analysis_measure" ? measureIndexes : release) await ask(index);
    }
    await ask("drop schema releases");
  }
}

const spreadOver = async (ask: Ask, table: string): Promise<boolean> =>
  (await isCitus(ask)) &&
  (await ask(`select from pg_dist_partition where logicalrelid = 'public.${table}'::regclass`)).length > 0;

async function copyMeaning(ask: Ask, from: string, to: string): Promise<void> {
  const [row] = await ask<{ meaning: string }>(
    `select quote_literal(obj_description('${from}'::regclass)) as meaning`,
  );
  await ask(`comment on table ${to} is ${row?.meaning ?? "null"}`);
}
