// Signing in, in a real browser at a real provider: the way in and back, a sign-in that ends in the middle of work, the
// account page, and what is not offered to whom.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { freePort } from "../identity/freePort";
import { CLIENT_ID, CLIENT_SECRET, startProvider, type RealProvider } from "../identity/realProvider";
import { settled, settledAt, startSite, type Site, type Visit } from "./site";

let site: Site;
let provider: RealProvider;
let visit: Visit;

jest.setTimeout(120_000);

beforeAll(async () => {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  provider = await startProvider({ publicUrl, inToken: true });
  site = await startSite({
    PORT: String(port),
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT_ID,
    OIDC_CLIENT_SECRET: CLIENT_SECRET,
    PUBLIC_URL: publicUrl,
  });
}, 300_000);
afterEach(() => visit.close());
afterAll(async () => {
  await site.stop();
  await provider.stop();
});

/** From the sign-in page through the provider's form, or past it where the provider still knows who it is. */
async function signIn(page: Page, account: string): Promise<void> {
  await page.getByRole("link", { name: "Sign in" }).click();
  if (page.url().startsWith(site.address)) return;
  await page.getByLabel("Account").fill(account);
  await page.getByRole("button", { name: "Continue" }).click();
}
const objections = async (page: Page): Promise<string[]> =>
  (
    await new AxeBuilder({ page })
      .setLegacyMode(true)
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
      .analyze()
  ).violations.map(({ id }) => id);
const endAllSignIns = () => site.database.dataSource.query("delete from sign_in");

describe.each([
  ["light", 1440],
  ["dark", 380],
] as const)("%s, %i px wide", (colorScheme, width) => {
  test("the sign-in page and the account page pass, and fit", async () => {
    visit = await site.visit("/sign-in?because=no-role", { colorScheme, width });
    const { page } = visit;
    await page.getByText("Whoever runs it can give you one.").waitFor();
    expect(await objections(page)).toEqual([]);
    await page.goto(`${site.address}/account`);
    await signIn(page, "rosa");
    await page.getByLabel("Name").fill("report");
    await page.getByRole("button", { name: "Make a token" }).click();
    await page.getByText("Copy the token now.").waitFor();
    await page.getByRole("row", { name: /This one/ }).waitFor();
    expect(await objections(page)).toEqual([]);
    await page.getByRole("button", { name: /Signed in as/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).waitFor();
    expect(await objections(page)).toEqual([]);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wider).toBe(false);
  });
});

test("by keyboard alone: from a link to a figure over the sign-in page back to that figure", async () => {
  visit = await site.visit("/questions?dataset=demo&sex=FEMALE#clinics");
  const { page } = visit;
  await page.getByRole("link", { name: "Sign in" }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByLabel("Account").focus();
  await page.keyboard.type("rosa");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${site.address}/questions?dataset=demo&sex=FEMALE#clinics`);
  await settled(page);
  await page.getByRole("button", { name: "Signed in as Rosa Researcher" }).focus();
  await page.keyboard.press("Enter");
  expect(await page.locator(".person-head").innerText()).toBe("Rosa Researcher\nResearcher");
  await page.getByRole("menuitem", { name: "Sign out" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("You are signed out of Afterglow.").waitFor();
  await page.goto(`${site.address}/data`);
  expect(new URL(page.url()).pathname).toBe("/sign-in");
});

test("a sign-in that ends in the middle of work leads back to where one was, choice and pins and all", async () => {
  visit = await site.visit("/?dataset=demo&a=sex%3DFEMALE");
  const { page } = visit;
  await signIn(page, "rosa");
  await settled(page);
  await endAllSignIns();
  // The page leaves for the way in: there is no box left to be seen checked.
  await page.getByRole("checkbox", { name: /^Female/ }).click({ noWaitAfter: true });
  await page.getByText("Your sign-in has ended.").waitFor();
  await signIn(page, "rosa");
  await settledAt(page, { sex: "FEMALE", dataset: "demo", a: "sex=FEMALE" });
  expect(await page.getByRole("checkbox", { name: /^Female/ }).isChecked()).toBe(true);
  // Data has no state of its own; what it carries along is not lost either.
  await endAllSignIns();
  await page.goto(`${site.address}/?dataset=demo&a=sex%3DFEMALE`);
  await signIn(page, "rosa");
  await settled(page);
  await page.getByRole("button", { name: /Signed in as/ }).click();
  await page.getByRole("menuitem", { name: "Account" }).click();
  await page.getByLabel("Name").fill("report");
  await endAllSignIns();
  await page.getByRole("button", { name: "Make a token" }).click();
  await page.getByText("Your sign-in has ended.").waitFor();
  await signIn(page, "rosa");
  await page.getByRole("heading", { name: "Tokens for scripts" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/account");
});

test("a token is shown once and can be copied, and works until it is revoked; signing out everywhere ends this too", async () => {
  visit = await site.visit("/account");
  const { page } = visit;
  await signIn(page, "clara");
  await page.getByText("Clinician, clinic 2 of demo").first().waitFor();
  await page.getByLabel("Name").fill("nightly");
  await page.getByRole("checkbox", { name: /^Export/ }).check();
  await page.getByRole("button", { name: "Make a token" }).click();
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  const token = await page.evaluate(() => navigator.clipboard.readText());
  const address = `${site.address}/figures/flow.csv?dataset=demo`;
  const asked = async () => (await fetch(address, { headers: { authorization: `Bearer ${token}` } })).status;
  expect(await asked()).toBe(200);
  await page.getByRole("button", { name: "Done" }).click();
  await page.reload();
  await page.getByRole("row", { name: /nightly/ }).waitFor();
  expect(await page.content()).not.toContain(token);
  await page.getByRole("button", { name: "Revoke nightly" }).click();
  await page.getByText("You have no tokens.").waitFor();
  expect(await asked()).toBe(401);
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await page.getByText("You are signed out of Afterglow.").waitFor();
});

test("who may not export is offered no files", async () => {
  visit = await site.visit("/?dataset=demo");
  const { page } = visit;
  await signIn(page, "stefan");
  await settled(page);
  await page.getByRole("button", { name: /Signed in as Stefan/ }).waitFor();
  const onset = page.getByRole("article", { name: "Onset" });
  await onset.getByRole("button", { name: "Download" }).click();
  await onset.getByRole("menuitem", { name: "Citation" }).waitFor();
  expect(await onset.getByRole("menuitem", { name: /^(SVG|CSV)/ }).count()).toBe(0);
});
