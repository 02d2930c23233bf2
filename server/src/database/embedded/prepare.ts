// Before a server can start: an account that may run it, a folder that it may write, a database in it.
// Where root's own places are closed to every other account, both programs and database move to a system folder.
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseUnavailable } from "../databaseUnavailable";
import type { Binaries } from "./binaries";
import { explain } from "./explain";
import { checkFolder, initialise, isInitialised } from "./initialise";
import type { Places } from "./places";
import { chooseAccount, shelterBinaries, type ServerAccount } from "./serverAccount";

export async function prepare(
  found: Binaries,
  places: Places,
  log: (line: string) => void,
): Promise<{ binaries: Binaries; account: ServerAccount }> {
  mkdirSync(places.folder, { recursive: true, mode: 0o700 });
  checkFolder(places.folder);
  let binaries = found;
  let account = chooseAccount(binaries, places.folder);
  if (!account && process.getuid?.() === 0) {
    const shelter = shelterOf(places.dataDir);
    binaries = shelterBinaries(found, shelter);
    if (!isInitialised(places.folder)) {
      places.folder = join(shelter, "postgres");
      writeFileSync(join(places.dataDir, "postgres-folder"), places.folder);
      log(`No other account can reach ${places.dataDir}: the database is kept in ${places.folder}.`);
    }
    mkdirSync(places.folder, { recursive: true, mode: 0o700 });
    account = chooseAccount(binaries, places.folder);
  }
  if (!account) throw new DatabaseUnavailable(explain("EACCES", places.folder));
  if (!isInitialised(places.folder)) {
    log(`Making a database in ${places.folder}.`);
    await initialise(binaries, account, places.folder, places.password);
  }
  return { binaries, account };
}

function shelterOf(dataDir: string): string {
  return join("/var/lib/afterglow", createHash("sha256").update(dataDir).digest("hex").slice(0, 12));
}
