// Which side effects were seen, in how many patients or sessions, how severe, for how long, and how do vital signs rise?
import {
  sideEffects as terms,
  type Estimate,
  type HiddenReason,
  type SideEffects,
  type SideEffectsGroup,
} from "@afterglow/shared";
import { countOf } from "../columns/countOf";
import { denominator, hiddenCount, hiddenEstimate, shownCount } from "../disclosure/cells";
import { gateChain } from "../disclosure/chain";
import type { Policy } from "../disclosure/policy";
import { release, type Released } from "../disclosure/release";
import { infusionNumbers, tallyExposure, vitalSigns, type ExposureTally } from "../queries/tallyExposure";
import { tallySideEffectSessions, type SideEffectSessionsTally } from "../queries/tallySideEffectSessions";
import { decide, type Denominator } from "./decide";
import { asOneGroup, groupsOf, type NumberedGroup } from "./groups";
import { hideGroups, hideGroupsAmong, type GroupMarks } from "./hideGroups";
import type { AnalysisContext, SideEffectsQuestion } from "./question";
import { resolution } from "./resolution";
import { meanOf, partOf } from "./shares";
import {
  effectMarks,
  ratePerPatient,
  ratePerSession,
  type EffectMarks,
  type EffectsTally,
} from "./sideEffectRates";

/** Rises come in tenths. */
const TENTHS = 10;

export async function sideEffects(
  context: AnalysisContext,
  question: SideEffectsQuestion,
): Promise<Released<SideEffects>> {
  const { cohort, by, per, together = [] } = question;
  const { policy } = context;
  const count = countOf(context);
  const decided = await decide(context, cohort, { of: "EXPOSED" }, [
    ascertained,
    ...vitalSigns.map(risen),
    ...infusionNumbers.map(reached),
  ]);
  const { scope } = decided;
  const left = leftOf(together, groupsOf(context.release, cohort, by), decided.groups(by));
  const allowed = decided.groups(by, left);
  const [tally, sessions] = await Promise.all([
    tallyExposure(count, scope, by, left),
    tallySideEffectSessions(count, scope, by, per === "SESSION", left),
  ]);
  const rows = allowed.map(({ number }) =>
    withEffects(tally.find((each) => each.group === number) ?? nobody(number), sessions),
  );
  const exposed = hideGroups(
    policy,
    allowed,
    rows.map((row) => row.exposed),
  );
  // Whoever had a third infusion, or a reading, are other patients. A group that is hidden is hidden among them too.
  const among = (of: Denominator, size: (row: EffectsTally) => number): GroupMarks =>
    hideGroupsAmong(policy, { decided, groups: allowed, by, outer: exposed }, of, rows.map(size));
  const asked = among(ascertained, (row) => row.byChecklist + row.bySpontaneousReport);
  const rises = vitalSigns.map((sign, at) => among(risen(sign), (row) => row.rises[at]?.n ?? 0));
  const infusion = infusionNumbers.map((number, at) => among(reached(number), (row) => row.reached[at] ?? 0));
  const shown = rows.map((row, at) => ({ row, isHidden: (exposed[at] ?? null) !== null }));
  const beside = terms.map((_, effect) => effectMarks(policy, shown, effect));
  const groups = allowed.map(({ number, group }, index): SideEffectsGroup => {
    const reason = exposed[index] ?? null;
    const row = (reason === null ? rows[index] : undefined) ?? withEffects(nobody(number), null);
    const inGroup = sessionsOf(sessions, reason === null ? number : null);
    return {
      group,
      exposed: reason === null ? shownCount(policy, row.exposed) : hiddenCount(reason),
      sessions: reason === null ? shownCount(policy, row.sessions) : hiddenCount(reason),
      byChecklist: byChecklist(policy, row, asked[index] ?? null),
      effects: row.effects.map((effect, at) => ({
        term: effect.term,
        ...(per === "PATIENT"
          ? ratePerPatient(policy, row, effect, beside[at]?.[index] ?? nothing)
          : ratePerSession(policy, row, effect, inGroup.severities)),
        resolutionMinutes: resolution(policy, inGroup.durations, effect.term),
      })),
      vitals: vitalSigns.map((sign, at) => {
        const rise = row.rises[at] ?? { n: 0, sum: 0, sumOfSquares: 0 };
        const hidden = rises[at]?.[index] ?? null;
        if (hidden !== null) return { sign, patients: hiddenCount(hidden), rise: hiddenEstimate(hidden) };
        return { sign, patients: denominator(policy, rise.n), rise: meanOf(policy, rise, TENTHS) };
      }),
      infusions: infusions(
        policy,
        row,
        inGroup,
        infusion.map((marks) => marks[index] ?? null),
      ),
    };
  });
  return release(policy, { answered: decided.answered, per, groups });
}

