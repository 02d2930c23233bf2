// The concepts of an extract's vocabulary release: what each id means here, by its vocabulary and code. Kept are the ids
// that mean something, and of all others that they exist.
import type { Notes } from "../notes";
import type { Problems } from "../problems";
import { UnreadableFile } from "../unreadableFile";
import { IdSet } from "./idSet";
import { meaningOfCode, type Meaning } from "./meanings";
import { conceptIdOf } from "./readCdm";
import { readVocabulary } from "./readVocabulary";
import type { VocabularyTableName } from "./cdmTables";

export interface VocabularyFile {
  readonly name: string;
  readonly path: string;
}
export type VocabularyFiles = Partial<Readonly<Record<VocabularyTableName, VocabularyFile>>>;

const NO_ID = "Is no concept id.";
const TWICE = "Another concept with this id stands earlier.";

export class Concepts {
  private readonly meanings = new Map<number, Meaning>();
  private readonly known = new IdSet();
  private readonly diagnoses = new IdSet();

  constructor(
    private readonly problems: Problems,
    private readonly notes: Notes,
  ) {}

  has(id: number): boolean {
    return this.known.has(id);
  }

  of(id: number | null): Meaning | undefined {
    return id === null ? undefined : this.meanings.get(id);
  }

  /** false: a file could not be read to its end. */
  async read(files: VocabularyFiles): Promise<boolean> {
    const { concept, concept_relationship: relationship, concept_ancestor: ancestor } = files;
    if (concept === undefined) return false;
    return (
      (await this.guarded(concept, () => this.readConcepts(concept))) &&
      (relationship === undefined || (await this.guarded(relationship, () => this.readMaps(relationship)))) &&
      (ancestor === undefined || (await this.guarded(ancestor, () => this.readAncestors(ancestor))))
    );
  }

  private async readConcepts(file: VocabularyFile): Promise<void> {
    await readVocabulary({
      ...file,
      columns: ["concept_id", "vocabulary_id", "concept_code"],
      onBadRow: (row, rule) => this.problems.add(file.name, row, null, rule),
      onRow: (row, cell) => {
        const id = conceptIdOf(cell("concept_id"));
        // 0 stands there too: it is the concept of no concept.
        if (id === null) return;
        if (id < 0) return this.problems.add(file.name, row, "concept_id", NO_ID);
        if (!this.known.add(id)) return this.problems.add(file.name, row, "concept_id", TWICE);
        const vocabulary = cell("vocabulary_id");
        const meaning = meaningOfCode(vocabulary, cell("concept_code"));
        if (meaning !== undefined) this.meanings.set(id, meaning);
        if (vocabulary === "ICD10CM") this.diagnoses.add(id);
      },
    });
    this.note(file, "concept_id", "Concepts of codes that are read.", this.meanings.size);
  }

  /**
   * A concept that maps to one that means something means the same. And a concept to which diagnoses of ICD-10-CM are
   * mapped means their condition, where it is that of all of them.
   */
  private async readMaps(file: VocabularyFile): Promise<void> {
    const found = new Map<number, Meaning | null>();
    const other = new IdSet();
    await readVocabulary({
      ...file,
      columns: ["concept_id_1", "concept_id_2", "relationship_id"],
      onBadRow: (row, rule) => this.problems.add(file.name, row, null, rule),
      onRow: (_, cell) => {
        if (cell("relationship_id") !== "Maps to") return;
        const [from, to] = [conceptIdOf(cell("concept_id_1")), conceptIdOf(cell("concept_id_2"))];
        if (from === null || to === null || from < 0 || to < 0 || from === to) return;
        const [source, target] = [this.meanings.get(from), this.meanings.get(to)];
        if (target !== undefined && source === undefined) agree(found, from, target);
        if (target !== undefined || !this.diagnoses.has(from)) return;
        if (source?.condition === undefined) other.add(to);
        else agree(found, to, source);
      },
    });
    const sound = [...found].filter(([id]) => !other.has(id));
    this.note(
      file,
      "concept_id_2",
      "Concepts that are read because of what maps to them, or they map to.",
      this.take(sound),
    );
  }

  /** Drugs below ketamine and esketamine, and below nothing else that is given here. */
  private async readAncestors(file: VocabularyFile): Promise<void> {
    const found = new Map<number, Meaning | null>();
    await readVocabulary({
      ...file,
      columns: ["ancestor_concept_id", "descendant_concept_id"],
      onBadRow: (row, rule) => this.problems.add(file.name, row, null, rule),
      onRow: (_, cell) => {
        const above = this.of(conceptIdOf(cell("ancestor_concept_id")))?.treatment;
        const below = above && conceptIdOf(cell("descendant_concept_id"));
        if (above === undefined || above === "ECT" || typeof below !== "number" || below < 0) return;
        if (!this.meanings.has(below)) agree(found, below, { treatment: above });
      },
    });
    this.note(
      file,
      "descendant_concept_id",
      "Drugs that are read because of their ingredient.",
      this.take(found),
    );
  }

  private take(found: Iterable<readonly [number, Meaning | null]>): number {
    let taken = 0;
    for (const [id, meaning] of found) {
      if (meaning === null) continue;
      this.meanings.set(id, meaning);
      taken += 1;
    }
    return taken;
  }

  private note(file: VocabularyFile, column: string, what: string, count: number): void {
    this.notes.add(file.name, column, what, count);
  }

  private async guarded({ name }: VocabularyFile, read: () => Promise<void>): Promise<boolean> {
    try {
      await read();
      return true;
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      this.problems.addUnreadable(name, error.line, error.column, error.rule);
      return false;
    }
  }
}

/** null: two that differ. */
function agree(found: Map<number, Meaning | null>, id: number, meaning: Meaning): void {
  const before = found.get(id);
  if (before === undefined) found.set(id, meaning);
  else if (before !== null && !isSame(before, meaning)) found.set(id, null);
}

const isSame = (a: Meaning, b: Meaning): boolean => JSON.stringify(a) === JSON.stringify(b);
