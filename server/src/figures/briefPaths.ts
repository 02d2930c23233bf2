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
  if (svg[end] === POINT)
    do end++;
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
  return writeHundredths(hundredths, brief, to);
}

/** As JavaScript writes it: no point behind a whole number, no nought at the end. */
function writeHundredths(hundredths: number, brief: Buffer, to: number): number {
  const behind = hundredths % 100;
  const length = to + writeWhole((hundredths - behind) / 100, brief, to);
  if (behind === 0) return length;
  brief[length] = POINT;
  brief[length + 1] = ZERO + Math.floor(behind / 10);
  if (behind % 10 === 0) return length + 2;
  brief[length + 2] = ZERO + (behind % 10);
  return length + 3;
}

/** Returns how many digits it has. */
function writeWhole(whole: number, brief: Buffer, to: number): number {
  const before = whole < 10 ? 0 : writeWhole(Math.floor(whole / 10), brief, to);
  brief[to + before] = ZERO + (whole % 10);
  return before + 1;
}
