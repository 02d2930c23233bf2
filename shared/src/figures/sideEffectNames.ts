/** Names of side effects where a phone has no room for the whole label. */
import type { SideEffectCode } from "../vocabulary/sideEffects";

const narrowNames: Readonly<Partial<Record<SideEffectCode, string>>> = {
  RAISED_BLOOD_PRESSURE: "Blood pressure",
  RAISED_HEART_RATE: "Heart rate",
  MEMORY_IMPAIRMENT: "Memory",
  HYPOMANIA_OR_MANIA: "(Hypo)mania",
  CRAVING_OR_MISUSE: "Craving",
};

export const narrowEffectName = (effect: { readonly code: SideEffectCode; readonly label: string }): string =>
  narrowNames[effect.code] ?? effect.label;
