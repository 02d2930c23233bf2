/**
 * A line of the audit, and an answer of the budget, in one statement each: they are written under a lock, and what a
 * statement sees is settled before it waits for one. A function sees, statement by statement, what has been committed.
 */
import type { MigrationInterface, QueryRunner } from "typeorm";

export class OneStatement1760000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(appendAudit);
    await runner.query(spendAnswers);
    await runner.query(`
      revoke all on function append_audit(text[]) from public;
      revoke all on function spend_answers(integer, text, text[], integer, float8) from public;
      comment on function append_audit is
        'Writes lines behind the last one, whole or not at all; of each is given what is hashed of it behind its time';
      comment on function spend_answers is
        'Counts all of the cohorts for the person, or none where they are more than one may ask; fits says which'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function append_audit(text[]);
      drop function spend_answers(integer, text, text[], integer, float8)`);
  }
}

// One writer at a time in a database, however many servers it has: the second waits for the first, and reads the head only
// then. A reader waits for the line, so a table that somebody has locked is given up soon. The number is any.
const appendAudit = `
  create function append_audit(endings text[]) returns void language plpgsql set lock_timeout = '1500ms' as $append$
  declare
    head record;
    place bigint;
    written text;
    before text;
    ending text;
    said json;
    own text;
  begin
    perform pg_advisory_xact_lock(724611042);
    select number, hash, at into head from audit order by number desc limit 1;
    place := coalesce(head.number, 0);
    before := coalesce(head.hash, repeat('0', 64));
    written := to_char(
      greatest(clock_timestamp(), head.at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'
    );
    foreach ending in array endings loop
      place := place + 1;
      said := ('[' || ending)::json;
      own := encode(
        sha256(convert_to('["' || before || '",' || place || ',"' || written || '",' || ending, 'UTF8')), 'hex'
      );
      insert into audit (number, at, person, via, what, question, release, outcome, code, policy, previous, hash)
      values (
        place, written::timestamptz, said ->> 0, said ->> 1, said ->> 2, said ->> 3, said ->> 4, said ->> 5,
        said ->> 6, said ->> 7, before, own
      );
      before := own;
    end loop;
  end
  $append$`;

// With the person and release the lock makes one's questions wait for each other while they are counted.
const spendAnswers = `
  create function spend_answers(of_release integer, asking text, cohorts text[], fewest integer, share float8)
  returns table (most integer, fits boolean) language plpgsql set lock_timeout = '3s' as $spend$
  #variable_conflict use_column
  begin
    perform pg_advisory_xact_lock(724611043, hashtext(of_release || ':' || asking));
    return query
      with spent as (select cohort from answer_budget where release_id = of_release and person = asking),
        fresh as (select unnest(cohorts) as cohort except select cohort from spent),
        allowed as (
          select greatest(fewest, floor(patients * share)::int) as most from release where id = of_release
        ),
        counted as (
          select most, (select count(*) from spent) + (select count(*) from fresh) <= most as fits from allowed
        ),
        kept as (
          insert into answer_budget (release_id, person, cohort)
          select of_release, asking, cohort from fresh, counted where fits
        )
      select most, fits or not exists (select from fresh) as fits from counted;
  end
  $spend$`;
