// Why a job of a steward failed, in words for its starter: the rule where one was broken, a reference where nobody foresaw it.
import { AuditUnavailable } from "../audit/auditUnavailable";
import { InvalidImport } from "../imports/importPackage";
import { InvalidPatientKey } from "../imports/patientKey";
import { CannotPublish } from "../releases/publication";
import { databaseGone, isDatabaseGone } from "./explainError";
import { noteUnexpected, type LogError } from "./unexpected";

const expected = [InvalidImport, InvalidPatientKey, CannotPublish, AuditUnavailable];

export function explainJob(log: LogError): (error: unknown) => string {
  return (error) => {
    if (isDatabaseGone(error)) {
      log(error.message);
      return databaseGone;
    }
    if (error instanceof Error && expected.some((kind) => error instanceof kind)) return error.message;
    return noteUnexpected(log, error).message;
  };
}
