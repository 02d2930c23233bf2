// axe finds nothing to object to, on any page, light, dark and narrow.
import AxeBuilder from "@axe-core/playwright";
import { settled, startSite, type Site } from "./site";

let site: Site;

jest.setTimeout(240_000);

beforeAll(async () => {
  site = await startSite();
}, 300_000);
afterAll(async () => {
  await site?.stop();
});

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

describe.each([
  ["light", 1440],
  ["dark", 1440],
  ["light", 380],
] as const)("%s, %i px wide", (colorScheme, width) => {
  test.each(["/?condition=PTSD,TRD", "/data", "/methods", "/?condition=NONE_SUCH"])("%s", async (path) => {
    const visit = await site.visit(path, { colorScheme, width });
    if (path.startsWith("/?condition=N")) await visit.page.getByRole("alert").waitFor();
    else if (path.startsWith("/?")) await settled(visit.page);
    else await visit.page.waitForLoadState("networkidle");
    const { violations } = await new AxeBuilder({ page: visit.page }).withTags(tags).analyze();
    expect(
      violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html.slice(0, 160)) })),
    ).toEqual([]);
    expect(visit.errors).toEqual([]);
    await visit.close();
  });
});

test("the table view, the open download menu and the open sheet pass as well", async () => {
  const visit = await site.visit("/", { width: 380 });
  const { page } = visit;
  await settled(page);
  const analyse = async () =>
    (await new AxeBuilder({ page }).withTags(tags).analyze()).violations.map(({ id }) => id);
  await page.getByRole("article", { name: "Onset" }).getByText("Table", { exact: true }).click();
  await page.getByRole("article", { name: "Onset" }).getByRole("button", { name: "Download" }).click();
  expect(await analyse()).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Cohort/ }).click();
  await page.getByRole("dialog").waitFor();
  expect(await analyse()).toEqual([]);
  await visit.close();
});
