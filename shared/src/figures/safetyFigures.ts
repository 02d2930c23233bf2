/** Which side effects are asked about in which groups: bipolar depression, ketamine against ECT, craving or misuse. */
import { lettered, pinsByGroup } from "../compare";
import type { Count, Estimate } from "../estimate";
import type { ExploreState } from "../explore";
import type { Group } from "../results";
import { dimensionByName } from "../vocabulary/dimensions";
import { inSentence } from "../vocabulary/entry";
import { sideEffectByCode, type SideEffectCode } from "../vocabulary/sideEffects";
import { cohortInput, type FigureDefinition } from "./definition";
import { cravingDocument } from "./documents/craving";
import { safetyDocument } from "./documents/safety";
import { ECT_QUESTION, ketamineOrEct, NOT_BY_LOT } from "./ectFigures";
import type { Words } from "./figure";
import { fixedState, setAside, type FixedQuestion } from "./fixedQuestion";
import {
  asPercent,
  asPercentOf,
  boundedText,
  countCell,
  emptyCell,
  estimateCells,
  estimateText,
  exact,
  textCell,
} from "./numbers";
import { safetyFigure, type SafetyGroup, type SafetyResult } from "./safety";
import { markOf } from "./series";
import { shareDots } from "./shareDots";

const ask =
  (fixed: FixedQuestion, together: readonly string[] = []) =>
  (state: ExploreState, releaseId: string) => ({
    release: releaseId,
    where: cohortInput(fixedState(state, fixed).cohort),
    by: dimensionByName(fixed.by).enumName,
    together,
  });

const bipolar: FixedQuestion = { by: "condition", categories: ["TRD", "MDD", "BIPOLAR"] };
const UNIPOLAR = ["TRD", "MDD"];
const unipolarCode = UNIPOLAR.join("+");

const bipolarSafetyDefinition: FigureDefinition<{ readonly sideEffects: SafetyResult }> = {
  id: "bipolar-safety",
  title: "Bipolar safety",
  question: "Is it safe in bipolar depression: mania, mood cycling, sedation, confusion?",
  width: "half",
  statistics: ["wilson"],
  document: safetyDocument,
  compared: ({ cohort }) =>
    lettered([
      { name: "Unipolar", cohort: { ...cohort, condition: UNIPOLAR } },
      { name: "Bipolar", cohort: { ...cohort, condition: ["BIPOLAR"] } },
    ]),
  variables: ask(bipolar, UNIPOLAR),
  answered: ({ sideEffects }) => sideEffects.answered,
  build: ({ cohort }, state) => {
    const groups = cohort.sideEffects.groups
      .map((each) => (isUnipolar(each.group) ? { ...each, group: unipolar } : each))
      .sort((one, other) => Number(one.group === unipolar) - Number(other.group === unipolar));
    return safetyFigure(
      { cohort: { ...cohort, sideEffects: { ...cohort.sideEffects, groups } } },
      fixedState(state, bipolar),
      {
        id: "bipolar-safety",
        title: "Bipolar safety",
        terms: ["HYPOMANIA_OR_MANIA", "MOOD_CYCLING", "DROWSINESS", "CONFUSION"],
        groups: `, bipolar against unipolar (treatment-resistant or major) depression${setAside(state, bipolar)}`,
        reading: pairReading(groups, "HYPOMANIA_OR_MANIA", {
          BIPOLAR: "patients with bipolar depression",
          [unipolarCode]: "those with unipolar depression",
        }),
        unadjusted:
          "the groups differ in more than the diagnosis, such as in mood stabilisers, and in how closely mania was looked for.",
      },
    );
  },
};
/** The two as one group, or the one of them that is left of the cohort. */
const isUnipolar = ({ code }: Group): boolean => code.split("+").every((each) => UNIPOLAR.includes(each));
const unipolar = { code: unipolarCode, label: "Unipolar depression", short: "Unipolar" };

const ectSideEffectsDefinition: FigureDefinition<{ readonly sideEffects: SafetyResult }> = {
  id: "ect-side-effects",
  title: "Ketamine against ECT: side effects",
  question: ECT_QUESTION,
  width: "half",
  statistics: ["wilson"],
  document: safetyDocument,
  compared: (state) => pinsByGroup(fixedState(state, ketamineOrEct).cohort, "modality"),
  variables: ask(ketamineOrEct),
  answered: ({ sideEffects }) => sideEffects.answered,
  build: (answer, state) =>
    safetyFigure(answer, fixedState(state, ketamineOrEct), {
      id: "ect-side-effects",
      title: "Ketamine against ECT: side effects",
      terms: [
        "MEMORY_IMPAIRMENT",
        "CONFUSION",
        "HEADACHE",
        "MUSCLE_ACHE",
        "NAUSEA",
        "DISSOCIATION",
        "DIZZINESS",
        "RAISED_BLOOD_PRESSURE",
      ],
      groups: `, ketamine IV against ECT, memory first${setAside(state, ketamineOrEct)}`,
      reading: pairReading(answer.cohort.sideEffects.groups, "MEMORY_IMPAIRMENT", {
        ECT: "patients given ECT",
        KETAMINE_IV: "those given ketamine IV",
      }),
      unadjusted: NOT_BY_LOT,
    }),
};

