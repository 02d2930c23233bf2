// The whole server as a process of its own, so that what it takes of memory can be told from what the test takes. It says
// its address and, each time it is asked, its memory; it ends with the test.
import { openDatabase } from "../../../server/src/database/dataSource";
import { openDoor } from "../door";

async function serve(): Promise<void> {
  const database = await openDatabase(String(process.argv[2]));
  const door = await openDoor(database, "publish");
  process.on("message", () =>
    process.send?.({ memory: process.memoryUsage.rss(), logged: door.logged.splice(0) }),
  );
  process.on("disconnect", () => process.exit(0));
  process.send?.({ address: door.address });
}

void serve();
