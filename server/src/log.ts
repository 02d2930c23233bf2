// What the running server says of itself, one line at a time on standard error; standard output is for addresses.
// Never here: an answer, a patient, a password.
import { LOG_LEVELS, type LogLevel } from "./config";

export interface Log {
  readonly error: (line: string) => void;
  readonly warn: (line: string) => void;
  readonly info: (line: string) => void;
  readonly debug: (line: string) => void;
}

export function createLog(level: LogLevel): Log {
  const say = (from: LogLevel) => (line: string) => {
    if (LOG_LEVELS.indexOf(from) <= LOG_LEVELS.indexOf(level)) console.error(line);
  };
  return { error: say("error"), warn: say("warn"), info: say("info"), debug: say("debug") };
}
