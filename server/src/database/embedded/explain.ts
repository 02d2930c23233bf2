// What Postgres or the file system said, as one sentence for the person who started Afterglow: the place and the rule.

const RULES: readonly [pattern: RegExp, rule: string][] = [
  [
    /No space left on device|ENOSPC|Disk quota exceeded|EDQUOT/i,
    "the disk is full: the database needs about 200 MB free to start",
  ],
  [/Read-only file system|EROFS/i, "the folder is read-only: the database has to write there"],
  [
    /Permission denied|EACCES|EPERM|Operation not permitted/i,
    "the folder may not be written by this account",
  ],
  [/ENOTEMPTY/, "the folder holds files that are no database of this kind"],
  [/ENOTDIR|EEXIST|Not a directory/i, "there is a file where a folder has to be"],
  [
    /database files are incompatible|was initialized by PostgreSQL version/i,
    "the folder was made by another version of Postgres",
  ],
  [/could not bind|Address already in use/i, "the database's port was taken by another program"],
  [/lock file .* already exists|shared memory block/i, "another Postgres still works in this folder"],
];

export function explain(said: unknown, place: string, logPath?: string): string {
  const text =
    said instanceof Error ? `${(said as NodeJS.ErrnoException).code ?? ""} ${said.message}` : String(said);
  const rule = RULES.find(([pattern]) => pattern.test(text))?.[1];
  if (rule !== undefined) return `${place}: ${rule} (set DATA_DIR to another folder, or DATABASE_URL).`;
  const last = /(?:FATAL|PANIC|error):\s*(.*)/.exec(text)?.[1] ?? "it ended without a reason";
  return `${place}: Postgres did not start: ${last}${logPath === undefined ? "" : ` (see ${logPath})`}.`;
}
