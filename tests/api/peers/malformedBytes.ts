// What is no HTTP, or HTTP against its rules: sent byte by byte past any client that would mend it.
import { connect } from "node:net";

const end = "\r\n\r\n";
const host = "Host: 127.0.0.1\r\n";
const messages: readonly string[] = [
  "\u0000\u0001\u0002\r\n\r\n",
  `GET / HTTP/9.9\r\n${host}\r\n`,
  `GET /\r\n${end}`,
  `get / HTTP/1.1\r\n${host}\r\n`,
  `GET http://evil.example/graphql HTTP/1.1\r\n${host}\r\n`,
  `GET / HTTP/1.1\r\nHost 127.0.0.1${end}`,
  `GET / HTTP/1.1${end}`,
  `GET / HTTP/1.1\r\n${host}Host: evil.example${end}`,
  `POST /graphql HTTP/1.1\r\n${host}Content-Length: -1${end}`,
  `POST /graphql HTTP/1.1\r\n${host}Content-Length: 99999999999999999999${end}{}`,
  `POST /graphql HTTP/1.1\r\n${host}Content-Length: 2\r\nContent-Length: 3${end}{}`,
  `POST /graphql HTTP/1.1\r\n${host}Content-Length: 4\r\nTransfer-Encoding: chunked${end}0\r\n\r\n`,
  `POST /graphql HTTP/1.1\r\n${host}Content-Type: application/json\r\nTransfer-Encoding: chunked${end}zz\r\n{}`,
  `POST /graphql HTTP/1.1\r\n${host}Content-Type: application/json\r\nTransfer-Encoding: chunked${end}ffffffffffffffff\r\n`,
  `GET /${"a".repeat(20_000)} HTTP/1.1\r\n${host}\r\n`,
  `GET / HTTP/1.1\r\n${host}X-Long: ${"a".repeat(20_000)}${end}`,
  `GET / HTTP/1.1\r\n${host}${"X-Many: 1\r\n".repeat(3_000)}\r\n`,
  `GET / HTTP/1.1\r\n${host}X-Split: a\r\n\tfolded${end}`,
  `CONNECT evil.example:443 HTTP/1.1\r\n${host}\r\n`,
  `GET / HTTP/1.1\r\n${host}Upgrade: websocket\r\nConnection: Upgrade${end}`,
  "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  "\u0016\u0003\u0001\u0002\u0000\u0001\u0000",
];

export const malformedBytes = (number: number): string => messages[number % messages.length] ?? "";

/** Status 444 stands for a connection that was closed without a word. */
export function sendBytes(
  { hostname, port }: URL,
  bytes: string,
): Promise<{ status: number; headers: string; text: string }> {
  return new Promise((resolve) => {
    let text = "";
    const socket = connect(Number(port), hostname, () => socket.end(bytes, "latin1"));
    const done = () => {
      socket.destroy();
      const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
      resolve({ status: status === undefined ? 444 : Number(status), headers: "", text });
    };
    socket.setTimeout(5_000, done);
    socket.on("data", (part) => (text += part.toString("latin1")));
    socket.on("close", done);
    socket.on("error", () => undefined);
  });
}
