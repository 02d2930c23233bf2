/**
 * An SVG with the numbers of its outlines to a hundredth of a px, 3 thousandths of a mm: they come with seven digits, and
 * are nearly all of the file. Byte by byte, since a drawing has hundreds of thousands of them.
 */
const [ZERO, NINE, POINT, QUOTE] = [0x30, 0x39, 0x2e, 0x22];
const BEGINS = ' d="';

const isDigit = (byte: number | undefined): byte is number =>
  byte !== undefined && byte >= ZERO && byte <= NINE;

export function briefPaths(svg: Buffer): Buffer {
  const brief = Buffer.allocUnsafe(svg.length);
  let [from, to] = [0, 0];
  for (;;) {
    const begins = svg.indexOf(BEGINS, from);
    const path = begins < 0 ? svg.length : begins + BEGINS.length;
    to += svg.copy(brief, to, from, path);
    if (begins < 0) return brief.subarray(0, to);
    from = path;
    for (let byte = svg[from]; byte !== undefined && byte !== QUOTE; byte = svg[from]) {
      if (!isDigit(byte)) {
        brief[to++] = byte;
        from++;
        continue;
      }
      const end = endOfNumber(svg, from);
      to = writeBrief(svg, from, end, brief, to);
      from = end;
    }
  }
}

function endOfNumber(svg: Buffer, from: number): number {
  let end = from;
  while (isDigit(svg[end])) end++;
  if (svg[end] === POINT) do end++;
  while (isDigit(svg[end]));
  return end;
}

/** Writes the number from `from` to `end`, and returns where the next byte goes. */
function writeBrief(svg: Buffer, from: number, end: number, brief: Buffer, to: number): number {
  const point = svg.indexOf(POINT, from);
  if (point < 0 || end - point < 4) return to + svg.copy(brief, to, from, end);
  let hundredths = 0;
  for (let at = from; at < point + 3; at++)
    if (at !== point) hundredths = 10 * hundredths + (svg[at] ?? ZERO) - ZERO;
  if ((svg[point + 3] ?? ZERO) - ZERO >= 5) hundredths++;
  return to + brief.latin1Write(String(hundredths / 100), to);
}
