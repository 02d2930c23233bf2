// An attack on a server of its own, which is stopped when the attack is over.
import type { Policy } from "../../server/src/disclosure/policy";
import { openDoor, type Door, type DoorDatabase } from "../api/door";

export async function behind<Result>(
  database: DoorDatabase,
  policy: Policy,
  attack: (door: Door) => Promise<Result>,
): Promise<Result> {
  const door = await openDoor(database, policy);
  try {
    return await attack(door);
  } finally {
    await door.stop();
  }
}
