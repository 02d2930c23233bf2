// What is kept in memory under a name, bounded in bytes: what was not asked for the longest goes first.

interface Held<Value> {
  readonly value: Value;
  readonly bytes: number;
}

export class BoundedMemory<Value> {
  /** In the order of their last use. */
  readonly #held = new Map<string, Held<Value>>();
  #bytes = 0;

  constructor(private readonly mostBytes: number) {}

  get(key: string): Value | undefined {
    const held = this.#held.get(key);
    if (held === undefined) return undefined;
    this.#held.delete(key);
    this.#held.set(key, held);
    return held.value;
  }

  set(key: string, value: Value, bytes: number): void {
    this.#bytes += bytes - (this.#held.get(key)?.bytes ?? 0);
    this.#held.delete(key);
    this.#held.set(key, { value, bytes });
    for (const [oldest, held] of this.#held) {
      if (this.#bytes <= this.mostBytes) break;
      this.#held.delete(oldest);
      this.#bytes -= held.bytes;
    }
  }
}
