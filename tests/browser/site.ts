// The whole product for the browser tests: a server with a small demo registry of its own, and Chromium, started once.
// An error in a page's console fails the test in which it was seen.
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { createDemoDatabase } from "../demoDatabase";
import type { TestDatabase } from "../testDatabase";

const root = join(__dirname, "../..");
const STARTS_WITHIN_MS = 120_000;
const SETTLES_WITHIN_MS = 60_000;

const usualPlaces = [
  process.env["CHROME_PATH"] ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];
// Nothing that a browser does by itself on the network, and what it needs to run as root.
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface Site {
  readonly address: string;
  readonly database: TestDatabase["database"];
  readonly databaseUrl: string;
  /** A fresh visitor. `errors` collects what the console says. */
  visit(path: string, options?: VisitOptions): Promise<Visit>;
  stop(): Promise<void>;
}
export interface VisitOptions {
  readonly width?: number;
  readonly colorScheme?: "light" | "dark";
}
export interface Visit {
  readonly page: Page;
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** `settings`: of the server, besides its own. */
export async function startSite(settings: Record<string, string> = {}): Promise<Site> {
  const database = await createDemoDatabase();
  const server = await startServer(database, settings);
  const browser = await chromium.launch({ executablePath: findChromium(), args: flags });
  return {
    address: server.address,
    database: database.database,
    databaseUrl: database.url,
    visit: (path, options) => visit(browser, server.address + path, options),
    stop: async () => {
      await browser.close();
      await server.stop();
      await database.drop();
    },
  };
}

function findChromium(): string {
  const found = usualPlaces.find((path) => path !== "" && existsSync(path)) ?? chromium.executablePath();
  if (!existsSync(found)) throw new Error("No Chromium: set CHROME_PATH, or run npm test, which finds one.");
  return found;
}

async function startServer(
  { url }: TestDatabase,
  settings: Record<string, string>,
): Promise<{ address: string; stop: () => Promise<void> }> {
  const entry = join(root, "server/dist/main.js");
  for (const built of [entry, join(root, "web/dist/index.html")]) {
    if (!existsSync(built)) throw new Error("The server or the pages are not built: npm test builds them.");
  }
  const server = spawn(process.execPath, [entry], {
    cwd: root,
    env: {
      ...process.env,
      PORT: "0",
      HOST: "127.0.0.1",
      DATABASE_URL: url,
      DISCLOSURE_PROFILE: "publish",
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { address: await addressOf(server), stop: () => stopped(server) };
}

/** The server prints its address last, when it answers. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const late = setTimeout(
      () => reject(new Error(`The server did not start in time:\n${said}`)),
      STARTS_WITHIN_MS,
    );
    const read = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /^http:\/\/[\w.]+:\d+$/m.exec(said)?.[0];
      if (address === undefined) return;
      clearTimeout(late);
      resolve(address);
    };
    server.stdout?.on("data", read);
    server.stderr?.on("data", read);
    server.once("exit", (code) => {
      clearTimeout(late);
      reject(new Error(`The server ended with code ${code}:\n${said}`));
    });
  });
}

function stopped(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) return resolve();
    server.once("exit", () => resolve());
    server.kill("SIGTERM");
  });
}

async function visit(browser: Browser, url: string, options: VisitOptions = {}): Promise<Visit> {
  const { width = 1440, colorScheme = "light" } = options;
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    locale: "en-GB",
    acceptDownloads: true,
  });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  page.setDefaultTimeout(SETTLES_WITHIN_MS);
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(url);
  return { page, errors, close: () => context.close() };
}

/**
 * All sections of a page of figures have their answer, and nothing is being asked: so twice, two frames apart, since a
 * change of the address reaches the page a moment later.
 */
export async function settled(page: Page): Promise<void> {
  for (;;) {
    await page.waitForFunction(isQuiet, undefined, { timeout: SETTLES_WITHIN_MS });
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    if (await page.evaluate(isQuiet)) return;
  }
}

const isQuiet = (): boolean =>
  document.querySelector("article.card") !== null &&
  [...document.querySelectorAll("article.card")].every((card) => card.querySelector(".reading") !== null) &&
  document.querySelector("[aria-busy=true], .waiting") === null;

/** The address holds what was chosen, and the page shows it. */
export async function settledAt(page: Page, choice: Readonly<Record<string, string | null>>): Promise<void> {
  await page.waitForURL((url) =>
    Object.entries(choice).every(([name, value]) => url.searchParams.get(name) === value),
  );
  await settled(page);
}
