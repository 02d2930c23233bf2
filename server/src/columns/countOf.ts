// How an analysis counts: over the columns in memory where they are there, else Postgres does. The same either way.
import { countBySql, type Count, type Counting } from "../queries/counting";
import type { Query } from "../queries/sql";
import type { ColumnStore } from "./columnStore";
import { isRead } from "./readColumns";

interface Asked {
  readonly query: Query;
  readonly columns?: ColumnStore;
  readonly signal?: AbortSignal | undefined;
}

export function countOf({ query, columns, signal }: Asked): Count {
  const bySql = countBySql(query);
  if (columns === undefined) return bySql;
  return async <Row extends object>(counting: Counting) => {
    const { scope } = counting;
    if (scope === null) return [];
    const found = isRead(counting) ? columns.find(scope.releaseId, counting) : null;
    if (found === null) return bySql<Row>(counting);
    return (await columns.count(found, scope, counting, signal)) as Row[];
  };
}
