// A set of concept ids: millions of them, in blocks of 65,536 with a bit each, since ids of one vocabulary release stand
// close together. A Set of ten million numbers takes half a gigabyte; this some megabytes.
const BLOCK_BITS = 16;
const BYTES = (1 << BLOCK_BITS) / 8;

export class IdSet {
  private readonly blocks = new Map<number, Uint8Array>();

  /** false: it was there. */
  add(id: number): boolean {
    const at = id >>> BLOCK_BITS;
    let block = this.blocks.get(at);
    if (block === undefined) this.blocks.set(at, (block = new Uint8Array(BYTES)));
    const byte = (id & (BYTES * 8 - 1)) >>> 3;
    const bit = 1 << (id & 7);
    const before = block[byte] ?? 0;
    block[byte] = before | bit;
    return (before & bit) === 0;
  }

  has(id: number): boolean {
    const byte = this.blocks.get(id >>> BLOCK_BITS)?.[(id & (BYTES * 8 - 1)) >>> 3] ?? 0;
    return (byte & (1 << (id & 7))) !== 0;
  }
}
