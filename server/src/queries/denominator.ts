// The patients that a figure counts among, whatever the cohort: those treated, those with a score at a visit … Each is
// put together from the facts of which publishing kept bitmaps (releases/bitmapFacts.ts names them).
import {
  conditions,
  instrumentByCode,
  laterVisits,
  visitByCode,
  visits,
  type InstrumentCode,
  type Outcome,
} from "@afterglow/shared";
import { ruleOf } from "./whereMeasure";

/** Each figure and each visit has its own. */
export type Denominator =
  | { readonly of: "TREATED" | "EXPOSED" }
  /** CASE: cases at baseline. LATER_SCORE: of them, those with a later score. RESPONDER: in response after induction. */
  | { readonly of: "BASELINE" | "CASE" | "LATER_SCORE" | "RESPONDER"; readonly outcome: Outcome }
  /**
   * Responders who are still well and seen on the day from which maintenance is compared; all, or those who had begun
   * it by then (true), or had not (false).
   */
  | { readonly of: "WELL_AT_LANDMARK"; readonly outcome: Outcome; readonly maintained?: boolean }
  /** VISIT: cases with a score then. DUE: cases who were due then. CASE_BY: cases with a score then or before. */
  | { readonly of: "VISIT" | "DUE" | "CASE_BY"; readonly outcome: Outcome; readonly visit: string }
  /** With a baseline score, cases or not, and a score at the visit. */
  | { readonly of: "SCORED"; readonly outcome: Outcome; readonly visit: string }
  /** Any suicidality at baseline; and, for a later visit, the item then. */
  | { readonly of: "ITEM"; readonly instrument: InstrumentCode; readonly visit: string }
  /** Patients with at least so many sessions, 1 to 6. */
  | { readonly of: "INFUSION"; readonly number: number }
  /** Of whom this is recorded. */
  | { readonly of: "RECORDED"; readonly what: Recorded }
  /** In each of several. */
  | { readonly of: "EVERY"; readonly parts: readonly Denominator[] };

export type Recorded =
  | "AGE"
  | "ASCERTAINED"
  | "SETTING"
  | "SYSTOLIC_RISE"
  | "DIASTOLIC_RISE"
  | "HEART_RATE_RISE"
  | "DURATION"
  | "PSYCHOTHERAPY_TIME"
  | "RECOVERY"
  | "SYSTOLIC"
  | "DIASTOLIC"
  | "HEART_RATE"
  | "ECG"
  | "VITALS"
  | "PRICE"
  | "INDUCTION_COST"
  | "HALF_YEAR_COST"
  | "YEAR_COST";

/** What is so of courses, as publishing named it; 0 = of no instrument, of no number. */
export interface Fact {
  readonly fact: string;
  readonly instrument: number;
  readonly number: number;
}
/** Facts, and facts that hold together or of which any holds. */
export type Facts = Fact | { readonly every: readonly Facts[] } | { readonly any: readonly Facts[] };

export function factsOf(denominator: Denominator): Facts {
  switch (denominator.of) {
    case "TREATED":
    case "EXPOSED":
      return plain(denominator.of);
    case "INFUSION":
      return { ...plain("INFUSION"), number: denominator.number };
    case "RECORDED":
      return plain(denominator.what);
    case "EVERY":
      return { every: denominator.parts.map(factsOf) };
    case "ITEM":
      return itemFacts(denominator.instrument, denominator.visit);
    default:
      return byInstrument(denominator.outcome, (instrument) => ofInstrument(denominator, instrument));
  }
}

/** Every single fact in it. */
export function factsIn(facts: Facts): readonly Fact[] {
  if ("fact" in facts) return [facts];
  return ("every" in facts ? facts.every : facts.any).flatMap(factsIn);
}

const plain = (fact: string): Fact => ({ fact, instrument: 0, number: 0 });

/** The instrument's, or of each condition's own those that are the patient's. */
function byInstrument({ measure }: Outcome, facts: (instrument: number) => Facts): Facts {
  if (measure !== "OWN") return facts(instrumentByCode(measure).number);
  const own = new Set(conditions.map(({ ownInstrument }) => instrumentByCode(ownInstrument).number));
  return {
    any: [...own].map((instrument) => ({
      every: [{ fact: "OWN", instrument, number: 0 }, facts(instrument)],
    })),
  };
}

type Measured = Extract<Denominator, { readonly outcome: Outcome }>;

function ofInstrument(denominator: Measured, instrument: number): Facts {
  const one = (fact: string, number = 0): Fact => ({ fact, instrument, number });
  const { outcome } = denominator;
  switch (denominator.of) {
    case "BASELINE":
    case "CASE":
      return one(denominator.of);
    case "LATER_SCORE":
      return { every: [one("CASE"), one("LATER_SCORE")] };
    case "RESPONDER":
      return one("RESPONDER", ruleOf(outcome.response, instrument));
    case "WELL_AT_LANDMARK": {
      const rule = ruleOf(outcome.response, instrument);
      const { maintained } = denominator;
      const well = one(`WELL_${outcome.relapse}`, rule);
      if (maintained === undefined) return well;
      return { every: [well, one(maintained ? "MAINTAINED" : "NOT_MAINTAINED", rule)] };
    }
    case "VISIT":
      return { every: [one("CASE"), one("SCORE", numberOf(denominator.visit))] };
    case "DUE":
      return one("DUE", numberOf(denominator.visit));
    case "SCORED":
      return { every: [one("BASELINE"), one("SCORE", numberOf(denominator.visit))] };
    case "CASE_BY": {
      const until = laterVisits.findIndex(({ code }) => code === denominator.visit);
      const scores = laterVisits.slice(0, until + 1).map(({ number }) => one("SCORE", number));
      return { every: [one("CASE"), { any: scores }] };
    }
  }
}

function itemFacts(code: InstrumentCode, visit: string): Facts {
  const instrument = instrumentByCode(code).number;
  const item = (number: number): Fact => ({ fact: "ITEM", instrument, number });
  const baseline = item(visitByCode("BASELINE").number);
  return visit === "BASELINE" ? baseline : { every: [baseline, item(numberOf(visit))] };
}

function numberOf(visit: string): number {
  const found = visits.find(({ code }) => code === visit);
  if (found === undefined) throw new RangeError("Denominator: unknown visit");
  return found.number;
}
