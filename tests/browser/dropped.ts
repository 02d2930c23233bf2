// What the neighbour rule leaves out of a cohort is said where it is met: under the cohort sentence, on each figure and in
// its file; and in the panel, before and after it is chosen.
import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { settled, settledAt, type Site, type Visit } from "./site";

const SENTENCE = "Healthy control was not applied: it would set apart fewer than 11 patients.";
const SET_APART = "it would set apart fewer than 11 patients";

const descriptionOf = (box: Locator): Promise<string> =>
  box.evaluate(
    (input) => document.getElementById(input.getAttribute("aria-describedby") ?? "")?.textContent ?? "",
  );

export function testDropped(site: () => Site): void {
  let visit: Visit;

  afterEach(async () => {
    const { errors } = visit;
    await visit.close();
    expect(errors).toEqual([]);
  });

  const open = async (path: string): Promise<Page> => {
    visit = await site().visit(path);
    await settled(visit.page);
    return visit.page;
  };

  test("what is not applied is said under the sentence, on the figures and in a file, and is undone by keyboard", async () => {
    const page = await open("/?condition=TRD,HEALTHY_CONTROL");
    expect(await page.locator(".not-applied").innerText()).toContain(SENTENCE);
    const flow = page.getByRole("article", { name: "Flow" });
    expect(await flow.getByRole("note").innerText()).toContain(SENTENCE);

    await flow.getByRole("button", { name: "Download" }).click();
    const coming = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: /^CSV/ }).click();
    expect(readFileSync(await (await coming).path(), "utf8")).toContain(`# Warning: ${SENTENCE}`);
    await page.keyboard.press("Escape");

    const box = page.getByRole("checkbox", { name: /^Healthy control/ });
    const row = page.locator("label", { has: box });
    expect(await row.innerText()).toContain("not applied");
    expect(await descriptionOf(box)).toBe(`Not applied: ${SET_APART}`);
    await box.focus();
    await page.keyboard.press("Space");
    await settledAt(page, { condition: "TRD" });
    expect(await page.locator(".not-applied").count()).toBe(0);
    expect(await flow.getByRole("note").count()).toBe(0);
    expect(await box.isDisabled()).toBe(true);
  });

  test("what would not be applied is greyed out, says why, and is passed over by keyboard", async () => {
    // All ECT is given in clinics: the place would set nobody apart.
    const page = await open("/?modality=ECT");
    const box = page.getByRole("checkbox", { name: /^Clinic [\d,]+$/ });
    const row = page.locator("label", { has: box });
    expect(await box.isDisabled()).toBe(true);
    expect(await box.isChecked()).toBe(false);
    expect(await row.getAttribute("title")).toBe(`Would not be applied: ${SET_APART}`);
    expect(await descriptionOf(box)).toBe(`Would not be applied: ${SET_APART}`);
    await page.getByRole("button", { name: "Setting", exact: true }).focus();
    await page.keyboard.press("Tab");
    expect(
      await page.evaluate(() => document.activeElement?.closest("label")?.textContent ?? ""),
    ).not.toContain("Clinic");
  });
}
