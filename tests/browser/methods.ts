// From each figure to the statistics that it uses, one click away, and back.
import { settled, settledAt, type Site } from "./site";

export function testMethods(site: () => Site): void {
  test("each figure leads to its statistics on the Methods page, and the way back to the same cohort", async () => {
    const visit = await site().visit("/?condition=TRD");
    const { page } = visit;
    await settled(page);
    for (const name of ["Flow", "Onset", "Durability", "Trajectory", "Side effects", "Baseline"]) {
      const addresses = await page
        .getByRole("article", { name })
        .locator(".notes a")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
      expect(addresses.length).toBeGreaterThan(0);
      for (const address of addresses) expect(address).toMatch(/^\/methods#\w+$/);
    }
    await page
      .getByRole("article", { name: "Onset" })
      .getByRole("link", { name: "Kaplan-Meier estimate" })
      .click();
    const entry = page.getByRole("region", { name: "Kaplan-Meier estimate", exact: true });
    await entry.waitFor();
    expect(new URL(page.url()).hash).toBe("#kaplanMeier");
    await page.waitForFunction(() => {
      const { top } = document.getElementById("kaplanMeier")?.getBoundingClientRect() ?? { top: -1 };
      return top >= 0 && top < 200;
    });
    expect(await entry.innerText()).toContain('survfit(Surv(time, status) ~ 1, conf.type = "log-log")');
    await page.goBack();
    await settledAt(page, { condition: "TRD" });
    expect(visit.errors).toEqual([]);
    await visit.close();
  });
}
