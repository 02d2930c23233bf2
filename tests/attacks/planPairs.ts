// For every patient, pairs of cohorts that differ by them, or by them and a few more: a slice S and its category c of
// another dimension that only a few of S have. Three ways to write the pair: S, and S without c; S with c and a
// neighbour, and S with the neighbour; either side as a group of the other dimension instead of a filter.
import { dimensions, everyone, type Cohort, type Dimension, type DimensionName } from "@afterglow/shared";
import type { Person, Universe } from "./people";
import { PatientSet } from "./patientSet";

export interface Pair {
  /** Place of the patient that it was made for. */
  readonly target: number;
  readonly universe: Universe;
  /** Without the few. */
  readonly smaller: Cohort;
  /** With them. */
  readonly larger: Cohort;
  /** How the two differ. */
  readonly through: DimensionName;
  readonly apart: number;
}

interface Slice {
  readonly cohort: Cohort;
  readonly set: PatientSet;
}
interface Cell {
  readonly dimension: Dimension;
  readonly code: string;
  readonly set: PatientSet;
}

/**
 * `each`: so many pairs for every patient, over as many dimensions as there are. `most`: of so many patients, spread over
 * those who are in the universe.
 */
export function planPairs(
  people: readonly Person[],
  {
    universe,
    k,
    each,
    most = people.length,
  }: { readonly universe: Universe; readonly k: number; readonly each: number; readonly most?: number },
): Pair[] {
  const inUniverse = PatientSet.of(people, ({ among }) => among.has(universe));
  const cells = cellsOf(people).map((cell) => ({ ...cell, set: cell.set.and(inUniverse) }));
  const all = inUniverse.places;
  const targets = all.filter((_, at) => at % Math.ceil(all.length / most) === 0);
  return targets.flatMap((target) => {
    const own = cells.filter(({ set }) => set.has(target));
    const pairs: Pair[] = [];
    for (const slice of slicesOf(own, inUniverse, k))
      for (const { dimension, code, set } of own) {
        if (pairs.length >= each) return pairs;
        if (slice.cohort[dimension.name] !== undefined) continue;
        const apart = slice.set.shared(set);
        if (apart >= k || slice.set.size - apart < k) continue;
        const known = pairs.filter(({ through }) => through === dimension.name);
        if (known.length >= Math.max(1, each / 4)) continue;
        const ways = waysToWrite(slice, dimension, code, cells, k);
        const way = ways[(target + pairs.length) % ways.length];
        if (way !== undefined) pairs.push({ target, universe, through: dimension.name, apart, ...way });
      }
    return pairs;
  });
}

/** Every category that somebody has. */
export function cellsOf(people: readonly Person[]): Cell[] {
  return (dimensions as readonly Dimension[])
    .filter(({ name }) => name !== "courseNumber")
    .flatMap((dimension) => {
      const codes = new Set(people.map(({ codes }) => codes[dimension.name]));
      const order = dimension.categories?.map(({ code }) => code);
      const sorted = [...codes].sort((a, b) =>
        order === undefined ? Number(a) - Number(b) : order.indexOf(a) - order.indexOf(b),
      );
      return sorted.map((code) => ({
        dimension,
        code,
        set: PatientSet.of(people, (person) => person.codes[dimension.name] === code),
      }));
    });
}

/** Everyone, and all that one filter or two leave of them, if that is enough to be shown; fewest filters first. */
function* slicesOf(cells: readonly Cell[], all: PatientSet, k: number): Generator<Slice> {
  yield { cohort: everyone, set: all };
  const singles = cells
    .map(({ dimension, code, set }) => ({ cohort: { ...everyone, [dimension.name]: [code] }, set }))
    .filter(({ set }) => set.size > k);
  yield* singles;
  for (const [at, one] of singles.entries())
    for (const other of singles.slice(at + 1)) {
      const set = one.set.and(other.set);
      if (set.size > k) yield { cohort: { ...one.cohort, ...other.cohort }, set };
    }
}

function waysToWrite(
  { cohort, set }: Slice,
  { name, grammar }: Dimension,
  code: string,
  cells: readonly Cell[],
  k: number,
): Pick<Pair, "smaller" | "larger">[] {
  const own = cells.filter(({ dimension }) => dimension.name === name);
  const at = own.findIndex((cell) => cell.code === code);
  const others = own.filter((cell) => cell.code !== code && cell.code !== "UNKNOWN");
  const rest = grammar === "set" ? own.filter((cell) => cell.code !== code) : others;
  const ways: Pick<Pair, "smaller" | "larger">[] = [];
  const isEnd = code === "UNKNOWN" || at === 0 || own.slice(at + 1).every((cell) => cell.code === "UNKNOWN");
  const isWhole = rest.length === own.length - 1;
  if (rest.length > 0 && isWhole && (grammar === "set" || (grammar === "range" && isEnd)))
    ways.push({ smaller: { ...cohort, [name]: rest.map((cell) => cell.code) }, larger: cohort });
  const neighbours = grammar === "set" ? rest : [own[at - 1], own[at + 1]];
  const neighbour = neighbours.find(
    (cell) => cell !== undefined && cell.code !== "UNKNOWN" && set.shared(cell.set) >= k,
  );
  if (neighbour !== undefined && grammar !== "one" && code !== "UNKNOWN") {
    const both = own.filter((cell) => cell === own[at] || cell === neighbour).map((cell) => cell.code);
    ways.push({ smaller: { ...cohort, [name]: [neighbour.code] }, larger: { ...cohort, [name]: both } });
  }
  return ways;
}
