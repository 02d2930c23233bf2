/**
 * Times the page in a real browser: from a click on a category in the cohort panel to the frame in which every figure and
 * the panel show the new cohort. Without that browser, or its driver, nothing is said.
 */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { READER } from "./readerHeader";
import type { BenchTarget } from "./measureSections";

export interface ClickTimes {
  /** Milliseconds, one a click. */
  readonly took: readonly number[];
  /** Bytes of the page's script heap in the end. */
  readonly heapBytes: number;
}

const VIEW = { width: 1440, height: 900 };
/** What page and server do behind an answer is over when a reader who looks at it clicks again. */
const REST_MS = 400;

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
    const rest = async () => {
      await page.waitForFunction(isQuiet, undefined, { timeout: 120_000 });
      await setTimeout(REST_MS);
      await page.waitForFunction(isQuiet, undefined, { timeout: 120_000 });
    };
    await rest();
    const took: number[] = [];
    for (let click = -2; click < clicks; click++) {
      await context.setExtraHTTPHeaders({ [READER]: randomUUID() });
      const ms = await page.evaluate(clickAndWait, click + 2);
      if (click >= 0) took.push(ms);
      // Clicks upon clicks soon end at a cohort of which nothing may be said.
      await page.getByRole("button", { name: "Clear all" }).click();
      await page.waitForFunction(isEveryone, undefined, { timeout: 120_000 });
      await rest();
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

/**
 * Another category at every click, by steps of a prime, so that none comes again and finds its answers in the page. Returns
 * when the first frame was painted in which nothing is being waited for and after which nothing changed until the next. It
 * looks in the frames alone that follow a change: asking for others would cost the page what is measured.
 */
function clickAndWait(number: number): Promise<number> {
  const boxes = [...document.querySelectorAll<HTMLInputElement>("aside.panel input[type=checkbox]:enabled")];
  const box = boxes[(number * 37) % boxes.length];
  if (box === undefined) throw new Error("The cohort panel has no category to click on");
  const before = location.search;
  return new Promise((resolve) => {
    let painted: number | null = null;
    let asked = false;
    const { port1: here, port2: soon } = new MessageChannel();
    const lookSoon = (): void => {
      if (!asked) requestAnimationFrame(look);
      asked = true;
    };
    const changes = new MutationObserver(() => {
      painted = null;
      lookSoon();
    });
    const look = (): void => {
      asked = false;
      const quiet =
        location.search !== before &&
        document.querySelector("[aria-busy=true], .waiting") === null &&
        [...document.querySelectorAll("article.card")].every(
          (card) => card.querySelector(".reading") !== null,
        );
      if (quiet && painted !== null) {
        changes.disconnect();
        resolve(painted - start);
      } else if (quiet) soon.postMessage(null);
    };
    // Comes when the frame in which it was sent has been painted.
    here.onmessage = () => {
      painted = performance.now();
      lookSoon();
    };
    changes.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    const start = performance.now();
    box.click();
  });
}
