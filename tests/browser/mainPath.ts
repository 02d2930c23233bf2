// The main path in a real browser, against the real server: open, choose PTSD, read a number, see the table, take the
// files home, open the link again and see the same.
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { settled, settledAt, type Site, type Visit } from "./site";

const headline = (page: Page): Promise<string> => page.getByRole("heading", { level: 1 }).innerText();
const countIn = (text: string): number =>
  Number(/^([\d,]+) patients/.exec(text)?.[1]?.replace(/,/g, "") ?? NaN);
const card = (page: Page, name: string) => page.getByRole("article", { name });

const TRD_COLOUR = "#1B6AC9";
const LAST_DAY = 42;

/** Where the curve of this colour first reaches one half, in days: the lines at 0 and 100 % span the plot. */
function halfwayIn(svg: string, colour: string): number {
  const paths = [...svg.matchAll(/<path fill="none" stroke="(#\w+)"[^>]* d="([^"]+)"/g)].map((found) => ({
    colour: found[1],
    points: [...(found[2] ?? "").matchAll(/([\d.]+) ([\d.]+)/g)].map(
      (at) => [Number(at[1]), Number(at[2])] as const,
    ),
  }));
  const level = paths.filter(({ points: [a, b] }) => a !== undefined && b !== undefined && a[1] === b[1]);
  const wide = level.map(({ points }) => ({
    from: points[0]?.[0] ?? 0,
    to: points[1]?.[0] ?? 0,
    y: points[0]?.[1] ?? 0,
  }));
  const grid = wide.filter(({ from, to }) => to - from > 300);
  const ys = grid.map(({ y }) => y);
  const half = (Math.min(...ys) + Math.max(...ys)) / 2;
  const curve = paths
    .filter((path) => path.colour === colour)
    .reduce((longest, path) => (path.points.length > longest.points.length ? path : longest));
  const [x] = curve.points.find(([, y]) => y <= half) ?? [NaN];
  const { from, to } = grid[0] ?? { from: NaN, to: NaN };
  return ((x - from) / (to - from)) * LAST_DAY;
}

async function download(page: Page, name: string, kind: string): Promise<string> {
  await card(page, name).getByRole("button", { name: "Download" }).click();
  const coming = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: new RegExp(`^${kind}`) }).click();
  const path = await (await coming).path();
  await page.keyboard.press("Escape");
  return readFileSync(path, "utf8");
}

