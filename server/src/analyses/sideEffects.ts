// Which side effects were seen, in how many patients or sessions, how severe, for how long, and how do vital signs rise?
import { sideEffects as terms, type SideEffects, type SideEffectsGroup } from "@afterglow/shared";
import { denominator, hiddenCount, hiddenEstimate, shownCount } from "../disclosure/cells";
import { gateChain } from "../disclosure/chain";
import type { Policy } from "../disclosure/policy";
import { protectGroups } from "../disclosure/protectGroups";
import { release, type Released } from "../disclosure/release";
import { tallySideEffectSessions, type SideEffectSessionsTally } from "../queries/tallySideEffectSessions";
import {
  infusionNumbers,
  tallySideEffects,
  vitalSigns,
  type SideEffectsTally,
} from "../queries/tallySideEffects";
import { asOneGroup, groupsOf } from "./groups";
import type { AnalysisContext, SideEffectsQuestion } from "./question";
import { resolution } from "./resolution";
import { meanOf, partOf } from "./shares";
import { ratePerPatient, ratePerSession } from "./sideEffectRates";

/** Rises come in tenths. */
const TENTHS = 10;

export async function sideEffects(
  context: AnalysisContext,
  question: SideEffectsQuestion,
): Promise<Released<SideEffects>> {
  const { cohort, by, per, together = [] } = question;
  const { policy, query } = context;
  const scope = { releaseId: context.release.releaseId, cohort };
  const allowed = asOneGroup(groupsOf(context.release, cohort, by), together);
  const [tally, sessions] = await Promise.all([
    tallySideEffects(query, scope, by, together),
    tallySideEffectSessions(query, scope, by, per === "SESSION", together),
  ]);
  const exposed = allowed.map(({ number }) => tally.find((each) => each.group === number)?.exposed ?? 0);
  const hidden = protectGroups(policy, exposed);
  const groups = allowed.map(({ number, group }, index): SideEffectsGroup => {
    const reason = hidden[index] ?? null;
    const found = reason === null ? tally.find((each) => each.group === number) : undefined;
    const row = found ?? nobody(number);
    const inGroup = sessionsOf(sessions, found === undefined ? null : number);
    return {
      group,
      exposed: reason === null ? shownCount(policy, row.exposed) : hiddenCount(reason),
      sessions: reason === null ? shownCount(policy, row.sessions) : hiddenCount(reason),
      byChecklist: partOf(policy, row.byChecklist, row.byChecklist + row.bySpontaneousReport).share,
      effects: row.effects.map((effect) => ({
        term: effect.term,
        ...(per === "PATIENT"
          ? ratePerPatient(policy, row, effect)
          : ratePerSession(policy, row, effect, inGroup.severities)),
        resolutionMinutes: resolution(policy, inGroup.durations, effect.term),
      })),
      vitals: vitalSigns.map((sign, index) => {
        const rise = row.rises[index] ?? { n: 0, sum: 0, sumOfSquares: 0 };
        return { sign, patients: denominator(policy, rise.n), rise: meanOf(policy, rise, TENTHS) };
      }),
      infusions: infusions(policy, row, inGroup),
    };
  });
  return release(policy, { per, groups });
}

function nobody(group: number): SideEffectsTally {
  const none = { exposed: 0, sessions: 0, byChecklist: 0, bySpontaneousReport: 0 };
  const effects = terms.map(({ code }) => ({ term: code, worst: [0, 0, 0, 0], sessions: 0 }));
  return { group, ...none, effects, reached: infusionNumbers.map(() => 0), rises: [] };
}

/** Null: of no group. */
function sessionsOf(tally: SideEffectSessionsTally, group: number | null): SideEffectSessionsTally {
  const inGroup = <Row extends { group: number }>(rows: readonly Row[]): Row[] =>
    rows.filter((row) => row.group === group);
  return {
    severities: inGroup(tally.severities),
    infusions: inGroup(tally.infusions),
    durations: inGroup(tally.durations),
  };
}

function infusions(
  policy: Policy,
  row: SideEffectsTally,
  tally: SideEffectSessionsTally,
): SideEffectsGroup["infusions"] {
  const chain = gateChain(policy, row.reached, row.exposed < policy.smallestCount ? null : row.exposed);
  return infusionNumbers.map((number, index) => {
    const step = chain[index];
    const hidden = step === undefined ? "TOO_FEW" : step.hidden;
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
