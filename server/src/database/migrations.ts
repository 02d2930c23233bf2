/** The migrations, oldest first. */
import { SourceTables1760000000000 } from "./migrations/1760000000000-sourceTables";
import { AnalysisTables1760000000001 } from "./migrations/1760000000001-analysisTables";
import { SessionProfile1760000000004 } from "./migrations/1760000000004-sessionProfile";

export const migrations = [
  SourceTables1760000000000,
  AnalysisTables1760000000001,
  SessionProfile1760000000004,
];
