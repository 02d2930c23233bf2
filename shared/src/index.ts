// The one door of this workspace: everything that server, web and tests may use of it, by room.

// vocabulary
export { clinicCategory, startYearCategory, type Category } from "./vocabulary/categories";
export * from "./vocabulary/changeCategories";
export * from "./vocabulary/conditions";
export * from "./vocabulary/courseDetails";
export * from "./vocabulary/dimensions";
export * from "./vocabulary/endpointRules";
export * from "./vocabulary/entry";
export * from "./vocabulary/instrument";
export * from "./vocabulary/instruments";
export * from "./vocabulary/maintenances";
export * from "./vocabulary/modalities";
export * from "./vocabulary/patientBands";
export * from "./vocabulary/protocols";
export * from "./vocabulary/psychotherapies";
export * from "./vocabulary/severities";
export * from "./vocabulary/sideEffectDetails";
export * from "./vocabulary/sideEffects";
export * from "./vocabulary/visits";

// the cohort, the outcome and what the analyses answer
export * from "./cohort";
export * from "./estimate";
export * from "./explore";
export * from "./invalidChoice";
export * from "./outcome";
export * from "./results";

// figures
export * from "./figures/figure";
