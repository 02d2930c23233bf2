// What changed between any two releases of a dataset: the sum of the steps between them. Which two stands in the address.
import {
  changesBetween,
  hiddenReasons,
  type Count,
  type ReleaseChange,
  type ReleaseChangeKind,
} from "@afterglow/shared";
import { useSearchParams } from "react-router";
import type { ReleaseListed } from "../cohort/questions";
import { HiddenMark } from "../shell/HiddenMark";
import { PickMenu } from "../shell/PickMenu";

/** In the table's words. */
const words: Readonly<Record<ReleaseChangeKind, { readonly name: string; readonly what: string }>> = {
  ADDED: { name: "Added", what: "not in the earlier release" },
  COURSE_CORRECTED: { name: "Course corrected", what: "the row of the course was superseded" },
  SESSION_CORRECTED: { name: "Session corrected", what: "one or more were superseded" },
  SCORE_CORRECTED: { name: "Score corrected", what: "one or more were superseded" },
  SIDE_EFFECT_CORRECTED: { name: "Side effect corrected", what: "one or more were superseded" },
  NUMBERS_CHANGED: { name: "Numbers changed", what: "in the analysis, by whatever came" },
  WITHDRAWN: { name: "Withdrawn", what: "gone from the later release" },
};

/** `releases`: the newest first, at least two. */
export function ReleaseChanges({ releases }: { releases: readonly ReleaseListed[] }) {
  const [search, setSearch] = useSearchParams();
  const numbers = releases.map(({ number }) => number);
  const { from, to } = chosen(search, numbers);
  const choose = (next: { from: number; to: number }) => {
    const query = new URLSearchParams(search);
    query.set("from", String(next.from));
    query.set("to", String(next.to));
    setSearch(query, { replace: true, preventScrollReset: true });
  };
  const choicesOf = (some: readonly number[]) =>
    some.map((number) => ({ value: String(number), label: `Release ${number}` }));
  const changes = changesBetween(releases, from, to);
  return (
    <section className="changes" aria-labelledby="changes-title">
      <div className="changes-head">
        <h3 id="changes-title">What changed</h3>
        <PickMenu
          small
          label="From"
          value={String(from)}
          choices={choicesOf(numbers.slice(1))}
          onChange={(value) => choose(inOrder(Number(value), to, numbers))}
        />
        <PickMenu
          small
          label="To"
          value={String(to)}
          choices={choicesOf(numbers.filter((number) => number > from))}
          onChange={(value) => choose({ from, to: Number(value) })}
        />
      </div>
      {changes === null ? (
        <p className="reading">
          This was not kept when one of these releases was published: an earlier version of Afterglow did not.
        </p>
      ) : (
        <ChangesTable
          changes={changes}
          steps={numbers.filter((number) => number > from && number <= to).length}
        />
      )}
    </section>
  );
}

function ChangesTable({ changes, steps }: { changes: readonly ReleaseChange[]; steps: number }) {
  return (
    <>
      <div className="table-scroll" tabIndex={0} role="region" aria-label="What changed, table">
        <table className="table">
          <thead>
            <tr>
              <th scope="col" className="text">
                Change
              </th>
              <th scope="col">Patients</th>
              <th scope="col">Courses</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ kind, patients, courses }) => (
              <tr key={kind}>
                <th scope="row">
                  {words[kind].name}
                  <span className="change-what">{words[kind].what}</span>
                </th>
                <td>
                  <CountCell count={patients} />
                </td>
                <td>
                  <CountCell count={courses} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="notes">
        <p>
          <b>Corrected</b> courses are in both releases and had a row that a later import superseded, whether
          or not a number of the analysis is another for it.
          {steps > 1 &&
            " These are sums of the steps from release to release: who is in two of them is counted twice."}
        </p>
        <p>
          <b>Hidden</b>: too few patients, or a count that would reveal one. Added and withdrawn are shown
          together or not at all. Hidden does not mean none.
        </p>
      </div>
    </>
  );
}

const CountCell = ({ count }: { count: Count }) =>
  count.hidden === null ? (
    <>{count.value?.toLocaleString("en-GB")}</>
  ) : (
    <HiddenMark reason={hiddenReasons[count.hidden]} />
  );

/** What the address says, where those are releases in their order; else the last step. */
function chosen(search: URLSearchParams, numbers: readonly number[]): { from: number; to: number } {
  const [from = NaN, to = NaN] = ["from", "to"].map((name) => Number(search.get(name) ?? NaN));
  if (numbers.includes(from) && numbers.includes(to) && from < to) return { from, to };
  const [newest = 0, before = 0] = numbers;
  return { from: before, to: newest };
}

/** A later start takes the end along to the next release. */
const inOrder = (from: number, to: number, numbers: readonly number[]) => ({
  from,
  to: to > from ? to : Math.min(...numbers.filter((number) => number > from)),
});
