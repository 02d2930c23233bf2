// While figures load: what is on show stays in its place until the next is there, and what nobody waits for any more is
// not asked for any more. Answers are held back here for as long as the test wants.
import type { Page, Route } from "playwright-core";
import { settled, settledAt, type Site, type Visit } from "./site";

/** In every frame until it is stopped: a chart that shows nothing, or a card whose parts are not as high as before. */
function watchFrames(): void {
  const cards = [...document.querySelectorAll<HTMLElement>("article.card")];
  const heightOf = ({ offsetHeight }: HTMLElement) => offsetHeight;
  // The two of a pair keep step: one whose neighbour has its answer may get a longer foot, but no other figure.
  const heightsOf = (card: HTMLElement) =>
    [
      ...(card.matches(".card-wide") ? [card] : []),
      ...card.querySelectorAll<HTMLElement>(".definition, .reading, .plot, table, .notes"),
    ].map(heightOf);
  const heights = cards.map((card) => heightsOf(card).join());
  const small = document.createElement("canvas");
  const ink = small.getContext("2d", { willReadFrequently: true });
  const isBlank = (canvas: HTMLCanvasElement) => {
    ink?.clearRect(0, 0, small.width, small.height);
    ink?.drawImage(canvas, 0, 0, small.width, small.height);
    return ink?.getImageData(0, 0, small.width, small.height).data.every((byte) => byte === 0) === true;
  };
  const seen = { frames: 0, blank: 0, moved: 0, stop: false };
  Object.assign(window, { seen });
  const look = () => {
    seen.frames += 1;
    seen.blank += [...document.querySelectorAll("canvas")].filter(isBlank).length;
    const stale = (card: HTMLElement) => card.querySelector(".card-body.stale") !== null;
    seen.moved += cards.filter((card, at) => stale(card) && heightsOf(card).join() !== heights[at]).length;
    if (!seen.stop) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const stopFrames = (page: Page) =>
  page.evaluate(() => {
    const { seen } = window as unknown as {
      seen: { frames: number; blank: number; moved: number; stop: boolean };
    };
    seen.stop = true;
    return seen;
  });

export function testLoading(site: () => Site): void {
  let visit: Visit;
  let held: Route[];

  beforeEach(async () => {
    visit = await site().visit("/");
    await settled(visit.page);
    held = [];
    await visit.page.route("**/graphql", (route) => void held.push(route));
  });
  afterEach(async () => {
    const { errors } = visit;
    await visit.close();
    expect(errors).toEqual([]);
  });

  const release = async () => {
    await visit.page.unroute("**/graphql");
    for (const route of held) await route.continue().catch(() => undefined);
  };
  /** Six figures and the panel. */
  const allAsked = async (questions: number) => {
    while (held.length < questions) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  test("what is on show stays in its place until the next is there, and never goes blank", async () => {
    const { page } = visit;
    await page.evaluate(watchFrames);
    await page.getByRole("checkbox", { name: /^Female/ }).check();
    await page.locator(".card-body.stale").nth(5).waitFor();
    expect(await page.locator("canvas").count()).toBeGreaterThan(5);
    await release();
    await settledAt(page, { sex: "FEMALE" });
    const { frames, blank, moved } = await stopFrames(page);
    expect(frames).toBeGreaterThan(5);
    expect({ blank, moved }).toEqual({ blank: 0, moved: 0 });
  });

  test("the figures of a cohort that was left are not asked for any more", async () => {
    const { page } = visit;
    const aborted: string[] = [];
    page.on("requestfailed", (request) => aborted.push(request.failure()?.errorText ?? ""));
    await page.getByRole("checkbox", { name: /^Female/ }).check();
    await allAsked(7);
    await page.getByRole("checkbox", { name: /^Male/ }).check();
    await allAsked(14);
    expect(aborted).toEqual(Array.from({ length: 7 }, () => "net::ERR_ABORTED"));
    await release();
    await settledAt(page, { sex: "FEMALE,MALE" });
  });
}
