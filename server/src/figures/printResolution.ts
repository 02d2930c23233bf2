/** Writes the print resolution into a PNG, so that it opens at its size in mm. The canvas leaves that chunk out. */
import { crc32 } from "node:zlib";

const SIGNATURE_AND_HEADER = 8 + 25;
const METRES_PER_INCH = 0.0254;
const UNIT_METRE = 1;

export function printResolution(png: Buffer, dotsPerInch: number): Buffer {
  const perMetre = Math.round(dotsPerInch / METRES_PER_INCH);
  const body = Buffer.alloc(4 + 9);
  body.write("pHYs", 0, "latin1");
  body.writeUInt32BE(perMetre, 4);
  body.writeUInt32BE(perMetre, 8);
  body.writeUInt8(UNIT_METRE, 12);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(9);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([
    png.subarray(0, SIGNATURE_AND_HEADER),
    length,
    body,
    check,
    png.subarray(SIGNATURE_AND_HEADER),
  ]);
}
