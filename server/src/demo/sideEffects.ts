// The side effects of one course. Who is prone has an effect in most sessions, and less with every further
// one.
import type { SideEffectActionCode, SideEffectSeverityCode, ModalityCode } from "@afterglow/shared";
import { normalQuantile } from "../statistics/distributions";
import type { Person } from "./people";
import { clamp, type RandomStream } from "./random";
import type { SessionRow, SideEffectRow } from "./rows";
import { inInfusions, shareIn, type SideEffectModel } from "./sideEffectRates";

/** In the first session of a patient who is prone to it; from one to the next it falls by a tenth. */
const IN_FIRST_SESSION = 0.62;
const LESS_EACH_SESSION = 0.9;
/**
 * What a checklist finds against the published mean of both ways, and what spontaneous report finds.
 * CALIBRATED.
 */
const BY_CHECKLIST = 1.17;
const BY_SPONTANEOUS_REPORT = 0.6;
/** Side effects go together in a patient: correlation of the latent proneness between terms. */
const TOGETHER = 0.5;

export function makeSideEffects(
  random: RandomStream,
  person: Person,
  modality: ModalityCode,
  sessions: readonly SessionRow[],
): SideEffectRow[] {
  const rows: SideEffectRow[] = [];
  const found = person.clinic.ascertainedBy === "CHECKLIST" ? BY_CHECKLIST : BY_SPONTANEOUS_REPORT;
  for (const model of inInfusions) {
    const share = Math.min(0.95, shareIn(model, modality, person.condition.code) * found);
    if (share <= 0) continue;
    const latent = Math.sqrt(TOGETHER) * person.proneness + Math.sqrt(1 - TOGETHER) * random.normal();
    if (latent < normalQuantile(1 - share)) continue;
    rows.push(...occurrences(random, person, model, sessions));
  }
  return rows.sort((a, b) => a.session - b.session);
}

function occurrences(
  random: RandomStream,
  person: Person,
  model: SideEffectModel,
  sessions: readonly SessionRow[],
): SideEffectRow[] {
  // A rare event is one event, not a habit.
  if (model.share < 0.01) {
    const session = sessions[random.whole(0, sessions.length - 1)];
    return session === undefined ? [] : [event(random, person, model, session)];
  }
  return sessions.flatMap((session, i) =>
    random.chance(IN_FIRST_SESSION * LESS_EACH_SESSION ** i) ? [event(random, person, model, session)] : [],
  );
}

const grave = new Set(["DELIRIUM", "HYPOMANIA_OR_MANIA"]);

function event(
  random: RandomStream,
  person: Person,
  model: SideEffectModel,
  session: SessionRow,
): SideEffectRow {
  const isGrave = grave.has(model.code);
  const severity = random.pick<SideEffectSeverityCode>(
    isGrave
      ? [
          ["MILD", 0.2],
          ["MODERATE", 0.45],
          ["SEVERE", 0.35],
        ]
      : [
          ["MILD", 0.73],
          ["MODERATE", 0.245],
          ["SEVERE", 0.025],
        ],
  );
  const serious = severity === "SEVERE" && random.chance(isGrave ? 0.45 : 0.06);
  const acuteOnset = Math.round(clamp(random.normal(24, 9), 3, 60));
  return {
    patient: session.patient,
    course: session.course,
    session: session.number,
    term: model.code,
    severity: random.chance(0.04) ? null : severity,
    serious,
    onset_min: random.chance(0.08) ? null : model.acute ? acuteOnset : random.whole(60, 600),
    duration_min: random.chance(0.1)
      ? null
      : Math.max(5, Math.round(random.logNormal(model.minutes, 0.35) / 5) * 5),
    action_taken: random.chance(0.05) ? null : actionOn(random, severity),
    ascertained_by: person.clinic.ascertainedBy,
  };
}

function actionOn(random: RandomStream, severity: SideEffectSeverityCode): SideEffectActionCode {
  if (severity === "MILD") return random.chance(0.96) ? "NONE" : "MEDICATION";
  if (severity === "MODERATE") {
    return random.pick<SideEffectActionCode>([
      ["NONE", 0.6],
      ["MEDICATION", 0.25],
      ["DOSE_REDUCED", 0.12],
      ["OTHER", 0.03],
    ]);
  }
  return random.pick<SideEffectActionCode>([
    ["MEDICATION", 0.45],
    ["SESSION_STOPPED", 0.25],
    ["DOSE_REDUCED", 0.2],
    ["OTHER", 0.1],
  ]);
}
