// What people do at the door besides asking, told to whoever writes it down. It is written before the answer leaves.
import type { AuditEntry } from "../audit/entry";

export type NoteAct = (entry: AuditEntry) => Promise<void>;
