// The peer suite of the GraphQL-over-HTTP specification, against the whole server: every MUST and every SHOULD.
import { serverAudits, type Audit } from "graphql-http";
import { createTestDatabase, type TestDatabase } from "../../testDatabase";
import { openDoor, type Door } from "../door";

let test_: TestDatabase;
let door: Door;

beforeAll(async () => {
  test_ = await createTestDatabase();
  door = await openDoor(test_.database, "publish");
});

afterAll(async () => {
  await door.stop();
  await test_.drop();
});

const audits = serverAudits({ url: () => `${door.address}/graphql`, fetchFn: fetch });
const levelled = (level: string): Audit[] => audits.filter(({ name }) => name.startsWith(`${level} `));

test("all 13 MUST and 23 SHOULD audits are run", () => {
  expect([levelled("MUST").length, levelled("SHOULD").length]).toEqual([13, 23]);
});

test.each([...levelled("MUST"), ...levelled("SHOULD")].map((audit) => [audit.name, audit] as const))(
  "%s",
  async (_, audit) => {
    const { status, ...rest } = await audit.fn();
    expect({ status, reason: "reason" in rest ? rest.reason : undefined }).toEqual({ status: "ok" });
  },
);
