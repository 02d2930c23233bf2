// A steward's way through the Data page: a folder with a fault is dropped and refused, the mended one chosen, tried, brought
// in, its receipt read and downloaded, and a release published.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { packageFolder, removePackageFolders, validFiles } from "../imports/packageFolder";
import { violationsOn } from "./accessibility";
import type { Site, Visit } from "./site";

// Its name is behind the demo's, which stays the one that a page opens with.
const NAME = "steward-study";
const mended = {
  "datapackage.json": (validFiles["datapackage.json"] ?? "").replace("clinic-study", NAME),
};
const faulty = {
  ...mended,
  "scores.csv": (validFiles["scores.csv"] ?? "").replace("p1,1,PHQ9,7,,9,0", "p1,1,PHQ9,7,,99,0"),
};

/** As if the folder's files were let go of over the page. */
async function drop(page: Page, folder: string): Promise<void> {
  const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
  const data = await page.evaluateHandle((dropped) => {
    const transfer = new DataTransfer();
    for (const { name, text } of dropped) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.locator(".drop").dispatchEvent("drop", { dataTransfer: data });
}

export function testSteward(site: () => Site): void {
  let visit: Visit;

  beforeAll(async () => {
    visit = await site().visit("/data?new");
  });
  afterAll(async () => {
    const { errors } = visit;
    await visit.close();
    removePackageFolders();
    expect(errors).toEqual([]);
  });

  test("a dropped folder is looked at, and what is wrong is named without its value", async () => {
    const { page } = visit;
    await page.locator(".drop").waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await drop(page, packageFolder(faulty));
    await page.getByText("1 problem in the rows that were looked at.").waitFor();
    const problems = page.getByRole("region", { name: "Problems, table" });
    expect(await problems.innerText()).toContain("PHQ-9 is a whole number from 0 to 27.");
    expect(await problems.innerText()).not.toContain("99");
    expect(await page.getByRole("region", { name: "Mapped rows, table" }).innerText()).toContain(
      "KETAMINE_IV",
    );
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole("button", { name: "Dry run", exact: true }).click();
    await page.getByText("Dry run: it would be refused.").waitFor();
    const receipts = page.getByRole("region", { name: "Receipts", exact: true });
    expect(await receipts.innerText()).toContain("Nothing was written. Put these rows right at the source");
    await page.getByRole("button", { name: "Other files" }).click();
  });

  test("a chosen folder is tried, brought in, read about and published", async () => {
    const { page } = visit;
    await page.getByLabel("Folder", { exact: true }).setInputFiles(packageFolder(mended));
    await page.getByText("No problems in the rows that were looked at.").waitFor();
    await page.getByRole("button", { name: "Dry run", exact: true }).click();
    await page.getByText("Dry run: it would be brought in.").waitFor();
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await page.waitForURL(`**/data?dataset=${NAME}`);
    const receipts = page.getByRole("region", { name: "Receipts", exact: true });
    const head = receipts.getByRole("button", { name: /^Import \d+/ });
    await head.click();
    expect(await receipts.innerText()).toContain("Brought in whole.");
    const coming = page.waitForEvent("download");
    await receipts.getByRole("link", { name: "Download receipt (CSV)" }).click();
    expect(readFileSync(await (await coming).path(), "utf8")).toContain(
      "file,courses.csv,course,,,,,,3,3,0,0,0",
    );
    const quality = page.getByRole("region", { name: "Quality", exact: true });
    await quality.getByText("2 patients, 3 courses").waitFor();
    expect(await quality.innerText()).toContain("33%, 1 of 3");

    await page.getByLabel(/^Note/).fill("The first release");
    await page.getByRole("button", { name: "Publish release 1" }).click();
    await page.getByText(`Published ${NAME}.1.`).waitFor();
    const releases = page.getByRole("region", { name: "Releases", exact: true });
    await releases.getByText("The first release").waitFor();
    expect(await page.getByRole("button", { name: "Publish release 2" }).count()).toBe(1);
    expect(await violationsOn(page)).toEqual([]);
  });

  test("corrected rows take the place of the old ones, and the next release says what changed, through the gate", async () => {
    const { page } = visit;
    const scores = (validFiles["scores.csv"] ?? "").replaceAll("p2,1,PCL5,0,,50", "p2,1,PCL5,0,,51");
    await page
      .getByLabel("Folder", { exact: true })
      .setInputFiles(packageFolder({ ...mended, "scores.csv": scores }));
    await page.getByRole("button", { name: "Import", exact: true }).click();
    const receipts = page.getByRole("region", { name: "Receipts", exact: true });
    await receipts.getByText("0 rows new, 1 superseded").waitFor();
    await page.getByRole("button", { name: "Publish release 2" }).click();
    await page.getByText(`Published ${NAME}.2.`).waitFor();
    const changes = page.getByRole("region", { name: "What changed, table" });
    // Of two patients every number is hidden, with its reason and without a digit.
    expect(await changes.getByText(/^fewer than the smallest number/).count()).toBe(14);
    expect(await changes.innerText()).not.toMatch(/\d/);
    await page.getByRole("button", { name: /^From/ }).click();
    await page.getByRole("menuitemradio", { name: "Release 1", checked: true }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press("Escape");
  });

  test("on a narrow dark screen axe finds nothing either", async () => {
    const narrow = await site().visit(`/data?dataset=${NAME}&from=1&to=2`, {
      width: 380,
      colorScheme: "dark",
    });
    await narrow.page.getByText("2 patients, 3 courses").waitFor();
    expect(await violationsOn(narrow.page)).toEqual([]);
    expect(await narrow.page.evaluate(() => document.documentElement.scrollWidth)).toBe(380);
    expect(narrow.errors).toEqual([]);
    await narrow.close();
  });
}
