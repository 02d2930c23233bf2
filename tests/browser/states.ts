// What the page says when there is nothing to draw: an address that names what does not exist, a cohort that is too
// small, a server that is gone, and one that comes back.
import { settled, type Site, type Visit } from "./site";

export function testStates(site: () => Site): void {
  let visit: Visit;

  afterEach(async () => {
    await visit.close();
  });

  test.each([
    ["/?condition=NONE_SUCH", "condition"],
    ["/?colour=red", "colour"],
    ["/?dataset=elsewhere", "dataset"],
    ["/?release=999", "release"],
    ["/?age=18-29,40-49", "age"],
    ["/?a=condition%3DNONE_SUCH", "condition"],
  ])("%s is refused by name, with a way to start anew", async (path, place) => {
    visit = await site().visit(path);
    const { page } = visit;
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.innerText()).toContain(place);
    await alert.getByRole("link", { name: "Start anew" }).click();
    await settled(page);
    expect(visit.errors).toEqual([]);
  });

  test("a cohort that is too small is hidden, with the reason, and none looks the same as too few", async () => {
    visit = await site().visit("/?condition=HEALTHY_CONTROL");
    const { page } = visit;
    await page.getByRole("heading", { name: "All figures of this cohort are hidden" }).waitFor();
    expect(await page.locator("main").innerText()).toContain("Hidden does not mean none.");
    // What was chosen can be unchosen.
    await page.getByRole("checkbox", { name: /^Healthy control/ }).uncheck();
    await settled(page);
    expect(visit.errors).toEqual([]);
  });

  test("where nobody signs in, the bar says so, and offers nothing", async () => {
    visit = await site().visit("/account");
    const { page } = visit;
    await page.getByText("Nobody signs in at this server").waitFor();
    expect(await page.locator(".bar-end").getByText("Local user").isVisible()).toBe(true);
    expect(await page.getByRole("button", { name: /Signed in as/ }).count()).toBe(0);
    await page.goto(`${site().address}/sign-in?to=/data`);
    await page.waitForURL("**/data");
    expect(visit.errors).toEqual([]);
  });

  test("a server that is gone is said, and the page goes on when it is back", async () => {
    visit = await site().visit("/");
    const { page } = visit;
    await settled(page);
    await page.route("**/graphql", (route) => route.abort("connectionrefused"));
    await page.getByRole("checkbox", { name: /^Female/ }).check();
    const alert = page.getByRole("alert").first();
    await alert.waitFor();
    expect(await alert.innerText()).toContain("The server does not answer");
    await page.unroute("**/graphql");
    await page.getByRole("button", { name: "Try again" }).first().click();
    await page.waitForFunction(() => document.querySelector("[role=alert]") === null);
    await settled(page);
  });
}
