/** The migrations, oldest first. */
import { SourceTables1760000000000 } from "./migrations/1760000000000-sourceTables";
import { AnalysisTables1760000000001 } from "./migrations/1760000000001-analysisTables";
import { CourseSideEffects1760000000002 } from "./migrations/1760000000002-courseSideEffects";
import { SuicidalityItem1760000000003 } from "./migrations/1760000000003-suicidalityItem";
import { SessionProfile1760000000004 } from "./migrations/1760000000004-sessionProfile";
import { Bitmaps1760000000005 } from "./migrations/1760000000005-bitmaps";
import { Identity1760000000006 } from "./migrations/1760000000006-identity";
import { Audit1760000000007 } from "./migrations/1760000000007-audit";
import { PatientKey1760000000009 } from "./migrations/1760000000009-patientKey";
import { KeptReceipts1760000000011 } from "./migrations/1760000000011-keptReceipts";
import { Withdrawn1760000000012 } from "./migrations/1760000000012-withdrawn";
import { Superseded1760000000013 } from "./migrations/1760000000013-superseded";
import { ReleaseChanges1760000000014 } from "./migrations/1760000000014-releaseChanges";
import { APartitionARelease1760000000015 } from "./migrations/1760000000015-aPartitionARelease";
import { KeptAnswers1760000000016 } from "./migrations/1760000000016-keptAnswers";
import { Everywhere1760000000017 } from "./migrations/1760000000017-everywhere";
import { KeysByPatient1760000000019 } from "./migrations/1760000000019-keysByPatient";
import { OneStatement1760000000020 } from "./migrations/1760000000020-oneStatement";
import { OwnByScan1760000000021 } from "./migrations/1760000000021-ownByScan";
import { PackedAnswers1760000000022 } from "./migrations/1760000000022-packedAnswers";

export const migrations = [
  SourceTables1760000000000,
  AnalysisTables1760000000001,
  CourseSideEffects1760000000002,
  SuicidalityItem1760000000003,
  SessionProfile1760000000004,
  Bitmaps1760000000005,
  Identity1760000000006,
  Audit1760000000007,
  PatientKey1760000000009,
  KeptReceipts1760000000011,
  Withdrawn1760000000012,
  Superseded1760000000013,
  ReleaseChanges1760000000014,
  APartitionARelease1760000000015,
  KeptAnswers1760000000016,
  Everywhere1760000000017,
  KeysByPatient1760000000019,
  OneStatement1760000000020,
  OwnByScan1760000000021,
  PackedAnswers1760000000022,
];
