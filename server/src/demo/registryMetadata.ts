// What the synthetic registry says of itself, on its first line everywhere: these patients do not exist.
import type { DatasetMetadata } from "../imports/dataPackage";

export const DEMO_DATASET = "demo";
export const DEFAULT_PATIENTS = 12_000;
export const DEFAULT_SEED = 1;

export const registryMetadata: DatasetMetadata = {
  name: DEMO_DATASET,
  title: "Demo registry (synthetic)",
  kind: "SYNTHETIC",
  licence: "CC0-1.0",
  citation: "Afterglow demo registry: synthetic data, generated; not evidence about any treatment.",
  sourceNote: "Made-up patients of a seeded generator, calibrated to published figures",
};
