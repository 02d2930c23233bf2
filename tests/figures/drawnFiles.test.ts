// How drawings are written: numbers of outlines to a hundredth, and pixels as a PNG that a library reads back.
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { briefPaths } from "../../server/src/figures/briefPaths";
import { writePng } from "../../server/src/figures/writePng";
import { randomFrom } from "../queries/analysisRows";

const brief = (path: string): string =>
  briefPaths(Buffer.from(`<svg width="9.87654"><path stroke="#123.4567" d="${path}"/></svg>`)).toString();

test.each([
  ["M12.3456 -0.98765", "M12.35 -0.99"],
  ["M1.999 9.996L99.999,0.004", "M2 10L100,0"],
  ["M1.1049 1.105 10.5000", "M1.1 1.11 10.5"],
  ["M7 7.5 7.25Z1.23456e-05", "M7 7.5 7.25Z1.23e-05"],
  ["", ""],
])("the outline %j becomes %j, and nothing else changes", (path, expected) => {
  expect(brief(path)).toBe(`<svg width="9.87654"><path stroke="#123.4567" d="${expected}"/></svg>`);
});

test("numbers are the nearest of two digits, as JavaScript writes them", () => {
  const random = randomFrom(11);
  for (let round = 0; round < 2_000; round++) {
    const number = (random() * 10 ** Math.floor(random() * 5)).toFixed(6);
    const short = brief(number).match(/d="([^"]*)"/)?.[1] ?? "";
    expect(Math.abs(Number(short) - Number(number))).toBeLessThanOrEqual(0.005 + 1e-9);
    expect(short).toBe(String(Number(Number(short).toFixed(2))));
  }
});

test("a PNG holds the pixels that were drawn, opaque, and its resolution", async () => {
  const [width, height] = [37, 23];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#f4f1ea";
  context.fillRect(0, 0, width, height);
  context.strokeStyle = "#1b6ac9";
  context.arc(18, 11, 8, 0, 5);
  context.stroke();
  const drawn = context.getImageData(0, 0, width, height).data;
  const png = writePng(canvas.data(), width, height, 300);
  const image = await loadImage(png);
  expect([image.width, image.height]).toEqual([width, height]);
  const copy = createCanvas(width, height).getContext("2d");
  copy.drawImage(image, 0, 0);
  expect([...copy.getImageData(0, 0, width, height).data]).toEqual([...drawn]);
  expect(png.subarray(37, 41).toString("latin1")).toBe("pHYs");
});
