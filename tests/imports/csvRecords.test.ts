// Lines that are split as they stand give what the CSV parser gives, wherever a chunk ends and a quote begins.
import { parse } from "csv-parse/sync";
import { csvRecords } from "../../server/src/imports/csvRecords";
import { randomFrom } from "./fuzzedFile";

async function* chunksOf(text: string, sizes: () => number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length;) {
    const to = from + sizes();
    yield bytes.subarray(from, to);
    from = to;
  }
}

async function read(text: string, sizes: () => number, isStated = false): Promise<string[][]> {
  const records: string[][] = [];
  for await (const some of csvRecords(chunksOf(text, sizes), { delimiter: ",", isStated }))
    records.push(...some);
  return records;
}

test.each(["\n", "\r\n", "\r"])("four hundred random texts whose lines end with %j", async (ending) => {
  const random = randomFrom(ending.length + ending.charCodeAt(0));
  const pieces = ["a", "12", "", "é", "漢", " ", "\t", '"x,y"', `"two${ending}lines"`, '""', "\r"];
  for (let nth = 0; nth < 400; nth += 1) {
    const quoted = random(2) === 0;
    const known = pieces.filter(
      (piece) => (quoted || !piece.includes('"')) && (piece !== "\r" || ending === "\n"),
    );
    const lines = Array.from({ length: 1 + random(6) }, () =>
      Array.from({ length: 1 + random(4) }, () => known[random(known.length)]).join(","),
    );
    const text = `head,of,it${ending}${lines.join(ending)}${random(2) === 0 ? ending : ""}`;
    const expected: string[][] = parse(text, { relax_column_count: true, record_delimiter: ending });
    expect(await read(text, () => 1 + random(20))).toEqual(expected);
  }
});

test("a first line that names the delimiter is no record", async () => {
  expect(await read("sep=,\na,b\n1,2\n", () => 4, true)).toEqual([
    ["a", "b"],
    ["1", "2"],
  ]);
  expect(await read('sep=,\na,b\n1,"2"\n', () => 4, true)).toEqual([
    ["a", "b"],
    ["1", "2"],
  ]);
  expect(await read('"sep=,"\na,b\n', () => 100, true)).toEqual([["a", "b"]]);
});

test.each([
  ["too long a row", `a,b\n1,2\n${"3".repeat(70_000)},4\n`, 3],
  ["too long a row without an end", `a,b\n1,2\n${"3".repeat(70_000)}`, 3],
  ["a quote that is never closed", `a,b\n1,2\n3,4\n5,"${"6\n".repeat(40_000)}`, 4],
  ["a stray quote", 'a,b\n1,2\n3,4\n5,6"7\n8,9\n', 4],
])("%s is told with its line", async (_, text, line) => {
  for (const size of [7, 1_000, 1_000_000]) {
    const records: string[][] = [];
    const reading = async () => {
      const source = csvRecords(
        chunksOf(text, () => size),
        { delimiter: ",", isStated: false },
      );
      for await (const some of source) records.push(...some);
    };
    await expect(reading()).rejects.toMatchObject({ line });
    if (!text.includes('"')) expect(records).toHaveLength(line - 1);
  }
});
