// Listening: a port that is taken and a host that is not ours are said plainly; stopping lets an answer finish.
import { request, type RequestListener } from "node:http";
import { connect } from "node:net";
import { isLoopback } from "../../server/src/config/isLoopback";
import { CannotListen, listen } from "../../server/src/listen";

const answer: RequestListener = (_request, response) => void setTimeout(() => response.end("whole"), 200);

test("a port that is taken is named, with what to do", async () => {
  const first = await listen(answer, 0, "127.0.0.1");
  const port = Number(new URL(first.address).port);
  const failure = await listen(answer, port, "127.0.0.1").catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(CannotListen);
  expect((failure as Error).message).toMatch(new RegExp(`Port ${port} is taken .* set PORT`));
  await first.close();
});

test("a host that is no address of this machine", async () => {
  await expect(listen(answer, 0, "192.0.2.1")).rejects.toThrow(/HOST is no address of this machine/);
});

test("an answer that takes longer than anyone may be silent is whole all the same", async () => {
  const slow: RequestListener = (_request, response) => void setTimeout(() => response.end("whole"), 11_000);
  const server = await listen(slow, 0, "127.0.0.1");
  expect(await (await fetch(server.address)).text()).toBe("whole");
  await server.close();
});

test("stopping waits for the answer under way, and takes no new one", async () => {
  const server = await listen(answer, 0, "127.0.0.1");
  const underWay = fetch(server.address).then((response) => response.text());
  await new Promise((resolve) => setTimeout(resolve, 50));
  const closed = server.close();
  await expect(fetch(server.address)).rejects.toThrow();
  expect(await underWay).toBe("whole");
  await closed;
});

test.each([
  ["127.0.0.1", true],
  ["127.8.0.1", true],
  ["localhost", true],
  ["::1", true],
  ["0.0.0.0", false],
  ["::", false],
  ["127.example.org", false],
  ["10.0.0.7", false],
])("%s is reached from this machine alone: %s", (host, alone) => {
  expect(isLoopback(host)).toBe(alone);
});

const asked = (address: string, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    request(address, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });

test("a server of this machine answers under its own names alone, so that no other site can borrow them", async () => {
  const { address, close } = await listen(
    (_request, response) => void response.end(),
    0,
    "127.0.0.1",
    "https://outcomes.example.org",
  );
  const { port } = new URL(address);
  const own = [
    `127.0.0.1:${port}`,
    `localhost:${port}`,
    `LOCALHOST:${port}`,
    `[::1]:${port}`,
    "outcomes.example.org",
  ];
  const others = [
    `evil.example:${port}`,
    "evil.example",
    "localhost",
    "127.0.0.1:1",
    `127.0.0.1.evil.example:${port}`,
    `localhost:${port}@evil.example`,
    "outcomes.example.org:80",
  ];
  for (const host of own) expect([host, await asked(address, host)]).toEqual([host, 200]);
  for (const host of others) expect([host, await asked(address, host)]).toEqual([host, 421]);
  await close();
});

/** Milliseconds until the server lets go of a connection on which no more than this is ever said. */
function heldFor(port: number, said: string): Promise<number> {
  const began = Date.now();
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(said));
    socket.on("error", () => undefined).on("close", () => resolve(Date.now() - began));
    socket.resume();
  });
}

test("a socket that does not go on with its request is let go of, wherever it stopped", async () => {
  const server = await listen((_request, response) => void response.writeHead(200), 0, "127.0.0.1");
  const port = Number(new URL(server.address).port);
  const held = await Promise.all([
    heldFor(port, ""),
    heldFor(port, "GET / HT"),
    heldFor(port, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-`),
    heldFor(port, `POST / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 10\r\n\r\n{`),
  ]);
  // Each after its limit; how soon after is measured where nothing else runs, by the load of half-open sockets.
  for (const time of held) expect(time).toBeGreaterThan(5_000);
  await server.close();
});
