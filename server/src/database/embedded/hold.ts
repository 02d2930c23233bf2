// One connection that a process keeps for as long as it uses the embedded Postgres. It ends with the process,
// however the process ends, so counting holds tells who still needs the server.
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";

const NAME = "afterglow hold";

export class Hold {
  private lost = false;
  private released = false;
  private tell: (() => void) | undefined;

  private constructor(private readonly client: Client) {
    // Without a listener a dying server would take Node with it.
    client.on("error", () => this.end());
    client.on("end", () => this.end());
  }

  /** Connects, and makes the application's database if it is not there yet. */
  static async take(url: string, database: string): Promise<Hold> {
    const client = new Client({
      connectionString: url,
      application_name: NAME,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    });
    client.on("error", () => undefined);
    await client.connect();
    try {
      const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
      if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
      return new Hold(client);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  get isLost(): boolean {
    return this.lost;
  }

  /** A hold that was given up a moment ago may still be listed: look again before believing it. */
  async othersHolding(): Promise<number> {
    for (let look = 1; ; look += 1) {
      const { rows } = await this.client.query<{ n: string }>(
        "SELECT count(*) AS n FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()",
        [NAME],
      );
      const others = Number(rows[0]?.n ?? 0);
      if (others === 0 || look === 3) return others;
      await wait(100);
    }
  }

  async release(): Promise<void> {
    this.released = true;
    await this.client.end().catch(() => undefined);
  }

  onLost(tell: () => void): void {
    this.tell = tell;
    if (this.lost) tell();
  }

  private end(): void {
    if (this.lost || this.released) return;
    this.lost = true;
    this.tell?.();
  }
}
