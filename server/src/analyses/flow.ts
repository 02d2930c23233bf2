// Where do patients get lost between treatment and a score at a visit, and how complete are the assessments?
import type { Flow, FlowStepCode } from "@afterglow/shared";
import { hiddenCount, hiddenEstimate, judgePart, shownCount } from "../disclosure/cells";
import { gateChain, type ChainStep } from "../disclosure/chain";
import type { Policy } from "../disclosure/policy";
import { protectLines, type Cell } from "../disclosure/protectLines";
import { release, type Released } from "../disclosure/release";
import { roundCount } from "../disclosure/rounding";
import { laterVisits, tallyFlow, type FlowTally } from "../queries/tallyFlow";
import { tallyPatients } from "../queries/tallyPatients";
import { groupsOf, instrumentOf } from "./groups";
import type { AnalysisContext, FlowQuestion } from "./question";
import { judgedPart, shareOf } from "./shares";

const stepCodes: readonly FlowStepCode[] = ["TREATED", "BASELINE", "CASE", "LATER_SCORE", "VISIT"];

export async function flow(context: AnalysisContext, question: FlowQuestion): Promise<Released<Flow>> {
  const { cohort, outcome, by, visit } = question;
  if (!laterVisits.some(({ code }) => code === visit))
    throw new RangeError("Flow: visit must be one after baseline");
  const { policy, query } = context;
  const scope = { releaseId: context.release.releaseId, cohort };
  const [treated, tally] = await Promise.all([
    tallyPatients(query, scope, null),
    tallyFlow(query, scope, outcome, by),
  ]);
  const counts = [
    treated[0]?.patients ?? 0,
    total(tally, (row) => row.withBaseline),
    total(tally, (row) => row.cases),
    total(tally, (row) => row.withLaterScore),
    total(tally, (row) => atVisit(row, visit).received),
  ];
  const chain = gateChain(policy, counts);
  const groups = groupsOf(context.release, cohort, by);
  const rows = groups.map(({ number }) => tally.find((row) => row.group === number));
  const cases = protectColumn(
    policy,
    rows.map((row) => sizeCell(policy, row?.cases ?? 0)),
    chain,
    2,
  );
  const scored = protectColumn(
    policy,
    rows.map((row, index) => scoredCell(policy, row, visit, cases[index])),
    chain,
    4,
  );
  return release(policy, {
    visit,
    steps: chain.map((step, index) => ({
      step: stepCodes[index] ?? "VISIT",
      ...describeStep(policy, step, index, chain),
    })),
    groups: groups.map(({ group }, index) => ({
      group,
      instrument: instrumentOf(outcome.measure, by, cohort, group),
      ...describeGroup(policy, cases[index], scored[index]),
    })),
    assessments: assessments(policy, tally, lastShown(chain, 2)),
  });
}

const total = (tally: readonly FlowTally[], count: (row: FlowTally) => number): number =>
  tally.reduce((sum, row) => sum + count(row), 0);

const atVisit = (row: FlowTally | undefined, visit: string) =>
  row?.visits.find((each) => each.visit === visit) ?? { visit, expected: 0, received: 0 };

/** The last shown step at or before this one. */
function lastShown(chain: readonly ChainStep[], index: number): number | null {
  return chain.slice(0, index + 1).findLast((step) => step.hidden === null)?.count ?? null;
}

function describeStep(policy: Policy, step: ChainStep, index: number, chain: readonly ChainStep[]) {
  if (step.hidden !== null) return { patients: hiddenCount(step.hidden), lost: hiddenCount(step.hidden) };
  const patients = shownCount(policy, step.count);
  if (index === 0) return { patients, lost: { value: 0, hidden: null } };
  const before = chain[index - 1];
  // Lost since a hidden step: the reader may subtract from the last shown one, which is k or more apart.
  if (step.lost === null || before === undefined) return { patients, lost: hiddenCount("PROTECTS_ANOTHER") };
  // A difference of shown counts, so that the column adds up.
  return {
    patients,
    lost: { value: roundCount(policy, before.count) - roundCount(policy, step.count), hidden: null },
  };
}

const sizeCell = (policy: Policy, count: number): Cell => ({
  count,
  hidden: count < policy.smallestCount ? "TOO_FEW" : null,
});

/**
 * One column of the groups. It adds up to its step; where that step is hidden, it and the few who were lost before it
 * add up to the last shown step.
 */
function protectColumn(
  policy: Policy,
  cells: readonly Cell[],
  chain: readonly ChainStep[],
  step: number,
): Cell[] {
  const known = lastShown(chain, step);
  if (known === null) return cells.map((cell) => ({ ...cell, hidden: "TOO_FEW" }));
  const rest = known - cells.reduce((sum, cell) => sum + cell.count, 0);
  const all = rest === 0 ? cells : [...cells, { count: rest, hidden: "TOO_FEW" as const }];
  const line = { parts: all.map((_, index) => index), total: null, mayBeEmpty: true };
  return protectLines(policy, all, [line]).slice(0, cells.length);
}

function scoredCell(
  policy: Policy,
  row: FlowTally | undefined,
  visit: string,
  cases: Cell | undefined,
): Cell {
  const count = atVisit(row, visit).received;
  if (cases === undefined || cases.hidden !== null) return { count, hidden: cases?.hidden ?? "TOO_FEW" };
  return { count, hidden: judgePart(policy, count, cases.count) === "SHOWN" ? null : "TOO_FEW" };
}

function describeGroup(policy: Policy, cases: Cell | undefined, scored: Cell | undefined) {
  if (cases === undefined || scored === undefined || cases.hidden !== null) {
    const reason = cases?.hidden ?? "TOO_FEW";
    return { cases: hiddenCount(reason), scored: hiddenCount(reason), share: hiddenEstimate(reason) };
  }
  const shown = shownCount(policy, cases.count);
  if (scored.hidden === null) {
    const share = shareOf(policy, scored.count, cases.count);
    return { cases: shown, scored: shownCount(policy, scored.count), share };
  }
  if (scored.hidden !== "TOO_FEW") {
    return { cases: shown, scored: hiddenCount(scored.hidden), share: hiddenEstimate(scored.hidden) };
  }
  const { patients, share } = judgedPart(
    policy,
    scored.count,
    cases.count,
    judgePart(policy, scored.count, cases.count),
  );
  return { cases: shown, scored: patients, share };
}

/** Due and come at each visit, of the cases at baseline. Those due are a chain: fewer at each later visit. */
function assessments(policy: Policy, tally: readonly FlowTally[], cases: number | null): Flow["assessments"] {
  const counts = laterVisits.map(({ code }) => ({
    visit: code,
    expected: total(tally, (row) => atVisit(row, code).expected),
    received: total(tally, (row) => atVisit(row, code).received),
  }));
  const chain = gateChain(
    policy,
    counts.map(({ expected }) => expected),
    cases,
  );
  return counts.map(({ visit, expected, received }, index) => {
    const hidden = chain[index]?.hidden ?? null;
    if (hidden !== null) {
      return {
        visit,
        expected: hiddenCount(hidden),
        received: hiddenCount(hidden),
        share: hiddenEstimate(hidden),
      };
    }
    const { patients, share } = judgedPart(policy, received, expected, judgePart(policy, received, expected));
    return { visit, expected: shownCount(policy, expected), received: patients, share };
  });
}
