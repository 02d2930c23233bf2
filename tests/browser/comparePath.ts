// Comparing in a real browser, against the real server: pin two cohorts in Explore, read their difference, see the
// warning, take the forest plot and a table home, open the link again and see the same.
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { settled, type Site, type Visit } from "./site";

const card = (page: Page, name: string) => page.getByRole("article", { name, exact: true });
const warning = (page: Page) => page.getByRole("note", { name: "Warning" });
const cohort = (page: Page, letter: string) =>
  page.getByRole("region", { name: new RegExp(`^Cohort ${letter},`) });

/** Everything that is read on the page, in order. */
const said = async (page: Page): Promise<string[]> => [
  await page.getByRole("heading", { level: 1 }).innerText(),
  ...(await page.locator(".pin-counts").allInnerTexts()),
  ...(await warning(page).allInnerTexts()),
  ...(await page.locator(".reading").allInnerTexts()),
];

async function download(page: Page, name: string, kind: string): Promise<string> {
  await card(page, name).getByRole("button", { name: "Download" }).click();
  const coming = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: new RegExp(`^${kind}`) }).click();
  const path = await (await coming).path();
  await page.keyboard.press("Escape");
  return readFileSync(path, "utf8");
}

/** The rows of a CSV as records by header; its numbers and reasons as they are written. */
function records(csv: string): Record<string, string>[] {
  const cells = (line: string) =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = ""]) => cell.replace(/^"|"$/g, ""));
  const [head = "", ...lines] = csv.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
  const names = cells(head);
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, at) => [names[at] ?? "", cell])));
}

export const TWO_COHORTS =
  "/compare?a=condition%3DTRD%26modality%3DKETAMINE_IV&b=condition%3DBIPOLAR%26modality%3DKETAMINE_IV";
const APART =
  "/compare?a=condition%3DTRD%26psychotherapy%3DNONE&b=condition%3DTRD%26psychotherapy%3DASSISTED,INTEGRATION";

