// The audit as an administrator reads it: what was just asked is in it, choices are in the address, and it goes into a file.
import AxeBuilder from "@axe-core/playwright";
import { settled, type Site } from "./site";

export function testAudit(site: () => Site): void {
  test("what was asked is in the audit, can be found there, and goes into a file", async () => {
    const before = await site().visit("/?condition=OCD");
    await settled(before.page);
    await before.close();
    const visit = await site().visit("/audit", { width: 380, colorScheme: "dark" });
    const { page } = visit;
    const lines = page.getByRole("region", { name: "Lines of the audit" });
    await lines.getByRole("row").nth(2).waitFor();
    expect(await lines.innerText()).toContain("Local user");
    const objections = async () => (await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations;
    expect((await objections()).map(({ id }) => id)).toEqual([]);
    const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(isWider).toBe(false);

    await page.getByLabel("Release").fill("demo.1");
    await page.getByRole("button", { name: "Show" }).click();
    await page.waitForURL((url) => url.searchParams.get("release") === "demo.1");
    await lines.getByText("Answer", { exact: true }).first().waitFor();
    await page.getByLabel("Person").fill("nobody-of-this-name");
    await page.getByRole("button", { name: "Show" }).click();
    await page.getByText("No line is like that.").waitFor();
    await page.goBack();
    await lines.getByText("Answer", { exact: true }).first().waitFor();

    const address = await page.getByRole("link", { name: "Download CSV" }).getAttribute("href");
    const file = await page.request.get(site().address + (address ?? ""));
    expect(file.status()).toBe(200);
    const [header, ...rows] = (await file.text()).trim().split("\n");
    expect(header).toContain("question");
    expect(rows.some((row) => row.includes("demo.1") && row.includes("OCD"))).toBe(true);
    expect(visit.errors).toEqual([]);
    await visit.close();
  });
}
