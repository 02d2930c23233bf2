// The first reading of an OMOP extract: the vocabularies, then each table, gathered as clinical/gathered.ts says.
import type { LoincMeaning } from "@afterglow/shared";
import type { Gathered } from "../clinical/gathered";
import type { Tally } from "../clinical/tally";
import type { ToldPlace, ToldSession } from "../clinical/tellings";
import type { Notes } from "../notes";
import type { Problems } from "../problems";
import type { TableName } from "../tableSchemas";
import { UnreadableFile } from "../unreadableFile";
import type { CdmFile, CdmFiles } from "./cdmFiles";
import { cdmTables, type CdmTableName, type EventTableName } from "./cdmTables";
import type { Concepts, VocabularyFiles } from "./concepts";
import { assessmentOf, meaningOfRow, placeOfRow, sessionOf, type EventRow } from "./events";
import { conceptIdOf, idOf, readCdm } from "./readCdm";

/** Where rows of a table count that mean nothing. */
const HOMES: Readonly<Record<CdmTableName, TableName | "none">> = {
  ...{ person: "course", condition_occurrence: "none", drug_exposure: "session" },
  ...{ procedure_occurrence: "session", measurement: "score", observation: "score" },
};

const SITE = /^\d{1,6}$/;
const OTHER_SITE = "Has other signs than digits, or more than six, as record numbers have: left empty.";
const OTHER_EXPOSURE = "Another exposure with this id stands earlier.";

export class Survey {
  /** What each exposure says, by its id. */
  private readonly exposures = new Map<string, string>();

  constructor(
    private readonly gathered: Gathered,
    private readonly files: CdmFiles,
    private readonly concepts: Concepts,
    private readonly problems: Problems,
    private readonly notes: Notes,
  ) {}

  async read(vocabularies: VocabularyFiles): Promise<void> {
    const isWhole = await this.concepts.read(vocabularies);
    if (!isWhole) this.gathered.isBroken = true;
    for (const file of this.files.all) {
      this.files.begin(file);
      try {
        await this.readFile(file);
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error;
        this.gathered.isBroken = true;
        const row = error.line === null || error.line < 2 ? null : error.line - 1;
        this.problems.addUnreadable(file.name, row, error.column, error.rule);
      }
    }
  }

  private async readFile(file: CdmFile): Promise<void> {
    const { columns, required } = cdmTables[file.table];
    const reading = readCdm<string>({
      ...file,
      ...{ columns, required, notes: this.notes },
      onBadRow: (row, rule) => {
        file.rows = row;
        this.tallyOf(file).refuse();
        this.problems.add(file.name, row, null, rule);
      },
    });
    for await (const row of reading) {
      file.rows = row.row;
      if (file.table === "person") this.person(file, row);
      else this.event(file, file.table, row);
    }
  }

  private person(file: CdmFile, { row, cell }: EventRow): void {
    const key = idOf(cell("person_id"));
    const sex = ["gender_concept_id", "gender_source_concept_id"]
      .map((column) => this.concepts.of(conceptIdOf(cell(column)))?.sex)
      .find((found) => found !== undefined);
    const [year = "", ...rest] = ["year_of_birth", "month_of_birth", "day_of_birth"].map((column) =>
      idOf(cell(column)),
    );
    const site = idOf(cell("care_site_id"));
    if (site !== "" && !SITE.test(site)) this.notes.add(file.name, "care_site_id", OTHER_SITE);
    this.gathered.patients.push({
      row: row + file.offset,
      keys: key === "" ? [] : [key],
      sex: sex ?? "",
      birth: [year, ...untilMissing(rest).map((part) => part.padStart(2, "0"))].join("-"),
      clinic: SITE.test(site) ? `care site ${site}` : "",
    });
  }

  private event(file: CdmFile, table: EventTableName, row: EventRow): void {
    const meaning = meaningOfRow(table, row, this.concepts);
    if (typeof meaning === "string") return this.tallyOf(file).leaveOut(file.name, meaning);
    const place = placeOfRow(table, row, file.offset);
    const { treatment, condition, sideEffect, questionnaire } = meaning;
    if (treatment !== undefined) {
      const session = sessionOf(table, row, place, treatment, this.concepts);
      if (typeof session === "string") this.gathered.tallies.session.leaveOut(file.name, session);
      else this.session(file, session);
    } else if (condition !== undefined) {
      this.gathered.restOf(file.name).leaveOut(file.name, "Read for the courses: no row of its own");
      this.gathered.addCondition(place.subject, condition);
    } else if (sideEffect !== undefined) {
      this.gathered.sideEffects.push({ ...place, of: [], term: sideEffect, severity: "", serious: null });
    } else if (questionnaire !== undefined) this.questionnaire(file, place, row, questionnaire);
    else this.tallyOf(file).leaveOut(file.name, "A concept that is none of an event");
  }

  /** A row that an export holds twice must not double the dose of its day. */
  private session(file: CdmFile, session: ToldSession): void {
    const { row, keys, ...told } = session;
    const [id] = keys;
    const facts = JSON.stringify(told);
    const before = id === undefined ? undefined : this.exposures.get(id);
    if (id !== undefined) this.exposures.set(id, facts);
    if (before === undefined) this.gathered.sessions.push(session);
    else if (before === facts) this.gathered.tallies.session.leaveOut(file.name, "The same exposure again");
    else {
      this.gathered.tallies.session.refuse();
      this.problems.add(file.name, row - file.offset, "drug_exposure_id", OTHER_EXPOSURE);
    }
  }

  private questionnaire(file: CdmFile, place: ToldPlace, row: EventRow, questionnaire: LoincMeaning): void {
    file.hasScores = true;
    const told = assessmentOf(row, questionnaire, this.concepts);
    if ("item" in told) this.gathered.holdItem(place, told.item);
  }

  private tallyOf({ table, name }: CdmFile): Tally {
    const home = HOMES[table];
    return home === "none" ? this.gathered.restOf(name) : this.gathered.tallies[home];
  }
}

function untilMissing(parts: readonly string[]): readonly string[] {
  const missing = parts.indexOf("");
  return missing < 0 ? parts : parts.slice(0, missing);
}
