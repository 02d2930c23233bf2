// The database goes away while the server runs, and comes back: 503 in plain words meanwhile, and nothing to restart.
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { openDatabase, type Database } from "../../server/src/database/dataSource";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { openDoor, type Door } from "./door";
import { seed, seededRelease } from "./seed";

/** A wire to Postgres that can be cut. */
class Wire {
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();
  port = 0;

  constructor(private readonly to: { host: string; port: number }) {}

  async join(): Promise<void> {
    this.server = createServer((near) => {
      const far = connect(this.to);
      for (const socket of [near, far]) {
        this.sockets.add(socket);
        socket.on("error", () => undefined).on("close", () => this.sockets.delete(socket));
      }
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((done) => this.server?.listen(this.port, "127.0.0.1", done));
    this.port = (this.server.address() as AddressInfo).port;
  }

  async cut(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((done) => this.server?.close(done));
  }
}

let test_: TestDatabase;
let wire: Wire;
let database: Database;
let door: Door;

beforeAll(async () => {
  test_ = await createTestDatabase("seeded", seed);
  const url = new URL(test_.url);
  wire = new Wire({ host: url.hostname, port: Number(url.port) });
  await wire.join();
  url.hostname = "127.0.0.1";
  url.port = String(wire.port);
  database = await openDatabase(url.href);
  door = await openDoor(database, "internal");
});

afterAll(async () => {
  await door.stop();
  await database.close();
  await wire.cut();
  await test_.drop();
});

const question = `{ cohort(release: "${seededRelease}") { patients { value hidden } } }`;
const statusOf = async (path: string) => (await fetch(`${door.address}${path}`)).status;

test("the server says 503 while the database is gone, lives on, and answers again when it is back", async () => {
  expect((await door.ask(question)).status).toBe(200);
  expect(await statusOf("/ready")).toBe(200);

  await wire.cut();
  const { status, data, errors, text } = await door.ask(question);
  expect(status).toBe(503);
  expect(data).toBeNull();
  expect(errors[0]?.extensions).toEqual({ code: "UNAVAILABLE" });
  expect(errors[0]?.message).toMatch(/database does not answer/);
  expect(text).not.toMatch(/ECONN|127\.0\.0\.1|postgres|node_modules/);
  expect(door.logged.join()).toMatch(/cannot be reached/);
  expect(await statusOf("/ready")).toBe(503);
  expect(await statusOf("/health")).toBe(200);
  expect(await statusOf("/")).toBe(200);
  expect(await statusOf("/figures/onset.csv?dataset=seeded")).toBe(503);
  // What needs no database is answered all the while.
  expect((await door.ask("{ vocabulary { conditions { code } } }")).status).toBe(200);

  await wire.join();
  expect((await door.ask(question)).data).toEqual({ cohort: { patients: { value: 114, hidden: null } } });
  expect(await statusOf("/ready")).toBe(200);
});
