// The one door of this workspace: everything that server, web and tests may use of it, by room.

// vocabulary
export { clinicCategory, startYearCategory, type Category } from "./vocabulary/categories";
export * from "./vocabulary/changeCategories";
export * from "./vocabulary/codeSystems";
export * from "./vocabulary/conditions";
export * from "./vocabulary/courseDetails";
export * from "./vocabulary/diagnosisCodes";
export * from "./vocabulary/dimensions";
export * from "./vocabulary/endpointRules";
export * from "./vocabulary/entry";
export * from "./vocabulary/instrument";
export * from "./vocabulary/instruments";
export * from "./vocabulary/itemScoring";
export * from "./vocabulary/maintenances";
export * from "./vocabulary/modalities";
export * from "./vocabulary/omopCodes";
export * from "./vocabulary/patientBands";
export * from "./vocabulary/protocols";
export * from "./vocabulary/psychotherapies";
export * from "./vocabulary/questionnaireCodes";
export * from "./vocabulary/severities";
export * from "./vocabulary/sideEffectDetails";
export * from "./vocabulary/sideEffects";
export * from "./vocabulary/treatmentCodes";
export * from "./vocabulary/visits";

// the cohort, the outcome and what the analyses answer
export * from "./clinicResults";
export * from "./cohort";
export * from "./compare";
export * from "./comparedInCommon";
export * from "./compareExamples";
export * from "./comparison";
export * from "./dataDictionary";
export * from "./estimate";
export * from "./explore";
export * from "./invalidChoice";
export * from "./outcome";
export * from "./pinnedName";
export * from "./pins";
export * from "./questionResults";
export * from "./releaseChanges";
export * from "./sessionResults";
export * from "./results";

// what the way in tells a steward
export * from "./qualityReport";
export * from "./receipt";
export * from "./stewardJob";

// methods
export * from "./methods/statisticMethod";
export * from "./methods/statisticMethods";
export * from "./methods/statisticNames";

// figures
export * from "./cohortSentence";
export * from "./figures/answeredFigure";
export * from "./figures/chartParts";
export { answeredComparison, asApplied } from "./figures/comparison/answeredComparison";
export { asGroup, nameOf } from "./figures/comparison/cohortNames";
export { comparisonWarnings, type Warning } from "./figures/comparison/comparability";
export { dimensionLabel } from "./figures/comparison/comparisonOrigin";
export * from "./figures/comparison/compareFigures";
export * from "./figures/comparison/definition";
export { compareBalanceDefinition } from "./figures/comparison/balance";
export { compareTimesDefinition } from "./figures/comparison/times";
export * from "./figures/definition";
export * from "./figures/exploreFigures";
export * from "./figures/figure";
export * from "./figures/figures";
export type { Grid, GridCell, GridColumn, GridRow } from "./figures/grid";
export * from "./figures/ink";
export * from "./figures/numbers";
export * from "./figures/programs";
export * from "./figures/questionFigures";
export {
  citationOf,
  dateText,
  isSynthetic,
  measureName,
  outcomeText,
  releaseText,
  responseText,
} from "./figures/origin";
export { colourOf, dashOf, letterMark, markOf, textColourOf, type SeriesMark } from "./figures/series";
