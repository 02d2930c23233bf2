// A port that is free now.
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";

/** The provider has to know where to send readers back before the door is open. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
