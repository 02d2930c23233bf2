// From the bytes that Postgres sends to columns: each number in its row, in the smallest form that holds all.
import { columnFrom, wideFrom } from "../../server/src/columns/decodeColumn";

const two = (numbers: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(2 * numbers.length);
  numbers.forEach((number, at) => bytes.writeInt16BE(number, 2 * at));
  return bytes;
};
const four = (numbers: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(4 * numbers.length);
  numbers.forEach((number, at) => bytes.writeInt32BE(number, 4 * at));
  return bytes;
};
/** The same bytes where no number may start. */
const aside = (bytes: Buffer): Buffer => Buffer.concat([Buffer.alloc(1), bytes]).subarray(1);
const UNKNOWN = -(2 ** 15);

test("numbers of one byte, the least of which stands for what is not known", () => {
  const column = columnFrom([two([0, 127, -127]), two([UNKNOWN, 5])], null);
  expect(column.BYTES_PER_ELEMENT).toBe(1);
  expect([...column]).toEqual([0, 127, -127, -128, 5]);
});

test.each([[128], [-128], [32_767], [-32_767]])(
  "two bytes as soon as one number needs them: %d",
  (number) => {
    const column = columnFrom([two([1, UNKNOWN]), two([number])], null);
    expect(column.BYTES_PER_ELEMENT).toBe(2);
    expect([...column]).toEqual([1, UNKNOWN, number]);
  },
);

test("each in its row, over the ends of pieces", () => {
  expect([...columnFrom([two([30, 10]), two([]), two([20])], Int32Array.from([2, 0, 1]))]).toEqual([
    10, 20, 30,
  ]);
});

test("four bytes", () => {
  const numbers = [0, 525_600, -(2 ** 31), 2 ** 31 - 1];
  expect([...wideFrom([four(numbers), four([]), four([7])])]).toEqual([...numbers, 7]);
});

test("wherever the bytes lie", () => {
  expect([...columnFrom([aside(two([300, -2]))], null)]).toEqual([300, -2]);
  expect([...wideFrom([aside(four([300, -2]))])]).toEqual([300, -2]);
});

test("nothing", () => {
  expect([columnFrom([], null), wideFrom([])].map(({ length }) => length)).toEqual([0, 0]);
});

test("every thread reads the same bytes", () => {
  const kinds = [columnFrom([two([1])], null), columnFrom([two([999])], null), wideFrom([four([1])])];
  for (const { buffer } of kinds)
    expect(Object.prototype.toString.call(buffer)).toBe("[object SharedArrayBuffer]");
});
