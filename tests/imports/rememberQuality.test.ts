// A quality report is counted once for each state of a dataset: again after an import and after a withdrawal, not before.
import type { Database } from "../../server/src/database/dataSource";
import { importPackage } from "../../server/src/imports/importPackage";
import { rememberQuality } from "../../server/src/imports/rememberQuality";
import { withdraw } from "../../server/src/imports/withdraw";
import { createTestDatabase, type TestDatabase } from "../testDatabase";
import { packageFolder, removePackageFolders, validFiles } from "./packageFolder";

let place: TestDatabase;
let counted = 0;
beforeAll(async () => {
  place = await createTestDatabase();
});
afterEach(removePackageFolders);
afterAll(() => place.drop());

test("it is counted anew when rows may have changed, and then alone", async () => {
  const query: Database["query"] = (sql, values) => {
    if (sql.includes("followed")) counted += 1;
    return place.database.query(sql, values);
  };
  const quality = rememberQuality(query);
  await importPackage(place.database, packageFolder(), { dataset: "study" });
  const [first, second] = await Promise.all([quality("study"), quality("study")]);
  expect(first).toEqual(second);
  expect(first.courses).toBe(3);
  expect(counted).toBe(1);

  const more = `${validFiles["courses.csv"] ?? ""}p3,1,south,TRD,,KETAMINE_IV,,50,MALE,,,2024,,\n`;
  await importPackage(place.database, packageFolder({ "courses.csv": more }), { dataset: "study" });
  expect((await quality("study")).courses).toBe(4);
  expect(counted).toBe(2);
  await withdraw(place.database, { dataset: "study", patients: ["p3"] });
  expect((await quality("study")).courses).toBe(3);
  expect(await quality("study")).toEqual(first);
  expect(counted).toBe(3);
  expect((await quality("none of these")).courses).toBe(0);
});
