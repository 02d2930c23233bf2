// Where tables count by themselves, after rows were put into them with their numbers.

type Ask = <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

/** They go on behind the last number. */
export async function setCounters(ask: Ask): Promise<void> {
  const counters = await ask<{ counter: string; name: string; column: string }>(
    `select pg_get_serial_sequence(quote_ident(c.relname), a.attname) as counter,
      quote_ident(c.relname) as name, quote_ident(a.attname) as column
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0
      and c.relname <> 'migrations' and pg_get_serial_sequence(quote_ident(c.relname), a.attname) is not null`,
  );
  for (const { counter, name, column } of counters) {
    await ask(`select setval($1, coalesce(max(${column}), 1), max(${column}) is not null) from ${name}`, [
      counter,
    ]);
  }
}
