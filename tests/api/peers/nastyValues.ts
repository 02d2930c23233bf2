// What somebody may put where a value is expected, to see what happens; and the chance by which it is chosen, the same for
// the same seed.
import { RandomStream } from "../../../server/src/demo/random";

export class Chance {
  private readonly stream: RandomStream;
  constructor(seed: number, number: number) {
    this.stream = new RandomStream(seed, number);
  }
  /** A whole number from 0 up to and without `below`. */
  below(below: number): number {
    return Math.floor(this.stream.uniform() * below);
  }
  of<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)] as T;
  }
  is(share: number): boolean {
    return this.stream.uniform() < share;
  }
}

export const nastyTexts: readonly string[] = [
  "",
  " ",
  "' OR 1=1 --",
  "1; DROP TABLE release; --",
  "seeded.1'; SELECT pg_sleep(5) --",
  "\\'; TRUNCATE analysis; --",
  "$1",
  "$$",
  "%27%20OR%201%3D1",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "javascript:alert(1)",
  "../../../../etc/passwd",
  "..\\..\\windows\\win.ini",
  "file:///proc/self/environ",
  "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "\u202efdp.exe",
  "🧠".repeat(50),
  "ﷺ".repeat(100),
  "e\u0301".repeat(200),
  "${7*7}",
  "{{7*7}}",
  "%s%s%s%n",
  "=cmd|' /C calc'!A0",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "NaN",
  "Infinity",
  "-0",
  "1e309",
  "9".repeat(400),
  "0x7fffffff",
  "true",
  "null",
  "undefined",
  "\r\nSet-Cookie: a=b",
  "seeded.0",
  "seeded.-1",
  "seeded.99999999999",
  "SEEDED.1",
  "seeded.1 ",
  "TRD",
  "x".repeat(900),
  "x".repeat(5_000),
];

const others: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  -1e308,
  [],
  [[[[[]]]]],
  {},
  { __proto__: null, constructor: { prototype: { polluted: true } } },
  JSON.parse('{"__proto__":{"polluted":true}}'),
  { length: 1e9 },
  { toString: "x" },
  Array.from({ length: 150 }, (_, i) => i),
];

export const nastyText = (chance: Chance): string => chance.of(nastyTexts);

export function nastyValue(chance: Chance): unknown {
  if (chance.is(0.6)) return nastyText(chance);
  return chance.is(0.2) ? [nastyText(chance), nastyText(chance)] : chance.of(others);
}
