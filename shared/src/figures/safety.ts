/**
 * Safety: chosen side effects in chosen groups, as one row a group under each effect. The numbers are those of the side
 * effects' analysis, per patient; which effects and which groups is each figure's own matter (safetyFigures.ts).
 */
import type { ExploreState } from "../explore";
import type { AnsweredResult, SideEffectsGroup } from "../results";
import { sideEffectByCode, type SideEffectCode } from "../vocabulary/sideEffects";
import type { FigureAnswer } from "./definition";
import type { DotRowPlan } from "./dotRowChart";
import type { Figure, FigureChart, FigureTable, Words } from "./figure";
import { abbreviations, drawn, groupHeader, keyOf } from "./groups";
import { asPercentOf, countCell, estimateCells, estimateText, isHidden, textCell } from "./numbers";
import { markText, originLines } from "./origin";
import { hiddenNote, patientsCounted, patientsLine, tableNote, tooFewToShow } from "./patientsLine";
import { markOf } from "./series";
import { shareDots } from "./shareDots";
import { ascertainedNote } from "./sideEffectsWords";

/** What of the side effects' answer is read here. */
export interface SafetyGroup extends Pick<SideEffectsGroup, "group" | "exposed" | "byChecklist"> {
  readonly effects: readonly Pick<SideEffectsGroup["effects"][number], "term" | "occurrences" | "rate">[];
}
export interface SafetyResult extends AnsweredResult {
  readonly groups: readonly SafetyGroup[];
}

export interface SafetyPlan {
  readonly id: Figure["id"];
  readonly title: string;
  readonly terms: readonly SideEffectCode[];
  /** Follows "… of patients exposed": which groups, and what of the page is set aside. */
  readonly groups: string;
  readonly reading: Words | null;
  readonly unadjusted: string | null;
  /** Beside the rows by group. */
  readonly more?: readonly FigureChart[];
  readonly moreRows?: FigureTable["rows"];
}

export type SafetyAnswer = FigureAnswer<{ readonly sideEffects: SafetyResult }>;

export function safetyFigure({ cohort }: SafetyAnswer, state: ExploreState, plan: SafetyPlan): Figure {
  const smallest = cohort.disclosure.smallestCount;
  const { groups } = cohort.sideEffects;
  const counted = { groups: groups.map(({ group, exposed }) => ({ group, patients: exposed })) };
  const definition = `Patients with at least one occurrence during the course, of patients exposed${plan.groups}`;
  const abbreviated = abbreviations(counted.groups, state);
  const caveat = plan.unadjusted === null ? [] : [{ name: "Not adjusted", text: plan.unadjusted }];
  return {
    id: plan.id,
    title: plan.title,
    definition,
    reading: plan.reading ?? tooFewToShow(smallest),
    charts: [safetyDots(groups, state, plan, smallest), ...(plan.more ?? [])],
    key: keyOf(counted.groups, state, smallest),
    table: safetyTable(groups, state, plan, smallest),
    notes: [
      { name: "Method", text: "per patient; Wilson 95% intervals from the counts shown." },
      ...caveat,
      ascertainedNote(groups),
      { name: "n", text: patientsCounted(counted, "patients exposed", smallest) },
      ...tableNote(groups, state),
      ...hiddenNote(
        groups.some((group) => ratesOf(group, plan).some(({ rate }) => isHidden(rate))),
        smallest,
        groups,
      ),
    ],
    caption: {
      text: [
        `${plan.title}.`,
        `${definition}. Points, rate; lines, 95% intervals. Slanted lines, hidden, or where the rate lies if only a bound is known.`,
        ...(plan.unadjusted === null ? [] : [`Not adjusted: ${plan.unadjusted}`]),
        ...(abbreviated === "" ? [] : [`${abbreviated}.`]),
      ].join(" "),
      origin: originLines(cohort, state, patientsLine(counted, "patients exposed", smallest), false),
    },
    mark: markText(cohort),
  };
}

const ratesOf = (group: SafetyGroup, { terms }: Pick<SafetyPlan, "terms">) =>
  terms.flatMap((term) => group.effects.filter((effect) => effect.term === term));

/** Where one effect is asked about, its name is the figure's; else it stands over its rows. */
function safetyDots(
  groups: readonly SafetyGroup[],
  state: ExploreState,
  { id, title, terms }: SafetyPlan,
  smallest: number,
): FigureChart {
  const rows = terms.flatMap((term): DotRowPlan["rows"] => {
    const { label } = sideEffectByCode(term);
    const ofGroups = drawn(groups, state).flatMap((each) => {
      const rate = each.effects.find((effect) => effect.term === term)?.rate;
      if (rate === undefined) return [];
      const text = estimateText(rate, asPercentOf(each.exposed), smallest);
      return [
        {
          name: each.group.short,
          estimate: rate,
          text,
          mark: markOf(each.group.code === "ALL" ? null : state.by, each.group.code),
        },
      ];
    });
    return terms.length === 1 ? ofGroups : [{ heading: label }, ...ofGroups];
  });
  return shareDots({
    id: `${id}-rates`,
    title: "Patients with the effect",
    columns: 12,
    rows,
    left: 62,
    description: `${title}: ${rows.map((row) => ("heading" in row ? row.heading : `${row.name} ${row.text}`)).join("; ")}.`,
  });
}

function safetyTable(
  groups: readonly SafetyGroup[],
  state: ExploreState,
  { terms, moreRows = [] }: SafetyPlan,
  smallest: number,
): FigureTable {
  const numbers = ["Patients exposed", "With the effect", "Rate, %", "Lower 95% limit", "Upper 95% limit"];
  return {
    columns: [
      { header: "Side effect", numeric: false },
      { header: groupHeader(state), numeric: false },
      ...numbers.map((header) => ({ header, numeric: true })),
    ],
    rows: [
      ...terms.flatMap((term) =>
        groups.flatMap(({ group, exposed, effects }) => {
          const effect = effects.find((each) => each.term === term);
          if (effect === undefined) return [];
          return [
            [
              textCell(sideEffectByCode(term).label),
              textCell(group.label),
              countCell(exposed, smallest),
              countCell(effect.occurrences, smallest),
              ...estimateCells(effect.rate, asPercentOf(exposed), smallest),
            ],
          ];
        }),
      ),
      ...moreRows,
    ],
  };
}
