// The rows of a cohort: those whose course has one of the chosen categories of each filtered dimension. The sections of a
// page ask for the same cohort within a moment, so who is in the last few is remembered.
import type { Choice } from "../queries/expression";
import type { Column, Columns } from "./columns";
import type { ReleaseColumns } from "./columnStore";

const MOST_REMEMBERED = 4;
/** Of the courses of a release, and by cohort, 1 for each that is in it. */
const remembered = new WeakMap<Columns, Map<string, Uint8Array>>();

/** Their numbers, in order. */
export function chosenRows({ courses, rows }: ReleaseColumns, choices: readonly Choice[]): Int32Array {
  const isChosen = coursesOf(courses, choices);
  const { places } = rows;
  const chosen = new Int32Array(rows.rows);
  let count = 0;
  if (places === null) {
    for (let row = 0; row < chosen.length; row++) if (isChosen[row] === 1) chosen[count++] = row;
  } else {
    for (let row = 0; row < chosen.length; row++)
      if (isChosen[places[row] as number] === 1) chosen[count++] = row;
  }
  return chosen.subarray(0, count);
}

function coursesOf(courses: Columns, choices: readonly Choice[]): Uint8Array {
  const cohorts = remembered.get(courses) ?? new Map<string, Uint8Array>();
  remembered.set(courses, cohorts);
  const name = JSON.stringify(choices);
  const isChosen = cohorts.get(name) ?? inAll(courses, choices);
  cohorts.delete(name);
  cohorts.set(name, isChosen);
  const [oldest] = cohorts.keys();
  if (cohorts.size > MOST_REMEMBERED && oldest !== undefined) cohorts.delete(oldest);
  return isChosen;
}

function inAll({ rows, byName }: Columns, choices: readonly Choice[]): Uint8Array {
  const isChosen = new Uint8Array(rows).fill(1);
  for (const choice of choices) {
    const column = columnOf(choice, byName);
    const isIn = new Uint8Array(NUMBERS);
    for (const value of choice.values) isIn[value] = 1;
    for (let at = 0; at < rows; at++) (isChosen[at] as number) &= isIn[column[at] as number] as number;
  }
  return isChosen;
}

/** Categories are numbered from 0; a column holds none that is larger. */
const NUMBERS = 2 ** 15;

function columnOf({ of: [of] }: Choice, byName: ReadonlyMap<string, Column>): Column {
  const column = of.is === "column" ? byName.get(of.name) : undefined;
  if (column === undefined) throw new RangeError("Columns: a cohort is filtered by what is no dimension");
  return column;
}
