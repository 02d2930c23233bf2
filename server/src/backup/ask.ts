// How a step of a backup asks: within its one transaction.
export type Ask = <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;
