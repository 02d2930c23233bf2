// What the first reading of an export has gathered: all that has to be known before a row can be made, whatever order the
// entries stand in. Held in memory: each patient, condition, treatment and side effect, and the items of forms that are
// told apart from their total. Totals are not held: they are read a second time.
import {
  type ConditionCode,
  type FileReceipt,
  type InstrumentCode,
  itemScorings,
  type LeftOut,
  noRows,
} from "@afterglow/shared";
import { Refusal } from "../checkCell";
import type { When } from "./dates";
import { Tally } from "./tally";
import type { Answers, ToldItem, ToldPatient, ToldPlace, ToldSession, ToldSideEffect } from "./tellings";

const TWO_ANSWERS = new Refusal("An item is answered twice that day, and differently.");

/** The items of one form, told one by one. */
export interface ItemForm {
  readonly place: ToldPlace & { readonly when: When };
  readonly instrument: InstrumentCode;
  readonly answers: Answers | Refusal;
  /** Of a form that makes its own row: held for the total that is often told beside it. */
  readonly isWhole: boolean;
}

export class Gathered {
  readonly patients: ToldPatient[] = [];
  readonly sessions: ToldSession[] = [];
  readonly sideEffects: ToldSideEffect[] = [];
  readonly forms = new Map<string, ItemForm>();
  /** By the patient's key. */
  readonly conditions = new Map<string, Set<ConditionCode>>();
  /** By the key of the entry that tells of it. */
  readonly conditionOf = new Map<string, ConditionCode>();
  readonly tallies = {
    ...{ course: new Tally("course"), session: new Tally("session") },
    ...{ score: new Tally("score"), side_effect: new Tally("side_effect") },
  };
  /** A file could not be read to its end: nothing that refers to it can be judged. */
  isBroken = false;
  private readonly rest = new Map<string, Tally>();

  /** Of what makes no row of any table. */
  restOf(file: string): Tally {
    const tally = this.rest.get(file) ?? new Tally("none");
    this.rest.set(file, tally);
    return tally;
  }

  addCondition(subject: string, code: ConditionCode): void {
    this.conditions.set(subject, (this.conditions.get(subject) ?? new Set()).add(code));
  }

  holdItem(place: ToldPlace, { instrument, item, answer }: ToldItem): void {
    if (typeof answer !== "number") return;
    const none = itemScorings[instrument].answers.map(() => null);
    this.hold(place, instrument, (before) => ({
      answers: withAnswer(before?.answers ?? none, item, answer),
      isWhole: before?.isWhole === true,
    }));
  }

  holdForm(place: ToldPlace, instrument: InstrumentCode, answers: Answers): void {
    this.hold(place, instrument, () => ({ answers, isWhole: true }));
  }

  /** What made no row of any table; all of it where the export is broken. */
  receipts(): FileReceipt[] {
    return [...this.rest].map(([file, { leftOut, refused }]) => {
      const counts = { ...noRows, rejected: refused, leftOut };
      return { file, table: "none", rows: leftOut + refused, ...counts };
    });
  }

  leftOut(): LeftOut[] {
    return [...Object.values(this.tallies), ...this.rest.values()].flatMap((tally) => tally.list());
  }

  private hold(
    place: ToldPlace,
    instrument: InstrumentCode,
    form: (before: ItemForm | undefined) => Pick<ItemForm, "answers" | "isWhole">,
  ): void {
    const { when } = place;
    if (when === null) return;
    const key = formKey(place.subject, instrument, when.day);
    const before = this.forms.get(key);
    this.forms.set(key, { place: before?.place ?? { ...place, when }, instrument, ...form(before) });
  }
}

/** Two forms of one day cannot be told apart by their items. */
function withAnswer(answers: Answers | Refusal, item: number, answer: number): Answers | Refusal {
  if (answers instanceof Refusal) return answers;
  const before = answers[item - 1] ?? null;
  return before === null || before === answer ? answers.with(item - 1, answer) : TWO_ANSWERS;
}

export const formKey = (subject: string, instrument: InstrumentCode, day: number): string =>
  `${subject}\n${instrument}\n${day}`;