export function testComparePath(site: () => Site): void {
  let visit: Visit;

  afterEach(async () => {
    const { errors } = visit;
    await visit.close();
    expect(errors).toEqual([]);
  });

  const open = async (path: string, width = 1440): Promise<Page> => {
    visit = await site().visit(path, { width });
    await settled(visit.page);
    return visit.page;
  };

  test("two cohorts are pinned in Explore, compared, taken home, and the same again by the link", async () => {
    const page = await open("/?condition=TRD&modality=KETAMINE_IV");
    await page.getByRole("button", { name: "Pin to compare" }).click();
    await page.getByRole("button", { name: "Pinned as A" }).waitFor();
    await page.getByRole("checkbox", { name: /^Bipolar depression/ }).check();
    await page.getByRole("checkbox", { name: /^Treatment-resistant depression/ }).uncheck();
    await settled(page);
    // The pin rode along while the cohort changed, and no figure's address carries it.
    await page.getByRole("button", { name: "Pin to compare" }).click();
    expect(await page.getByRole("group", { name: "Pinned cohorts" }).innerText()).toMatch(
      /A\s+TRD[\s\S]*B\s+Bipolar/,
    );
    await card(page, "Onset").getByRole("button", { name: "Download" }).click();
    const address = await page.getByRole("menuitem", { name: /^SVG/ }).getAttribute("href");
    expect(new URL(address ?? "", page.url()).searchParams.has("a")).toBe(false);
    await page.keyboard.press("Escape");

    await page
      .getByRole("navigation")
      .getByRole("link", { name: /^Compare/ })
      .click();
    await settled(page);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Two cohorts, given ketamine IV");
    expect(await cohort(page, "A").innerText()).toMatch(
      /[\d,]+ treated\s+[\d,]+ with a week 4 score\s+Reference/,
    );

    // The difference in words is the one in the table that files carry.
    const reading = await card(page, "Effects").locator(".reading").innerText();
    const found =
      /Response at week 4 was (\d+) points? (more|less) frequent in B .* 95% interval (.*?)[.:]/.exec(
        reading,
      );
    expect(found).not.toBeNull();
    const effects = records(await download(page, "Effects", "CSV"));
    const difference = effects.find(
      (row) =>
        row["Outcome"] === "Response at week 4" &&
        row["Statistic"] === "Difference, points" &&
        row["Adjustment"] === "Unadjusted",
    );
    const points = Number(difference?.["Value"]);
    expect(Math.round(Math.abs(points))).toBe(Number(found?.[1]));
    expect(points > 0 ? "more" : "less").toBe(found?.[2]);
    expect(Number(difference?.["Lower 95% limit"])).toBeLessThan(points);
    const adjusted = effects.find(
      (row) => row["Statistic"] === "Difference, points" && row["Adjustment"] === "Adjusted",
    );
    expect(adjusted?.["Value"]).toBe("no number: not comparable, even after adjustment");

    // Whom weighting cannot make alike are not to be compared: over the results, with the numbers.
    expect(await warning(page).innerText()).toMatch(
      /^A and B are not comparable, even after adjustment\.\s+Weighting (leaves|keeps) .*\d.* Do not read B against A as an effect of treatment\./,
    );
    expect(await warning(page).getByRole("button").count()).toBe(0);

    const forest = await download(page, "Subgroups", "SVG");
    expect(forest).toMatch(/^<\?xml|^<svg/);
    expect(forest).not.toMatch(/<image|<text/);
    const subgroups = await download(page, "Subgroups", "CSV");
    expect(subgroups).toContain("# Warning: A and B are not comparable, even after adjustment");
    await card(page, "Subgroups").getByText("Table", { exact: true }).click();
    expect(await card(page, "Subgroups").locator("tbody tr").count()).toBe(records(subgroups).length);

    const first = await said(page);
    await page.reload();
    await settled(page);
    expect(await said(page)).toEqual(first);
    await page.getByRole("button", { name: "Copy link" }).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(link).searchParams.get("release")).toBe("1");
    await page.goto(link);
    await settled(page);
    expect(await said(page)).toEqual(first);
  });

  test("cohorts are named, reordered and taken off, and the browser's back is undo", async () => {
    const page = await open(APART);
    const words = await card(page, "Effects").locator(".reading").innerText();
    const name = page.getByRole("textbox", { name: "Name of cohort B" });
    expect(await name.inputValue()).toBe("Integration or assisted psychotherapy");
    await name.fill("With psychotherapy");
    await name.press("Enter");
    await page.waitForURL((url) => url.searchParams.get("bName") === "With psychotherapy");
    await settled(page);
    expect(await card(page, "Effects").locator(".reading").innerText()).toContain("B (With psychotherapy)");

    await page.getByRole("button", { name: "Make B the reference" }).click();
    await page.waitForURL((url) => url.searchParams.get("aName") === "With psychotherapy");
    await settled(page);
    expect(await cohort(page, "A").innerText()).toContain("Reference");
    await page.goBack();
    await page.goBack();
    await settled(page);
    expect(await card(page, "Effects").locator(".reading").innerText()).toBe(words);

    await page.getByRole("button", { name: "Remove B" }).click();
    await page.getByRole("heading", { name: "One more cohort is needed" }).waitFor();
    await page.getByRole("button", { name: "Remove A" }).click();
    await page.getByRole("heading", { name: "No cohort is pinned yet" }).waitFor();
    await page.getByRole("link", { name: "Standard against intensive induction" }).click();
    await settled(page);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain(
      "Two cohorts with treatment-resistant",
    );
  });

  test("a cohort is edited in Explore and put back in its place", async () => {
    const page = await open(APART);
    await page.getByRole("link", { name: "Edit B in Explore" }).click();
    await settled(page);
    await page.getByRole("checkbox", { name: /^Female/ }).check();
    await settled(page);
    await page.getByRole("button", { name: "Put in place of B" }).click();
    await settled(page);
    expect(new URL(page.url()).pathname).toBe("/compare");
    expect(await cohort(page, "B").innerText()).toContain("sex: female");
    expect(await cohort(page, "A").innerText()).not.toContain("sex: female");
  });

  test("what is adjusted for is chosen by keyboard, and nothing at all is warned of", async () => {
    const page = await open(APART);
    const field = page.getByRole("button", { name: /^Adjusted for/ });
    await field.focus();
    await page.keyboard.press("Enter");
    const none = page.getByRole("button", { name: "None" });
    await none.waitFor();
    await none.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.searchParams.get("adjust") === "none");
    await page.keyboard.press("Escape");
    await settled(page);
    expect(await warning(page).innerText()).toContain("Nothing is adjusted for.");
    expect(await card(page, "Durability").locator("canvas").count()).toBe(1);
  });

  test("cohorts that overlap are shown and not tested", async () => {
    const page = await open("/compare?a=condition%3DTRD&b=condition%3DTRD%26sex%3DFEMALE");
    expect(await warning(page).innerText()).toMatch(/^A and B overlap: patients may be in both\./);
    expect(await card(page, "Effects").innerText()).toContain("cohorts overlap");
  });

  test("on a narrow screen nothing scrolls sideways, and pins survive a look at the methods", async () => {
    const page = await open(TWO_COHORTS, 380);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(380);
    await page.getByRole("button", { name: "Pages" }).click();
    await page.getByRole("menuitem", { name: "Methods" }).click();
    await page.getByRole("heading", { level: 1, name: /Methods/ }).waitFor();
    await page.getByRole("button", { name: "Pages" }).click();
    await page.getByRole("menuitem", { name: /^Compare/ }).click();
    await settled(page);
    expect(await cohort(page, "B").count()).toBe(1);
  });
}
