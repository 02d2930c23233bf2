// The patients of a release as bitmaps, ready to be decided about: who has each category, who is in each denominator.
// What stands of a cohort among them is in standing.ts.
import {
  dimensions,
  UNKNOWN_NUMBER,
  type Category,
  type Cohort,
  type DimensionName,
} from "@afterglow/shared";
import { inAll, inAny, type Bitmap } from "../disclosure/bitmap";
import type { RuleDimension } from "../disclosure/neighbourRule";
import { factsIn, factsOf, type Denominator, type Fact, type Facts } from "../queries/denominator";
import { earlierReleases } from "../queries/earlierReleases";
import { categoryNumber } from "../queries/whereCohort";
import { BitmapStore, type ReleaseBitmaps } from "./bitmapStore";
import { categoriesOf } from "./groups";
import type { AnalysedRelease, AnalysisContext } from "./question";

export interface FilteredBy {
  readonly name: DimensionName;
  readonly categories: readonly Category[];
  readonly rule: RuleDimension;
}

export interface Population {
  readonly release: AnalysedRelease;
  /** What a cohort is filtered by, in order of importance: all dimensions but the one that picks the universe. */
  readonly filters: readonly FilteredBy[];
  /** Who has the cohort's course number, by which every patient counts once. It is never given up. */
  readonly universe: (cohort: Cohort) => Bitmap;
  /** Of none of the dataset's earlier releases. */
  readonly added: Bitmap;
  /** Only of the denominators that were named when it was read. */
  readonly among: (denominator: Denominator) => Bitmap;
}

const UNIVERSE = "courseNumber";
const NEW: Fact = { fact: "NEW", instrument: 0, number: 0 };

/** The release that is asked, then the earlier ones of its dataset, the newest first: each is read when it is come to. */
export function populationsOf(
  context: AnalysisContext,
  denominators: readonly Denominator[],
): AsyncIterable<Population> {
  const { query, release } = context;
  const read = new Map<number, Promise<Population>>();
  let earlier: Promise<readonly AnalysedRelease[]> | undefined;
  const releaseAt = async (at: number): Promise<AnalysedRelease | undefined> => {
    if (at === 0) return release;
    if (release.number === 1) return undefined;
    earlier ??= earlierReleases(query, release.releaseId);
    return (await earlier)[at - 1];
  };
  return {
    async *[Symbol.asyncIterator]() {
      for (let at = 0; ; at++) {
        const next = await releaseAt(at);
        if (next === undefined) return;
        const population = read.get(at) ?? readPopulation(context, next, denominators);
        read.set(at, population);
        yield await population;
      }
    },
  };
}

export async function readPopulation(
  { query, bitmaps = new BitmapStore() }: AnalysisContext,
  release: AnalysedRelease,
  denominators: readonly Denominator[],
): Promise<Population> {
  const asked = new Map(denominators.map(factsOf).map((facts) => [JSON.stringify(facts), facts]));
  const facts = [NEW, ...[...asked.values()].flatMap(factsIn)];
  const read = await bitmaps.read(query, release.releaseId, facts);
  const among = new Map([...asked].map(([key, each]) => [key, together(read, each)]));
  return {
    release,
    filters: filtersOf(release, read),
    universe: ({ courseNumber: [code, ...others] = [] }) => {
      if (code === undefined || others.length > 0)
        throw new RangeError("Cohort: courseNumber needs exactly one category");
      return read.ofCategory(UNIVERSE, categoryNumber(UNIVERSE, code));
    },
    added: read.of(NEW),
    among: (denominator) => {
      const bitmap = among.get(JSON.stringify(factsOf(denominator)));
      if (bitmap === undefined) throw new RangeError("Denominator: it was not named when it was decided");
      return bitmap;
    },
  };
}

// A page asks of the same release in all its figures at once.
const remembered = new WeakMap<ReleaseBitmaps["categories"], readonly FilteredBy[]>();

function filtersOf(release: AnalysedRelease, read: ReleaseBitmaps): readonly FilteredBy[] {
  const known = remembered.get(read.categories);
  if (known !== undefined) return known;
  const filters = dimensions.flatMap(({ name, grammar }): FilteredBy[] => {
    if (name === UNIVERSE) return [];
    const categories = categoriesOf(release, name);
    const unknown = categories.findIndex(({ number }) => number === UNKNOWN_NUMBER);
    const who = categories.map(({ number }) => read.ofCategory(name, number));
    return [{ name, categories, rule: { grammar, unknown, categories: who } }];
  });
  remembered.set(read.categories, filters);
  return filters;
}

function together(read: ReleaseBitmaps, facts: Facts): Bitmap {
  if ("fact" in facts) return read.of(facts);
  const [first, ...others] = ("every" in facts ? facts.every : facts.any).map((each) => together(read, each));
  if (first === undefined) throw new RangeError("Denominator: of nothing");
  return "every" in facts ? inAll([first, ...others]) : inAny([first, ...others]);
}
