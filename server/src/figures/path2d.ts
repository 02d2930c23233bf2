/** Gives Chart.js the Path2D that it looks for when it loads. To be imported before Chart.js, and for nothing else. */
import { Path2D } from "@napi-rs/canvas";

Object.assign(globalThis, { Path2D });
