// The head of a backup, checked: that it is one, of a version that this program knows, made by migrations that it has.
import { migrations } from "../database/migrations";
import { damaged } from "./backupReader";
import { CannotBackUp } from "./cannotBackUp";
import { FORMAT, FORMAT_VERSION, type BackupHead } from "./manifest";

export function readHead(json: unknown): BackupHead {
  const head = json as Partial<BackupHead> | null;
  if (head === null || typeof head !== "object" || head.format !== FORMAT) throw damaged();
  if (head.version !== FORMAT_VERSION)
    throw new CannotBackUp(
      "The backup was made by another version of Afterglow, whose format is not known here.",
    );
  const { migrations: made, tables, audit } = head;
  if (!Array.isArray(made) || !Array.isArray(tables) || typeof audit?.last !== "string") throw damaged();
  const known = migrations.map(({ name }) => name);
  const strange = made.filter((name) => !known.includes(String(name))).length;
  if (strange > 0)
    throw new CannotBackUp(
      `The backup was made by a newer Afterglow: ${strange} of its migrations are not known here. Use that version.`,
    );
  return head as BackupHead;
}
