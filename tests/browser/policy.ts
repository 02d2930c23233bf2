// The pages keep to the policy that the server gives the browser (no script and no style but ours), with a drawer open, a
// menu open and a figure opened by itself: what breaks it stands in the console. The headers are for tests/api/addresses.
import { settled, type Site } from "./site";

export function testPolicy(site: () => Site): void {
  test("a page with its drawer open: every style element bears the nonce", async () => {
    const visit = await site().visit("/", { width: 380 });
    const { page } = visit;
    await settled(page);
    await page.getByRole("button", { name: /^Cohort/ }).click();
    await page.getByRole("dialog").waitFor();
    const nonces = await page.evaluate(() =>
      [...document.querySelectorAll("style")].map(({ nonce }) => nonce),
    );
    expect(nonces.length).toBeGreaterThan(1);
    expect(new Set(nonces).size).toBe(1);
    expect(nonces[0]).toMatch(/^[\w-]{22}$/);
    expect(visit.errors).toEqual([]);
    await visit.close();
  });

  test("a page with its menu open", async () => {
    const visit = await site().visit("/methods", { width: 380 });
    await visit.page.getByRole("heading", { level: 1 }).waitFor();
    await visit.page.getByRole("button", { name: "Pages" }).click();
    await visit.page.getByRole("menuitem").first().waitFor();
    expect(visit.errors).toEqual([]);
    await visit.close();
  });

  test("a figure opened by itself", async () => {
    const visit = await site().visit("/figures/onset.svg?dataset=demo");
    expect(visit.errors).toEqual([]);
    await visit.close();
  });
}
