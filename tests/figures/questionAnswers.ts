// Made-up answers of the Questions page for the figures' tests. Not evidence.
import type { Worsening } from "@afterglow/shared";
import { cases, countOf, groups, proportion } from "./answers";

const parts = { EARLY: 0.54, LATER: 0.17, NEVER: 0.19, UNSEEN: 0.1 } as const;
export const worsening: Worsening = {
  earlyUntil: "W4",
  laterUntil: "W12",
  groups: groups.map((group, i) => {
    const n = cases[i] ?? 0;
    const of = (share: number) => ({
      patients: countOf(n * share || 5),
      share: proportion(Math.round(n * share), n),
    });
    return {
      group,
      instrument: "PHQ9",
      patients: countOf(n || 5),
      worse: of(0.08 + 0.01 * i),
      parts: (["EARLY", "LATER", "NEVER", "UNSEEN"] as const).map((part) => ({ part, ...of(parts[part]) })),
    };
  }),
};
