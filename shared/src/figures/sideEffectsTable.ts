/** The table of the side effects: one row a point, for the view that is drawn. */
import type { ExploreState } from "../explore";
import type { SideEffects, SideEffectsGroup } from "../results";
import { sideEffectSeverityByCode, type SideEffectSeverityCode } from "../vocabulary/sideEffectDetails";
import { bodySystemByCode, sideEffectByCode, type SideEffectCode } from "../vocabulary/sideEffects";
import type { FigureTable, TableCell } from "./figure";
import { groupHeader } from "./groups";
import {
  asIs,
  asPercent,
  asWhole,
  countCell,
  emptyCell,
  estimateCells,
  numberCell,
  textCell,
} from "./numbers";
import { signNames } from "./sideEffectsCharts";

const effectOf = (term: string) => sideEffectByCode(term as SideEffectCode);
const severityLabel = (code: string) => sideEffectSeverityByCode(code as SideEffectSeverityCode).label;

export function sideEffectsTable(result: SideEffects, state: ExploreState, smallest: number): FigureTable {
  const makers = { RATES: rates, INFUSION: infusions, RESOLUTION: resolution, VITALS: vitals } as const;
  const { words, numbers, rowsOf } = makers[state.options.harms](state, smallest);
  return {
    columns: [
      ...[groupHeader(state), ...words].map((header) => ({ header, numeric: false })),
      ...numbers.map((header) => ({ header, numeric: true })),
    ],
    rows: result.groups.flatMap((group) => rowsOf(group).map((row) => [textCell(group.group.label), ...row])),
  };
}

interface View {
  readonly words: readonly string[];
  readonly numbers: readonly string[];
  readonly rowsOf: (group: SideEffectsGroup) => TableCell[][];
}

const LIMITS = ["Lower 95% limit", "Upper 95% limit"];

function rates(state: ExploreState, smallest: number): View {
  const bySession = state.options.per === "SESSION";
  return {
    words: ["Body system", "Side effect", "Severity", "Measure"],
    numbers: [bySession ? "Sessions" : "Patients exposed", "With the effect", "Value", ...LIMITS],
    rowsOf: (group) => {
      const exposed = countCell(bySession ? group.sessions : group.exposed, smallest);
      const effects = group.effects.flatMap(({ term, occurrences, rate, severities }) => {
        const { label, bodySystem } = effectOf(term);
        const row = (severity: string, each: Pick<(typeof severities)[number], "occurrences" | "rate">) => [
          textCell(bodySystemByCode(bodySystem).label),
          textCell(label),
          textCell(severity),
          textCell("Rate, %"),
          exposed,
          countCell(each.occurrences, smallest),
          ...estimateCells(each.rate, asPercent, smallest),
        ];
        return [
          row("Any", { occurrences, rate }),
          ...severities.map((each) => row(severityLabel(each.severity), each)),
        ];
      });
      return [...effects, ...riseRows(group, smallest)];
    },
  };
}

/** The rise of vital signs stands beside the rates in the plot, so it stands here too. */
function riseRows(group: SideEffectsGroup, smallest: number): TableCell[][] {
  return group.vitals.map(({ sign, patients, rise }) => {
    const [name = "", unit = ""] = signNames[sign].split(", ");
    return [
      textCell("Vital signs"),
      textCell(name),
      emptyCell,
      textCell(`Mean rise, ${unit}`),
      countCell(patients, smallest),
      emptyCell,
      ...estimateCells(rise, asIs, smallest),
    ];
  });
}

function infusions(_state: ExploreState, smallest: number): View {
  return {
    words: ["Side effect"],
    numbers: ["Infusion", "Patients", "Rate, %", ...LIMITS],
    rowsOf: (group) =>
      group.infusions.flatMap(({ number, exposed, rates: each }) =>
        each.map(({ term, rate }) => [
          textCell(effectOf(term).label),
          numberCell(number),
          countCell(exposed, smallest),
          ...estimateCells(rate, asPercent, smallest),
        ]),
      ),
  };
}

function resolution(_state: ExploreState, smallest: number): View {
  return {
    words: ["Side effect"],
    numbers: ["Median minutes to resolution", "Lower quartile", "Upper quartile"],
    rowsOf: (group) =>
      group.effects.map(({ term, resolutionMinutes }) => [
        textCell(effectOf(term).label),
        ...estimateCells(resolutionMinutes, asWhole, smallest),
      ]),
  };
}

function vitals(_state: ExploreState, smallest: number): View {
  return {
    words: ["Vital sign"],
    numbers: ["Patients", "Mean rise", ...LIMITS],
    rowsOf: (group) =>
      group.vitals.map(({ sign, patients, rise }) => [
        textCell(signNames[sign]),
        countCell(patients, smallest),
        ...estimateCells(rise, asIs, smallest),
      ]),
  };
}
