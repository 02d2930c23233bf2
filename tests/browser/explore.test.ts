// The main path in a real browser, against the real server: open, choose PTSD, read a number, see the table, take the
// files home, open the link again and see the same.
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { settled, startSite, type Site, type Visit } from "./site";

let site: Site;
let visit: Visit;

jest.setTimeout(240_000);

beforeAll(async () => {
  site = await startSite();
}, 300_000);
afterAll(async () => {
  await site?.stop();
});
afterEach(async () => {
  expect(visit.errors).toEqual([]);
  await visit.close();
});

const open = async (path: string, width = 1440): Promise<Page> => {
  visit = await site.visit(path, { width });
  await settled(visit.page);
  return visit.page;
};

const headline = (page: Page): Promise<string> => page.getByRole("heading", { level: 1 }).innerText();
const countIn = (text: string): number =>
  Number(/^([\d,]+) patients/.exec(text)?.[1]?.replace(/,/g, "") ?? NaN);
const card = (page: Page, name: string) => page.getByRole("article", { name });

test("choosing PTSD narrows every figure, and the browser's back is undo", async () => {
  const page = await open("/");
  const everyone = countIn(await headline(page));
  expect(everyone).toBeGreaterThan(1000);

  const box = page.getByRole("checkbox", { name: /^Post-traumatic stress disorder/ });
  const row = page.locator("label", { has: box });
  const promised = Number((await row.locator(".option-count").innerText()).replace(/,/g, ""));
  await box.check();
  await settled(page);

  expect(new URL(page.url()).searchParams.get("condition")).toBe("PTSD");
  const ptsd = await headline(page);
  expect(ptsd).toContain("with post-traumatic stress disorder");
  // The number in the panel is the size of the cohort that the click gives.
  expect(countIn(ptsd)).toBe(promised);
  expect(countIn(ptsd)).toBeLessThan(everyone);
  expect(await card(page, "Flow").locator(".reading").innerText()).toContain(
    promised.toLocaleString("en-GB"),
  );

  await page.goBack();
  await settled(page);
  expect(countIn(await headline(page))).toBe(everyone);
});

test("the table holds the figure's numbers, and the files the same", async () => {
  const page = await open("/?condition=PTSD");
  const onset = card(page, "Onset");
  await expect(onset.locator("canvas").getAttribute("aria-label")).resolves.toMatch(/\S/);
  await onset.getByText("Table", { exact: true }).click();
  const cells = await onset.locator("tbody tr").first().locator("td").allInnerTexts();
  expect(cells.length).toBeGreaterThan(3);

  const csv = await download(page, "Onset", "CSV");
  expect(csv).toContain("# ");
  const header = await onset.locator("thead th").allInnerTexts();
  const table = csv.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
  expect(table[0]).toContain(header[0]);
  expect(table.length - 1).toBe(await onset.locator("tbody tr").count());

  const svg = await download(page, "Onset", "SVG");
  expect(svg).toContain("<svg");
  expect(svg).not.toContain("<image");
});

async function download(page: Page, name: string, kind: string): Promise<string> {
  await card(page, name).getByRole("button", { name: "Download" }).click();
  const coming = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: new RegExp(`^${kind}`) }).click();
  const path = await (await coming).path();
  await page.keyboard.press("Escape");
  return readFileSync(path, "utf8");
}

test("the copied link names its release and shows the same again", async () => {
  const page = await open("/?condition=PTSD,TRD&by=sex");
  const first = [await headline(page), ...(await page.locator(".reading").allInnerTexts())];
  await page.getByRole("button", { name: "Copy link" }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).searchParams.get("release")).toBe("1");
  expect(new URL(link).searchParams.get("dataset")).toBe("demo");

  await page.goto(link);
  await settled(page);
  expect([await headline(page), ...(await page.locator(".reading").allInnerTexts())]).toEqual(first);
});

test("the panel can be worked by keyboard, and a clause leads to its group", async () => {
  const page = await open("/?condition=PTSD");
  await page.getByRole("link", { name: "post-traumatic stress disorder" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "cohort-control-condition");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await settled(page);
  expect(new URL(page.url()).searchParams.get("condition")).toBeNull();
});

test("a range grows to the category that is checked", async () => {
  const page = await open("/?age=30-39");
  await page.getByRole("checkbox", { name: /^50 to 59/ }).check();
  await settled(page);
  expect(new URL(page.url()).searchParams.get("age")).toBe("30-39,40-49,50-59");
});

test("on a narrow screen the cohort is a sheet, and nothing scrolls sideways", async () => {
  const page = await open("/", 380);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(380);
  await page.getByRole("button", { name: /^Cohort/ }).click();
  await page
    .getByRole("dialog")
    .getByRole("checkbox", { name: /^Post-traumatic/ })
    .check();
  await page.getByRole("button", { name: /^Show [\d,]+ patients$/ }).click();
  await settled(page);
  expect(await headline(page)).toContain("with post-traumatic stress disorder");
});