/** Of the categories that are asked for as one group, those that are left of the cohort; none where they are no pair. */
function leftOf(
  together: readonly string[],
  asked: readonly NumberedGroup[],
  groups: readonly NumberedGroup[],
): readonly string[] {
  // What is no group, or not a pair, is refused.
  asOneGroup(asked, together);
  const left = together.filter((code) => groups.some(({ group }) => group.code === code));
  return left.length < 2 ? [] : left;
}

const nothing: EffectMarks = { withAny: "TOO_FEW", severities: [] };
const ascertained: Denominator = { of: "RECORDED", what: "ASCERTAINED" };
const risen = (sign: (typeof vitalSigns)[number]): Denominator => ({ of: "RECORDED", what: `${sign}_RISE` });
const reached = (number: number): Denominator => ({ of: "INFUSION", number });

function byChecklist(
  policy: Policy,
  { byChecklist: asked, bySpontaneousReport: told }: EffectsTally,
  hidden: HiddenReason | null,
): Estimate {
  return hidden === null ? partOf(policy, asked, asked + told).share : hiddenEstimate(hidden);
}

function nobody(group: number): ExposureTally {
  const none = { exposed: 0, sessions: 0, byChecklist: 0, bySpontaneousReport: 0 };
  return { group, ...none, reached: infusionNumbers.map(() => 0), rises: [] };
}

/** Every term, also those that nobody of the group had. Null: nobody had any. */
function withEffects(row: ExposureTally, tally: SideEffectSessionsTally | null): EffectsTally {
  const effects = terms.map(({ code }) => {
    const had = tally?.effects.find(({ group, term }) => group === row.group && term === code);
    return had ?? { term: code, worst: [0, 0, 0, 0], sessions: 0 };
  });
  return { ...row, effects };
}

/** Null: of no group. */
function sessionsOf(tally: SideEffectSessionsTally, group: number | null): SideEffectSessionsTally {
  const inGroup = <Row extends { group: number }>(rows: readonly Row[]): Row[] =>
    rows.filter((row) => row.group === group);
  return {
    effects: inGroup(tally.effects),
    severities: inGroup(tally.severities),
    infusions: inGroup(tally.infusions),
    durations: inGroup(tally.durations),
  };
}

function infusions(
  policy: Policy,
  row: EffectsTally,
  tally: SideEffectSessionsTally,
  marks: GroupMarks,
): SideEffectsGroup["infusions"] {
  const before = row.exposed < policy.smallestCount ? null : row.exposed;
  const byRule = marks.map((reason) => reason !== null);
  const chain = gateChain(policy, row.reached, before, byRule);
  return infusionNumbers.map((number, index) => {
    const step = chain[index];
    const hidden = marks[index] ?? (step === undefined ? "TOO_FEW" : step.hidden);
    const reached = step?.count ?? 0;
    return {
      number,
      exposed: hidden === null ? shownCount(policy, reached) : hiddenCount(hidden),
      rates: row.effects.map(({ term }) => {
        if (hidden !== null) return { term, rate: hiddenEstimate(hidden) };
        const had =
          tally.infusions.find((each) => each.term === term && each.infusion === number)?.patients ?? 0;
        // Infusions are numbered by the clinic: a number can be higher than how many sessions there were.
        return { term, rate: partOf(policy, Math.min(had, reached), reached).share };
      }),
    };
  });
}