export function testMainPath(site: () => Site): void {
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

  test("choosing PTSD narrows every figure, and the browser's back is undo", async () => {
    const page = await open("/");
    const everyone = countIn(await headline(page));
    expect(everyone).toBeGreaterThan(1000);

    const box = page.getByRole("checkbox", { name: /^Post-traumatic stress disorder/ });
    const row = page.locator("label", { has: box });
    const promised = Number((await row.locator(".option-count").innerText()).replace(/,/g, ""));
    await box.check();
    await settledAt(page, { condition: "PTSD" });
    const ptsd = await headline(page);
    expect(ptsd).toContain("with post-traumatic stress disorder");
    // The number in the panel is the size of the cohort that the click gives.
    expect(countIn(ptsd)).toBe(promised);
    expect(countIn(ptsd)).toBeLessThan(everyone);
    expect(await card(page, "Flow").locator(".reading").innerText()).toContain(
      promised.toLocaleString("en-GB"),
    );

    await page.goBack();
    await settledAt(page, { condition: null });
    expect(countIn(await headline(page))).toBe(everyone);
  });

  test("a number on the screen is the one in the table, in CSV and in the SVG's curve, and again by the link", async () => {
    const page = await open("/?condition=TRD");
    const onset = card(page, "Onset");
    await expect(onset.locator("canvas").getAttribute("aria-label")).resolves.toMatch(/\S/);
    const reading = await onset.locator(".reading").innerText();
    const day = Number(/responded by day (\d+)/.exec(reading)?.[1]);
    expect(day).toBeGreaterThan(0);

    await onset.getByText("Table", { exact: true }).click();
    const header = await onset.locator("thead th").allInnerTexts();
    const row = await onset
      .locator("tbody tr", { hasText: "Median, day" })
      .first()
      .locator("td")
      .allInnerTexts();
    expect(row[header.indexOf("Value")]).toBe(String(day));

    const csv = await download(page, "Onset", "CSV");
    expect(csv).toContain("# Release: demo.1");
    const lines = csv.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
    expect(lines[0]?.split(",")[0]).toBe(header[0]);
    expect(lines.length - 1).toBe(await onset.locator("tbody tr").count());
    expect(lines.find((line) => line.includes('"Median, day"'))).toContain(`,${day},`);

    const svg = await download(page, "Onset", "SVG");
    expect(svg).not.toContain("<image");
    expect(halfwayIn(svg, TRD_COLOUR)).toBeCloseTo(day, 0);

    await page.reload();
    await settled(page);
    expect(await onset.locator(".reading").innerText()).toBe(reading);
  });

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

  test("R and Python are offered as text that asks for these numbers by the whole address of their CSV", async () => {
    const page = await open("/?condition=PTSD,TRD&sex=FEMALE");
    const csv = await download(page, "Onset", "CSV");
    await card(page, "Onset").getByRole("button", { name: "Download" }).click();
    for (const name of ["R script", "Python script"]) {
      await page.getByRole("menuitem", { name }).click();
      const text = await page.evaluate(() => navigator.clipboard.readText());
      const address = /^address (?:<-|=) "(.+)"$/m.exec(text)?.[1] ?? "";
      expect(new URL(address).searchParams.get("release")).toBe("1");
      expect(await (await fetch(address)).text()).toBe(csv);
    }
  });

  test("the panel can be worked by keyboard, and a clause leads to its group", async () => {
    const page = await open("/?condition=PTSD");
    await page.getByRole("link", { name: "post-traumatic stress disorder" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "cohort-control-condition");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await settledAt(page, { condition: null });
    // From the group's name on to its first category, which the space bar checks.
    await page.getByRole("button", { name: "Condition", exact: true }).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await settledAt(page, { condition: "TRD" });
    await page.keyboard.press("Space");
    await settledAt(page, { condition: null });
    // The name closes its group, and opens it again.
    const group = page.getByRole("button", { name: "Condition", exact: true });
    await group.press("Enter");
    expect(await group.getAttribute("aria-expanded")).toBe("false");
    await group.press("Enter");
    expect(await group.getAttribute("aria-expanded")).toBe("true");
  });

  test("a card stays a table while the cohort changes, and the key brings its line forward", async () => {
    const page = await open("/?condition=PTSD,TRD");
    const onset = card(page, "Onset");
    await onset.getByText("Table", { exact: true }).click();
    await page.getByRole("checkbox", { name: /^Female/ }).check();
    await settledAt(page, { sex: "FEMALE" });
    expect(await onset.locator("tbody tr").count()).toBeGreaterThan(1);
    expect(await onset.locator("canvas").count()).toBe(0);

    const drawn = () =>
      card(page, "Trajectory")
        .locator("canvas")
        .first()
        .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
    const before = await drawn();
    const entry = page.getByRole("list", { name: "Key" }).getByRole("button").first();
    await entry.focus();
    expect(await drawn()).not.toBe(before);
    await entry.blur();
    expect(await drawn()).toBe(before);
  });

  test("a range grows to the category that is checked", async () => {
    const page = await open("/?age=30-39");
    await page.getByRole("checkbox", { name: /^50 to 59/ }).check();
    await settledAt(page, { age: "30-39,40-49,50-59" });
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
    await settledAt(page, { condition: "PTSD" });
    expect(await headline(page)).toContain("with post-traumatic stress disorder");
  });

  test("durability takes maintenance for a competing event, and its pattern not for something known before", async () => {
    const page = await open("/?by=none&maintenance=COMPETING");
    const durability = card(page, "Durability");
    expect(await durability.locator(".reading").innerText()).toMatch(
      /\d+ in 100 had lost response and \d+ in 100 had received maintenance first/,
    );
    await durability.getByText("Table", { exact: true }).click();
    expect(await durability.locator("thead").innerText()).toContain("Maintenance first so far");

    await page.goto(`${new URL(page.url()).origin}/?by=maintenance`);
    await settled(page);
    expect(await durability.locator(".notes").innerText()).toContain("immortal time");
    expect(await durability.locator(".caution").count()).toBe(0);
    await durability.getByRole("button", { name: /Grouped by/ }).click();
    await page.getByRole("menuitemradio", { name: "the whole later course" }).click();
    await settledAt(page, { maintained: "WHOLE_COURSE" });
    expect(await durability.locator(".caution").innerText()).toContain("grouped by what happened later");
  });
}
