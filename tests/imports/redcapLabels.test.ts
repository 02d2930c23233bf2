// A label export read by its dictionary is the raw export; what a label could mean twice is refused.
import { writeFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readDictionary, type RedcapField } from "../../server/src/imports/redcap/dictionary";
import { rawExport } from "../../server/src/imports/redcap/labels";

const folder = mkdtempSync(join(tmpdir(), "dictionary-"));
afterAll(() => rmSync(folder, { recursive: true }));

const HEADER = "field_name,form_name,field_type,field_label,select_choices_or_calculations\n";
async function dictionary(rows: string, header = HEADER): Promise<readonly RedcapField[]> {
  const path = join(folder, "dictionary.csv");
  writeFileSync(path, header + rows);
  return readDictionary(path);
}
const project = () =>
  dictionary(
    [
      "id,start,text,Record ID,",
      'mood,start,radio,"Your <b>mood</b>\n today","0, 1 | 1, 2 | 2, fine, really"',
      "when,start,text,Date,",
      'felt,visit,checkbox,Felt,"1, Ill | -2, Well | B.3, So"',
      "later,visit,text,Date,",
    ].join("\n"),
  );

test("labels of headers and choices become names and codes, in order where they stand twice", async () => {
  const header = ["Record ID", "Event Name", "Repeat Instrument", "Your mood today", "Date", "Complete?"];
  const boxes = ["Felt (choice=Ill)", "Felt (choice=Well)", "Felt (choice=So)", "Date", "Complete?", "Added"];
  const { names, code } = rawExport([...header, ...boxes], await project());
  expect(names).toEqual([
    ...["id", "redcap_event_name", "redcap_repeat_instrument", "mood", "when", "start_complete"],
    ...["felt___1", "felt____2", "felt___b3", "later", "visit_complete", "Added"],
  ]);
  expect(code("felt___1", "Checked")).toBe("1");
  expect(code("visit_complete", "Unverified")).toBe("1");
  expect(code("redcap_repeat_instrument", "Visit")).toBe("visit");
  // In a label export 1 is the label of 0.
  expect([code("mood", "1"), code("mood", "2"), code("mood", "fine, really"), code("mood", "bad")]).toEqual([
    "0",
    "1",
    "2",
    "bad",
  ]);
});

test("a raw export stays as it is, its codes before labels of the same writing", async () => {
  const { names, code } = rawExport(["id", "mood", "felt____2", "anything"], await project());
  expect(names).toEqual(["id", "mood", "felt____2", "anything"]);
  expect([code("mood", "1"), code("mood", "2"), code("mood", "fine, really")]).toEqual(["1", "2", "2"]);
});

test("one of two fields with the same label: which it is cannot be known", async () => {
  const fields = await project();
  expect(() => rawExport(["Record ID", "Date"], fields)).toThrow("Several fields have this label.");
});

test.each([
  ["no dictionary", "a,b,c,d,e\n", "", "Is no data dictionary of REDCap"],
  ["no field", HEADER, "", "Names no field."],
  ["a field that stands twice", HEADER, "id,f,text,A,\nid,f,text,B,\n", "stands twice"],
  ["a row without its cells", HEADER, "id,f\n", "Has fewer cells than the header."],
])("%s is refused", async (_, header, rows, rule) => {
  await expect(dictionary(rows, header)).rejects.toThrow(rule);
});
