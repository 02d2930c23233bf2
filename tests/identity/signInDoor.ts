// A door at which people sign in, with a real provider and a database of its own.
import { openIdentity } from "../../server/src/identity/identity";
import { openDoor, type Door } from "../api/door";
import { freePort } from "./freePort";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import {
  CLIENT_ID,
  CLIENT_SECRET,
  startProvider,
  type ProviderWishes,
  type RealProvider,
} from "./realProvider";

export interface SignInDoor {
  readonly door: Door;
  readonly provider: RealProvider;
  readonly test: TestDatabase;
  stop(): Promise<void>;
}

export async function openSignInDoor(
  wishes: Omit<ProviderWishes, "publicUrl"> = {},
  fill: (test: TestDatabase) => Promise<unknown> = async () => undefined,
): Promise<SignInDoor> {
  const test = await createTestDatabase();
  await fill(test);
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const provider = await startProvider({ ...wishes, publicUrl });
  const identity = openIdentity(test.database, {
    issuer: provider.issuer,
    clientId: CLIENT_ID,
    clientSecret: wishes.isPublicClient === true ? undefined : CLIENT_SECRET,
    publicUrl,
    scope: "openid profile",
    rolesClaim: "roles",
    clinicClaim: "clinic",
    idleMinutes: 30,
    longestHours: 12,
  });
  const door = await openDoor(test.database, "publish", identity, port);
  return {
    door,
    provider,
    test,
    stop: async () => {
      await door.stop();
      await provider.stop();
      await test.drop();
    },
  };
}
