// Where do patients get lost between treatment and a score at a visit, and how complete are the assessments? Each step
// and visit is a denominator that publishing kept a bitmap of: they are counted from these, and no row is read.
import { laterVisits, type Flow, type FlowStepCode, type Outcome } from "@afterglow/shared";
import { hiddenCount, hiddenEstimate, judgePart, shownCount } from "../disclosure/cells";
import { gateChain, type ChainStep } from "../disclosure/chain";
import type { Policy } from "../disclosure/policy";
import { protectLines, type Cell } from "../disclosure/protectLines";
import { release, type Released } from "../disclosure/release";
import { roundCount } from "../disclosure/rounding";
import { decide, type Denominator } from "./decide";
import { instrumentOf } from "./groups";
import type { AnalysisContext, FlowQuestion } from "./question";
import { judgedPart, shareOf } from "./shares";

const stepCodes: readonly FlowStepCode[] = ["TREATED", "BASELINE", "CASE", "LATER_SCORE", "VISIT"];

export async function flow(context: AnalysisContext, question: FlowQuestion): Promise<Released<Flow>> {
  const { cohort, outcome, by, visit } = question;
  if (!laterVisits.some(({ code }) => code === visit))
    throw new RangeError("Flow: visit must be one after baseline");
  const { policy } = context;
  const atStep = stepsOf(outcome, visit);
  const due = laterVisits.map(({ code }): Denominator => ({ of: "DUE", outcome, visit: code }));
  const came = laterVisits.map(({ code }): Denominator => ({ of: "VISIT", outcome, visit: code }));
  const decided = await decide(context, cohort, { of: "TREATED" }, [...atStep, ...due, ...came]);
  const chain = gateChain(
    policy,
    decided.sizes(atStep),
    null,
    atStep.map((among) => !decided.holds(among)),
  );
  const groups = decided.groups(by);
  const holds = (step: number): boolean[] =>
    groups.map(({ group: { code } }) => {
      const among = atStep[step];
      return among !== undefined && decided.holds(among, by === null ? undefined : { by, code });
    });
  const areCases = holds(2);
  const areScored = holds(4);
  const rows = groups.map(({ group: { code } }) =>
    decided.sizes(atStep, by === null ? undefined : { by, code }),
  );
  const cases = protectColumn(
    policy,
    rows.map((sizes, index) => sizeCell(policy, sizes[2] ?? 0, areCases[index] === true)),
    { chain, step: 2, holds: areCases },
  );
  const scored = protectColumn(
    policy,
    rows.map((sizes, index) => scoredCell(policy, sizes[4] ?? 0, cases[index], areScored[index] === true)),
    { chain, step: 4, holds: areScored },
  );
  return release(policy, {
    answered: decided.answered,
    visit,
    steps: chain.map((step, index) => ({
      step: stepCodes[index] ?? "VISIT",
      ...describeStep(policy, step, index, chain),
    })),
    groups: groups.map(({ group }, index) => ({
      group,
      instrument: instrumentOf(outcome.measure, by, decided.cohort, group),
      ...describeGroup(policy, cases[index], scored[index], areScored[index] === true),
    })),
    assessments: assessments(
      policy,
      { due: decided.sizes(due), came: decided.sizes(came) },
      lastShown(chain, 2),
      due.map((among) => !decided.holds(among)),
    ),
  });
}

/** The patients of each step: whoever is in one is in the one before. */
const stepsOf = (outcome: Outcome, visit: string): Denominator[] => [
  { of: "TREATED" },
  { of: "BASELINE", outcome },
  { of: "CASE", outcome },
  { of: "LATER_SCORE", outcome },
  { of: "VISIT", outcome, visit },
];

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

/** `holds`: by the neighbour rule, here and below. */
const sizeCell = (policy: Policy, count: number, holds: boolean): Cell => ({
  count,
  hidden: holds && count >= policy.smallestCount ? null : "TOO_FEW",
});

interface Column {
  readonly chain: readonly ChainStep[];
  readonly step: number;
  readonly holds: readonly boolean[];
}

/**
 * One column of the groups. It adds up to its step; where that step is hidden, it and the few who were lost before it
 * add up to the last shown step. A group of k or more that the neighbour rule hides may not follow either.
 */
function protectColumn(policy: Policy, cells: readonly Cell[], { chain, step, holds }: Column): Cell[] {
  const known = lastShown(chain, step);
  if (known === null) return cells.map((cell) => ({ ...cell, hidden: "TOO_FEW" }));
  const rest = known - cells.reduce((sum, cell) => sum + cell.count, 0);
  const all = rest === 0 ? cells : [...cells, { count: rest, hidden: "TOO_FEW" as const }];
  const isLargeHidden = cells.some(({ count }, at) => holds[at] === false && count >= policy.smallestCount);
  const parts = all.flatMap(({ count }, index) => (isLargeHidden && count === 0 ? [] : [index]));
  const line = { parts, total: null, mayBeEmpty: !isLargeHidden };
  return protectLines(policy, all, [line]).slice(0, cells.length);
}

function scoredCell(policy: Policy, count: number, cases: Cell | undefined, holds: boolean): Cell {
  if (cases === undefined || cases.hidden !== null) return { count, hidden: cases?.hidden ?? "TOO_FEW" };
  if (!holds) return { count, hidden: "TOO_FEW" };
  return { count, hidden: judgePart(policy, count, cases.count) === "SHOWN" ? null : "TOO_FEW" };
}

function describeGroup(policy: Policy, cases: Cell | undefined, scored: Cell | undefined, holds: boolean) {
  if (cases === undefined || scored === undefined || cases.hidden !== null) {
    const reason = cases?.hidden ?? "TOO_FEW";
    return { cases: hiddenCount(reason), scored: hiddenCount(reason), share: hiddenEstimate(reason) };
  }
  const shown = shownCount(policy, cases.count);
  if (scored.hidden === null) {
    const share = shareOf(policy, scored.count, cases.count);
    return { cases: shown, scored: shownCount(policy, scored.count), share };
  }
  if (scored.hidden !== "TOO_FEW" || !holds) {
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
function assessments(
  policy: Policy,
  { due, came }: { readonly due: readonly number[]; readonly came: readonly number[] },
  cases: number | null,
  byRule: readonly boolean[],
): Flow["assessments"] {
  const counts = laterVisits.map(({ code }, at) => ({
    visit: code,
    expected: due[at] ?? 0,
    received: came[at] ?? 0,
  }));
  const chain = gateChain(
    policy,
    counts.map(({ expected }) => expected),
    cases,
    byRule,
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
