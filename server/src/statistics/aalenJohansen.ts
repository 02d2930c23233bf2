// The cumulative incidence of competing events: of which event comes first, how many by when. Not one cause alone
// with the others censored: 1 minus Kaplan-Meier would count those who can no longer have the event as if they could.

import { mergeCompetingTies, type CompetingCount, type CompetingTally } from "./competingTally";
import { normalQuantile } from "./distributions";

const Z = normalQuantile(0.975);

/** A share with its error by the infinitesimal jackknife; the interval is log-log at 95 %. */
export interface IncidenceEstimate {
  readonly value: number | null;
  readonly standardError: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}
type Known = IncidenceEstimate & { readonly value: number };

/** One distinct time, with who was at risk just before it and what happened at it. */
export interface IncidencePoint extends CompetingCount {
  readonly atRisk: number;
  readonly eventFree: Known;
  /** One a cause, in the order of the tally. */
  readonly causes: readonly Known[];
}

export interface IncidenceCurves {
  readonly n: number;
  /** Events of each cause. */
  readonly events: readonly number[];
  readonly points: readonly IncidencePoint[];
}

/**
 * How one course moves the estimates: the derivative of S (first) and of each F by that course's weight. A step turns
 * it linearly, so those who have left need not be followed one by one: their products, added up, are enough.
 */
type Influence = readonly number[];

/**
 * Aalen-Johansen estimate: the cumulative incidence F of each of several causes.
 *
 *   F_k(t) = sum over times u <= t of S(u-) d_k/r;   S(u) = product of (1 - d/r);   S + sum of F_k = 1
 *   var F_k(t) = sum over courses i of U_ik(t)^2,  U_ik the derivative of F_k(t) by the weight of course i
 *   F^exp(+-z se / (F ln F)),   d_k events of cause k, d of any, r at risk
 *
 * The variance is the infinitesimal jackknife, as of R's survfit for several states; for one cause it is Greenwood's.
 * Assumes: censoring tells nothing of the events to come; one course a patient; follow-up from time 0; each course
 * leaves by its first event. Nothing is assumed of how the causes depend on each other.
 * Edges: censored at t are at risk at t; events at time 0 count; a share of 0 or 1 has no interval, and 0 no error;
 * a cause without events stays at 0; nobody: no points. Ties by floating noise are one time (see mergeTies).
 * Source: Aalen, Johansen, Scand J Stat 1978;5:141-150; interval: Choudhury, Stat Med 2002;21:1129-1144.
 * R: `survfit(Surv(time, factor(cause)) ~ 1, conf.type = "log-log")`, its pstate, std.err, lower and upper
 */
export function aalenJohansen(tally: CompetingTally, causes: number): IncidenceCurves {
  const rows = mergeCompetingTies(tally, causes);
  const total = rows.reduce((sum, row) => sum + sumOf(row.events) + row.censored, 0);
  let atRisk = total;
  let eventFree = 1;
  let incidences: number[] = new Array<number>(causes).fill(0);
  let staying: Influence = new Array<number>(causes + 1).fill(0);
  let departed = outer(staying, 0);

  const points = rows.map((row): IncidencePoint => {
    const { events, censored } = row;
    const left = atRisk - sumOf(events);
    const step = { atRisk, stay: left / atRisk, hazards: events.map((count) => count / atRisk), eventFree };
    const leaving = events.map((_, cause) => move(staying, step, cause));
    staying = move(staying, step, null);
    departed = added([
      carried(departed, step),
      ...events.map((count, cause) => outer(leaving[cause] ?? [], count)),
      outer(staying, censored),
    ]);
    incidences = incidences.map((value, cause) => value + eventFree * (step.hazards[cause] ?? 0));
    eventFree *= step.stay;
    const variances = added([departed, outer(staying, left - censored)]);
    const estimates = [eventFree, ...incidences].map((value, at) =>
      estimate(value, variances[at]?.[at] ?? 0),
    );
    const point = {
      ...row,
      atRisk,
      eventFree: estimates[0] ?? estimate(1, 0),
      causes: estimates.slice(1),
    };
    atRisk = left - censored;
    return point;
  });
  const events = incidences.map((_, cause) => sumOf(rows.map((row) => row.events[cause] ?? 0)));
  return { n: total, events, points };
}

interface Step {
  readonly atRisk: number;
  /** 1 minus the hazard of any event, exactly 0 where all who are at risk have one. */
  readonly stay: number;
  readonly hazards: readonly number[];
  /** S just before. */
  readonly eventFree: number;
}

/** The influence of a course at risk: of one that has the event of `cause` at this time, or of one that has none. */
function move(
  before: Influence,
  { atRisk, stay, hazards, eventFree }: Step,
  cause: number | null,
): Influence {
  const own = before[0] ?? 0;
  const weight = eventFree / atRisk;
  const free = own * stay - weight * (cause === null ? stay - 1 : stay);
  return [
    free,
    ...hazards.map((hazard, at) => {
      const surplus = (cause === at ? 1 : 0) - hazard;
      return (before[at + 1] ?? 0) + own * hazard + weight * surplus;
    }),
  ];
}

type Products = readonly (readonly number[])[];

const outer = (influence: Influence, count: number): Products =>
  influence.map((one) => influence.map((other) => count * one * other));

const added = (all: readonly Products[]): Products =>
  (all[0] ?? []).map((row, i) => row.map((_, j) => sumOf(all.map((each) => each[i]?.[j] ?? 0))));

/** The products of those who have left, after a step that they are not part of: A P A', A being the step's matrix. */
function carried(products: Products, { stay, hazards }: Step): Products {
  const turn = (values: readonly number[]): number[] => {
    const own = values[0] ?? 0;
    return [own * stay, ...hazards.map((hazard, at) => (values[at + 1] ?? 0) + own * hazard)];
  };
  const half = products.map(turn);
  return transposed(transposed(half).map(turn));
}

const transposed = (products: Products): Products =>
  products.map((_, i) => products.map((row) => row[i] ?? 0));

function estimate(value: number, variance: number): Known {
  const standardError = Math.sqrt(Math.max(0, variance));
  if (value <= 0 || value >= 1) return { value, standardError, lower: null, upper: null };
  const log = Math.log(value);
  const spread = Math.exp((Z * standardError) / (value * -log));
  return { value, standardError, lower: Math.exp(log * spread), upper: Math.exp(log / spread) };
}

export interface IncidenceAtTime {
  readonly time: number;
  readonly atRisk: number;
  readonly eventFree: IncidenceEstimate;
  readonly causes: readonly IncidenceEstimate[];
}

/**
 * The curves read at one time: the step at or before it. Before the first time nobody has had an event; of nobody
 * there is no share. R: `summary(survfit(...), times = time, extend = TRUE)`, whose limits before the first time are
 * written as 0 and are none.
 */
export function incidenceAt(curves: IncidenceCurves, time: number): IncidenceAtTime {
  if (!Number.isFinite(time) || time < 0) {
    throw new RangeError("Incidence at a time: time must be a finite number of 0 or more.");
  }
  const gone = curves.points
    .filter((point) => point.time < time)
    .reduce((sum, point) => sum + sumOf(point.events) + point.censored, 0);
  const step = curves.points.findLast((point) => point.time <= time);
  const none = (value: number): IncidenceEstimate =>
    curves.n === 0
      ? { value: null, standardError: null, lower: null, upper: null }
      : { value, standardError: 0, lower: null, upper: null };
  return {
    time,
    atRisk: curves.n - gone,
    eventFree: step?.eventFree ?? none(1),
    causes: step?.causes ?? curves.events.map(() => none(0)),
  };
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
