// The Questions page in a real browser: it has the state of Explore, and its list of questions leads to the cards.
import type { Page } from "playwright-core";
import { settled, settledAt, type Site, type Visit } from "./site";

const headline = (page: Page): Promise<string> => page.getByRole("heading", { level: 1 }).innerText();
const card = (page: Page, name: string) => page.getByRole("article", { name });

export function testQuestions(site: () => Site): void {
  let visit: Visit;

  afterEach(async () => {
    const { errors } = visit;
    await visit.close();
    expect(errors).toEqual([]);
  });

  test("the questions keep the cohort, lead to their cards, and bring it back", async () => {
    visit = await site().visit("/?condition=TRD");
    const { page } = visit;
    await settled(page);
    const cohort = await headline(page);
    const nav = page.getByRole("navigation", { name: "Main" });
    await nav.getByRole("link", { name: "Questions" }).click();
    await page.waitForURL((url) => url.pathname === "/questions");
    await settledAt(page, { condition: "TRD" });
    expect(await headline(page)).toBe(cohort);
    const index = page.getByRole("navigation", { name: "Questions on this page" });
    const targets = await index
      .getByRole("link")
      .evaluateAll((links) => links.map((each) => each.getAttribute("href")));
    expect(targets.length).toBeGreaterThan(10);
    for (const target of targets) expect(await page.locator(`article.card${target}`).count()).toBe(1);
    await index.getByRole("link", { name: /^Who gets worse/ }).click();
    await page.waitForURL((url) => url.hash === "#worsening");
    await page.getByRole("checkbox", { name: /^Female/ }).check();
    await settledAt(page, { condition: "TRD", sex: "FEMALE" });
    expect(new URL(page.url()).pathname).toBe("/questions");

    const worsening = card(page, "Worsening and late response");
    const said = /Of 100 patients .*? (\d+) responded by week 4/.exec(
      await worsening.locator(".reading").innerText(),
    )?.[1];
    await worsening.getByText("Table", { exact: true }).click();
    const row = worsening.locator("tbody tr", { hasText: "Response by week 4" }).first();
    expect(await row.locator("td").nth(4).innerText()).toBe(said);

    await nav.getByRole("link", { name: "Explore" }).click();
    await settledAt(page, { condition: "TRD", sex: "FEMALE" });
  });
}
