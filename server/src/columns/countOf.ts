// How an analysis counts: over the columns in memory where they are there, else Postgres does. The same either way.
import { countBySql, type Count, type Counting } from "../queries/counting";
import type { Query } from "../queries/sql";
import type { ColumnStore } from "./columnStore";
import { countInColumns } from "./countInColumns";
import { isRead } from "./readColumns";

interface Asked {
  readonly query: Query;
  readonly columns?: ColumnStore;
}

export function countOf({ query, columns }: Asked): Count {
  const bySql = countBySql(query);
  if (columns === undefined) return bySql;
  return async <Row extends object>(counting: Counting) => {
    const { scope } = counting;
    if (scope === null) return [];
    const found = isRead(counting) ? columns.find(scope.releaseId, counting) : null;
    return found === null ? bySql<Row>(counting) : ((await countInColumns(found, scope, counting)) as Row[]);
  };
}
