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

/** `each`: so many pairs for every patient, over as many dimensions as there are. */
export function planPairs(
  people: readonly Person[],
  { universe, k, each }: { readonly universe: Universe; readonly k: number; readonly each: number },
): Pair[] {
  const inUniverse = PatientSet.of(people, ({ among }) => among.has(universe));
  const cells = cellsOf(people).map((cell) => ({ ...cell, set: cell.set.and(inUniverse) }));
  const found = people.map((): Pair[] => []);
  for (const slice of slicesOf(cells, inUniverse, k)) {
    for (const { dimension, code, set } of cells) {
      if (slice.cohort[dimension.name] !== undefined) continue;
      const apart = slice.set.shared(set);
      if (apart < 1 || apart >= k || slice.set.size - apart < k) continue;
      const ways = waysToWrite(slice, dimension, code, cells, k);
      if (ways.length === 0) continue;
      for (const target of slice.set.and(set).places) {
        const pairs = found[target] ?? [];
        const known = pairs.filter(({ through }) => through === dimension.name);
        if (pairs.length >= each || known.length >= Math.max(1, each / 4)) continue;
        const way = ways[(target + pairs.length) % ways.length] ?? ways[0];
        if (way !== undefined) pairs.push({ target, universe, through: dimension.name, apart, ...way });
      }
    }
  }
  return found.flat();
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

/** Everyone, and all that one filter or two leave, if that is enough to be shown; fewest filters first. */
function slicesOf(cells: readonly Cell[], all: PatientSet, k: number): Slice[] {
  const singles = cells
    .map(({ dimension, code, set }) => ({ cohort: { ...everyone, [dimension.name]: [code] }, set }))
    .filter(({ set }) => set.size > k);
  const doubles = singles.flatMap((one, at) =>
    singles.slice(at + 1).flatMap((other): Slice[] => {
      const [mine, its] = [one, other].map(({ cohort }) => Object.keys(cohort).at(-1));
      const set = one.set.and(other.set);
      return mine === its || set.size <= k ? [] : [{ cohort: { ...one.cohort, ...other.cohort }, set }];
    }),
  );
  return [{ cohort: everyone, set: all }, ...singles, ...doubles];
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
