// axe finds nothing to object to, on any page: light and wide, dark and narrow.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { TWO_COHORTS } from "./comparePath";
import { settled, type Site } from "./site";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The pages have no frames to look into, and a list of all that is well is not needed. */
const axe = (page: Page): AxeBuilder =>
  new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"] })
    .withTags(tags);

const pages = [
  "/?condition=PTSD,TRD",
  "/questions?condition=PTSD,TRD",
  TWO_COHORTS,
  "/data",
  "/methods",
] as const;

/** What axe objects to, and where. */
export async function violationsOn(page: Page): Promise<{ id: string; nodes: string[] }[]> {
  const { violations } = await axe(page).analyze();
  return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 160)) }));
}

export function testAccessibility(site: () => Site): void {
  describe.each([
    ["light", 1440, [...pages, "/compare", "/?condition=NONE_SUCH"]],
    ["dark", 380, pages],
  ] as const)("%s, %i px wide", (colorScheme, width, paths) => {
    test.each(paths)("%s", async (path) => {
      const visit = await site().visit(path, { colorScheme, width });
      if (path.startsWith("/?condition=N")) await visit.page.getByRole("alert").waitFor();
      else if (path.includes("?")) await settled(visit.page);
      else await visit.page.locator("main section.card").first().waitFor();
      expect(await violationsOn(visit.page)).toEqual([]);
      expect(visit.errors).toEqual([]);
      await visit.close();
    });
  });

  test("the table view, the open download menu and the open sheet pass as well", async () => {
    const visit = await site().visit("/", { width: 380 });
    const { page } = visit;
    await settled(page);
    const analyse = async (part: string) =>
      (await axe(page).include(part).analyze()).violations.map(({ id }) => id);
    await page.getByRole("article", { name: "Onset" }).getByText("Table", { exact: true }).click();
    await page.getByRole("article", { name: "Onset" }).getByRole("button", { name: "Download" }).click();
    expect(await analyse("#onset")).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /^Cohort/ }).click();
    await page.getByRole("dialog").waitFor();
    expect(await analyse("dialog[open]")).toEqual([]);
    await visit.close();
  });

  test("what is adjusted for, and all files of a comparison, pass when they are open", async () => {
    const visit = await site().visit(TWO_COHORTS);
    const { page } = visit;
    await settled(page);
    const analyse = async () => (await axe(page).analyze()).violations.map(({ id }) => id);
    await page.getByRole("button", { name: /^Adjusted for/ }).click();
    await page.getByRole("group", { name: "Characteristics" }).waitFor();
    expect(await analyse()).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Download all" }).click();
    await page.getByRole("menuitem", { name: "Effects, CSV", exact: true }).waitFor();
    expect(await analyse()).toEqual([]);
    await visit.close();
  });
}