/** "Hypomania or mania was seen in 5% of patients with bipolar depression and in 1% of those …". */
function pairReading(
  groups: readonly SafetyGroup[],
  term: SideEffectCode,
  names: Readonly<Record<string, string>>,
): Words | null {
  const said = Object.entries(names).flatMap(([code, name]) => {
    const rate = rateOf(
      groups.find(({ group }) => group.code === code),
      term,
    );
    return rate === null ? [] : [{ name, rate: `${boundedText(rate, asPercent).replace("< ", "under ")}%` }];
  });
  const [first, second] = said;
  if (first === undefined) return null;
  return [
    { text: `${sideEffectByCode(term).label} was seen in ` },
    { text: first.rate, strong: true },
    { text: ` of ${first.name}` },
    ...(second === undefined
      ? [{ text: "; the other rate is hidden." }]
      : [{ text: " and in " }, { text: second.rate, strong: true }, { text: ` of ${second.name}.` }]),
  ];
}

function rateOf(group: SafetyGroup | undefined, term: SideEffectCode): Estimate | null {
  const rate = group?.effects.find((effect) => effect.term === term)?.rate;
  return rate === undefined || rate.value === null ? null : rate;
}

/** All conditions: what the page chose among them holds. */
interface CravingResult {
  readonly sideEffects: SafetyResult;
  readonly everyone: {
    readonly groups: readonly (SafetyGroup & {
      readonly infusions: readonly {
        readonly number: number;
        readonly exposed: Count;
        readonly rates: readonly { readonly term: string; readonly rate: Estimate }[];
      }[];
    })[];
  };
}
const CRAVING = "CRAVING_OR_MISUSE";

const cravingDefinition: FigureDefinition<CravingResult> = {
  id: "craving",
  title: "Craving or misuse",
  question: "Is there craving or misuse, and in whom?",
  width: "half",
  statistics: ["wilson"],
  document: cravingDocument,
  variables: (state, releaseId) => ({ release: releaseId, where: cohortInput(state.cohort) }),
  answered: ({ sideEffects }) => sideEffects.answered,
  build: ({ cohort }, state) => {
    const smallest = cohort.disclosure.smallestCount;
    const [all] = cohort.everyone.groups;
    const byCondition: ExploreState = { ...state, by: "condition" };
    const groups = [...(all === undefined ? [] : [all]), ...cohort.sideEffects.groups];
    const infusions = (all?.infusions ?? []).flatMap(({ number, exposed, rates }) => {
      const rate = rates.find(({ term }) => term === CRAVING)?.rate;
      return rate === undefined
        ? []
        : [{ name: `Infusion ${number}`, exposed, rate, scale: asPercentOf(exposed) }];
    });
    const rows = infusions.map(({ name, rate, scale }) => ({
      name,
      estimate: rate,
      text: estimateText(rate, scale, smallest),
      mark: markOf(null, "ALL"),
    }));
    return safetyFigure(
      { cohort: { ...cohort, sideEffects: { ...cohort.sideEffects, groups } } },
      byCondition,
      {
        id: "craving",
        title: "Craving or misuse",
        terms: [CRAVING],
        groups: ", by condition, whatever the page is grouped by",
        reading: cravingReading(all),
        unadjusted: null,
        moreRows: infusions.map(({ name, exposed, rate, scale }) => [
          textCell(sideEffectByCode(CRAVING).label),
          textCell(`All patients, ${inSentence(name)}`),
          countCell(exposed, smallest),
          emptyCell,
          ...estimateCells(rate, scale, smallest),
        ]),
        more: [
          shareDots({
            id: "craving-infusions",
            title: "At each infusion, all patients who had it",
            columns: 12,
            rows,
            left: 62,
            description: `Craving or misuse by infusion: ${rows.map(({ name, text }) => `${name} ${text}`).join("; ")}.`,
          }),
        ],
      },
    );
  },
};

function cravingReading(all: SafetyGroup | undefined): Words | null {
  const rate = rateOf(all, CRAVING);
  if (rate === null) return null;
  const value = exact(rate);
  const few = value !== null && value > 0 && value < 0.1;
  return [
    { text: `${sideEffectByCode(CRAVING).label} was recorded in ` },
    few
      ? { text: `${Math.round(value * 1000)} in 1,000`, strong: true }
      : { text: `${inSentence(boundedText(rate, asPercent)).replace("< ", "under ")}%`, strong: true },
    { text: " patients during the course. What a clinic does not ask for it does not record." },
  ];
}

export const safetyFigures: readonly FigureDefinition[] = [
  ectSideEffectsDefinition,
  bipolarSafetyDefinition,
  cravingDefinition,
];
