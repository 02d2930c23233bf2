/**
 * Times the page in a real browser: from a click on a category in the cohort panel to the frame in which every figure and
 * the panel show the new cohort. Without that browser, or its driver, nothing is said.
 */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { READER } from "./readerHeader";
import type { BenchTarget } from "./measureSections";

export interface ClickTimes {
  /** Milliseconds, one a click. */
  readonly took: readonly number[];
  /** Bytes of the page's script heap in the end. */
  readonly heapBytes: number;
}

const VIEW = { width: 1440, height: 900 };

export async function measureClicks(
  address: string,
  shown: BenchTarget["address"],
  executablePath: string,
  clicks: number,
): Promise<ClickTimes | null> {
  const chromium = await driver();
  if (chromium === null || !existsSync(executablePath)) return null;
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    // Who clicks is another person each time, or the cohorts of a small registry would be spent.
    const context = await browser.newContext({ viewport: VIEW });
    const page = await context.newPage();
    await context.setExtraHTTPHeaders({ [READER]: randomUUID() });
    await page.goto(`${address}/?${new URLSearchParams(shown).toString()}`);
    await page.waitForFunction(isQuiet, undefined, { timeout: 120_000 });
    const took: number[] = [];
    for (let click = -2; click < clicks; click++) {
      await context.setExtraHTTPHeaders({ [READER]: randomUUID() });
      const ms = await page.evaluate(clickAndWait, click + 2);
      if (click >= 0) took.push(ms);
      // Clicks upon clicks soon end at a cohort of which nothing may be said.
      await page.getByRole("button", { name: "Clear all" }).click();
      await page.waitForFunction(isEveryone, undefined, { timeout: 120_000 });
      await page.waitForFunction(isQuiet, undefined, { timeout: 120_000 });
    }
    const heapBytes = await page.evaluate(
      () => (performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? NaN,
    );
    return { took, heapBytes };
  } finally {
    await browser.close();
  }
}

async function driver() {
  try {
    return (await import("playwright-core")).chromium;
  } catch {
    return null;
  }
}

/** Runs in the page, as does what follows. */
function isQuiet(): boolean {
  const cards = [...document.querySelectorAll("article.card")];
  const answered = cards.length > 0 && cards.every((card) => card.querySelector(".reading") !== null);
  const panel = document.querySelector("aside.panel input[type=checkbox]") !== null;
  return panel && answered && document.querySelector("[aria-busy=true], .waiting") === null;
}

function isEveryone(): boolean {
  return document.querySelector("aside.panel input[type=checkbox]:checked") === null;
}

/** Another category at every click; returns after the second frame in which nothing is being waited for. */
function clickAndWait(number: number): Promise<number> {
  const boxes = [...document.querySelectorAll<HTMLInputElement>("aside.panel input[type=checkbox]:enabled")];
  const box = boxes[(number * 7) % boxes.length];
  if (box === undefined) throw new Error("The cohort panel has no category to click on");
  const before = location.search;
  const start = performance.now();
  box.click();
  return new Promise((resolve) => {
    let quietSince: number | null = null;
    const look = (now: number): void => {
      const cards = [...document.querySelectorAll("article.card")];
      const quiet =
        location.search !== before &&
        cards.every((card) => card.querySelector(".reading") !== null) &&
        document.querySelector("[aria-busy=true], .waiting") === null;
      if (quiet && quietSince !== null) return resolve(quietSince - start);
      quietSince = quiet ? now : null;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}
