// The rate of one side effect in one group, with its severities: per patient and per session, never mixed.
import type { Count, Estimate, HiddenReason } from "@afterglow/shared";
import { hiddenCount, hiddenEstimate, isFew, judgePart, shownCount } from "../disclosure/cells";
import type { Policy } from "../disclosure/policy";
import { protectAcross, type PartMarks } from "../disclosure/protectAcross";
import { protectLines } from "../disclosure/protectLines";
import type { ExposureTally } from "../queries/tallyExposure";
import {
  severityNumbers,
  type SeveritySessions,
  type WorstSeverities,
} from "../queries/tallySideEffectSessions";
import { partBeside, shareOf } from "./shares";

/** A group's exposure and, of every term in the vocabulary's order, how many had it. */
export type EffectsTally = ExposureTally & { readonly effects: readonly Effect[] };
type Effect = Omit<WorstSeverities, "group">;
/** Severities that are shown; a fourth, unknown severity, is counted only in the whole. */
const severityCodes = ["MILD", "MODERATE", "SEVERE"] as const;

interface Rate {
  readonly occurrences: Count;
  readonly rate: Estimate;
}
type Rates = Rate & { readonly severities: readonly (Rate & { readonly severity: string })[] };

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** What became of an effect beside the same effect in the other groups. */
export interface EffectMarks {
  readonly withAny: HiddenReason | null;
  readonly severities: PartMarks;
}

/** One entry a group. */
export function effectMarks(
  policy: Policy,
  groups: readonly { readonly row: EffectsTally; readonly isHidden: boolean }[],
  effect: number,
): EffectMarks[] {
  const counted = groups.map(({ row, isHidden }) => {
    const worst = row.effects[effect]?.worst ?? [];
    return { worst, patients: sum(worst), exposed: row.exposed, isHidden };
  });
  const withAny = protectAcross(
    policy,
    counted.map(({ patients, exposed, isHidden }) => ({
      counts: [patients, exposed - patients],
      whole: exposed,
      isHidden,
    })),
  ).map(([mark = null]) => mark);
  const severities = protectAcross(
    policy,
    counted.map(({ worst, patients, exposed, isHidden }, at) => ({
      counts: worst,
      whole: patients,
      of: exposed,
      isHidden: isHidden || withAny[at] !== null,
    })),
  );
  return withAny.map((mark, at) => ({ withAny: mark, severities: severities[at] ?? [] }));
}

/** Patients with the effect, of those exposed; each patient once, by the worst severity. */
export function ratePerPatient(
  policy: Policy,
  { exposed }: EffectsTally,
  { worst }: Effect,
  { withAny, severities }: EffectMarks,
): Rates {
  const patients = sum(worst);
  const { patients: occurrences, share: rate } = partBeside(policy, patients, exposed, withAny);
  const isNone = withAny === null && patients === 0;
  const marks = isNone ? worst.map(() => null) : severities;
  return { occurrences, rate, severities: describe(policy, worst, marks, exposed) };
}

/**
 * Sessions with the effect, of all sessions. What is protected is patients: fewer than k with the effect, or fewer
 * than k without it, hide the rate of sessions too.
 */
export function ratePerSession(
  policy: Policy,
  { exposed, sessions }: EffectsTally,
  { term, worst, sessions: withEffect }: Effect,
  rows: readonly SeveritySessions[],
): Rates {
  const counts = severityNumbers.map((severity) => {
    const row = rows.find((each) => each.term === term && each.severity === severity);
    return { sessions: row?.sessions ?? 0, patients: row?.patients ?? 0 };
  });
  const inSessions = counts.map((each) => each.sessions);
  const without = sessions - withEffect;
  const isHidden = judgePart(policy, sum(worst), exposed) !== "SHOWN" || isFew(policy, without, sessions);
  if (isHidden) {
    const marks = counts.map(() => "TOO_FEW" as const);
    const tooFew = { occurrences: hiddenCount("TOO_FEW"), rate: hiddenEstimate("TOO_FEW") };
    return { ...tooFew, severities: describe(policy, inSessions, marks, sessions) };
  }
  // Told by patients: ten sessions of one patient are one patient.
  const cells = counts.map(({ patients }) => ({
    count: patients,
    hidden: isFew(policy, patients, exposed) ? ("TOO_FEW" as const) : null,
  }));
  const line = { parts: cells.map((_, index) => index), total: null };
  const marks =
    withEffect === 0
      ? cells.map(() => null)
      : protectLines(policy, cells, [line]).map(({ hidden }) => hidden);
  return {
    occurrences: shownCount(policy, withEffect),
    rate: shareOf(policy, withEffect, sessions),
    severities: describe(policy, inSessions, marks, sessions),
  };
}

function describe(
  policy: Policy,
  counts: readonly number[],
  marks: readonly (HiddenReason | null)[],
  whole: number,
): Rates["severities"] {
  return severityCodes.map((severity, index) => {
    const count = counts[index] ?? 0;
    const hidden = marks[index] ?? null;
    if (hidden !== null) return { severity, occurrences: hiddenCount(hidden), rate: hiddenEstimate(hidden) };
    return { severity, occurrences: shownCount(policy, count), rate: shareOf(policy, count, whole) };
  });
}
