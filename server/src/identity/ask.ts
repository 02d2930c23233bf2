// How this room asks the database: through the writers' pool, since the readers' may be busy with analyses and may not
// write. Rows come back also of what was updated or deleted.
import { asUnavailable, type Database } from "../database/dataSource";

export type Ask = <Row extends object>(sql: string, values: readonly unknown[]) => Promise<Row[]>;

export function askOf({ dataSource }: Pick<Database, "dataSource">): Ask {
  return async <Row extends object>(sql: string, values: readonly unknown[]): Promise<Row[]> => {
    const runner = dataSource.createQueryRunner();
    try {
      return (await runner.query(sql, [...values], true)).records as Row[];
    } catch (error) {
      throw asUnavailable(error);
    } finally {
      await runner.release();
    }
  };
}
