// What the steps of one publishing share: how they ask, and which release of which dataset they write.

/** Asks inside the publishing's transaction. */
export type Ask = <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

export interface Publication {
  readonly releaseId: number;
  readonly datasetId: number;
}

/** Publishing was refused for a reason that the reader of the message can mend. */
export class CannotPublish extends Error {
  override readonly name = "CannotPublish";
}
