// Who are the patients, before treatment? One column for all and one a group.
import type { Baseline, BaselineRow, Count, Outcome } from "@afterglow/shared";
import { countOf } from "../columns/countOf";
import { denominator, hiddenCount, hiddenEstimate, shownCount } from "../disclosure/cells";
import type { Policy } from "../disclosure/policy";
import { protectGroups } from "../disclosure/protectGroups";
import type { Cell } from "../disclosure/protectLines";
import { release, type Released } from "../disclosure/release";
import { baselineOfAll, tallyBaseline, type BaselineTally } from "../queries/tallyBaseline";
import type { Moments } from "../queries/tallyTrajectory";
import { baselineRows, categoryLabel, meanLabel, type CategoryBlock, type MeanRow } from "./baselineRows";
import { partOfColumn, protectBlock, type Column } from "./baselineTable";
import { decide, type Denominator } from "./decide";
import { everyoneGroup, instrumentOf } from "./groups";
import type { AnalysisContext, BaselineQuestion } from "./question";
import { meanAndDeviationOf } from "./shares";

export async function baseline(
  context: AnalysisContext,
  question: BaselineQuestion,
): Promise<Released<Baseline>> {
  const { cohort, outcome, by } = question;
  const { policy } = context;
  const decided = await decide(context, cohort, { of: "TREATED" }, [withAge, withScore(outcome)]);
  const { scope } = decided;
  const asked = baselineRows.flatMap((row) =>
    row.kind === "SHARE" ? row.codes.map((code) => ({ dimension: row.dimension, code })) : [],
  );
  const tallied = await tallyBaseline(countOf(context), scope, outcome, by);
  const groups = by === null ? [] : decided.groups(by);
  const tallies = [
    baselineOfAll(tallied),
    ...groups.map(({ number }) => tallied.find((row) => row.group === number) ?? baselineOfAll([])),
  ];
  const counts = [
    decided.count(asked),
    ...groups.map(({ group: { code } }) => (by === null ? [] : decided.count(asked, { by, code }))),
  ];
  const isAsked = [decided.scope !== null, ...groups.map(({ isHidden }) => !isHidden)];
  const columns = protectSizes(
    policy,
    tallies.map((tally) => tally.patients),
    isAsked,
  );
  const holdsAmong = (among: Denominator): boolean[] => [
    decided.holds(among),
    ...groups.map(({ group: { code } }) => by !== null && decided.holds(among, { by, code })),
  ];
  const ofMean = (row: MeanRow): boolean[] => {
    if (row.code === "INDUCTION_SESSIONS") return isAsked;
    return holdsAmong(row.code === "AGE_YEARS" ? withAge : withScore(outcome));
  };
  const names = [everyoneGroup, ...groups.map(({ group }) => group)];
  const isScored = names.map(
    (group, index) => instrumentOf(outcome.measure, index === 0 ? null : by, decided.cohort, group) !== null,
  );
  const rows = baselineRows.flatMap((row): BaselineRow[] =>
    row.kind === "MEAN"
      ? [
          meanRow(
            policy,
            row,
            tallies,
            columns,
            { isScored, holds: ofMean(row) },
            meanLabel(row.code, outcome.measure),
          ),
        ]
      : shareRows(
          policy,
          row,
          counts,
          columns,
          asked.findIndex(({ dimension }) => dimension === row.dimension),
        ),
  );
  return release(policy, {
    answered: decided.answered,
    groups: names.map((group, index) => ({ group, patients: sizeOf(policy, columns[index]) })),
    rows,
  });
}

const withAge: Denominator = { of: "RECORDED", what: "AGE" };
const withScore = (outcome: Outcome): Denominator => ({ of: "BASELINE", outcome });

/** The row of the columns' sizes: the groups add up to all, which comes first. `holds`: by the neighbour rule. */
function protectSizes(policy: Policy, sizes: readonly number[], holds: readonly boolean[]): Column[] {
  const [all = 0, ...groups] = sizes;
  const [first, ...others] = holds.map((each) => !each);
  const marks = [
    first === true ? ("TOO_FEW" as const) : denominator(policy, all).hidden,
    ...protectGroups(policy, groups, others),
  ];
  return sizes.map((count, index): Cell => ({ count, hidden: marks[index] ?? null }));
}

function sizeOf(policy: Policy, column: Column | undefined): Count {
  if (column === undefined || column.hidden !== null) return hiddenCount(column?.hidden ?? "TOO_FEW");
  return shownCount(policy, column.count);
}

function shareRows(
  policy: Policy,
  block: CategoryBlock,
  counts: readonly (readonly number[])[],
  columns: readonly Column[],
  first: number,
): BaselineRow[] {
  const rows = block.codes.map((_, row) => counts.map((ofColumn) => ofColumn[first + row] ?? 0));
  const table = protectBlock(policy, rows, columns);
  return block.codes.map((code, row) => ({
    code: `${block.dimension.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}:${code}`,
    label: categoryLabel(block.dimension, code),
    kind: "SHARE",
    cells: columns.map((column, index) => ({
      ...partOfColumn(policy, table[row]?.[index], column),
      mean: null,
      standardDeviation: null,
    })),
  }));
}

function momentsOf(tally: BaselineTally, code: MeanRow["code"]): Moments {
  if (code === "AGE_YEARS") return tally.ageYears;
  return code === "SCORE" ? tally.score : tally.inductionSessions;
}

/** A mean of the few whom one group lacks could be had from all and the other groups, so sizes are protected here too. */
function meanRow(
  policy: Policy,
  { code }: MeanRow,
  tallies: readonly BaselineTally[],
  columns: readonly Column[],
  { isScored, holds }: { readonly isScored: readonly boolean[]; readonly holds: readonly boolean[] },
  label: string,
): BaselineRow {
  const moments = tallies.map((tally) => momentsOf(tally, code));
  const sizes = protectSizes(
    policy,
    moments.map(({ n }) => n),
    holds.map((each, index) => each && columns[index]?.hidden === null),
  );
  const cells = moments.map((each, index) => {
    const hidden = columns[index]?.hidden ?? sizes[index]?.hidden ?? null;
    if (hidden !== null) {
      const estimate = hiddenEstimate(hidden);
      return { patients: hiddenCount(hidden), share: null, mean: estimate, standardDeviation: estimate };
    }
    const patients = shownCount(policy, each.n);
    if (code === "SCORE" && isScored[index] !== true) {
      const mixed = hiddenEstimate("NOT_ESTIMABLE");
      return { patients, share: null, mean: mixed, standardDeviation: mixed };
    }
    return { patients, share: null, ...meanAndDeviationOf(policy, each) };
  });
  return { code, label, kind: "MEAN", cells };
}
