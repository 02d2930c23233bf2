// Pointing at an entry of the key: in curves, the lines of the other groups step back and their bands hide. Screen only.
import type { ChartConfiguration, ChartType } from "chart.js";

type Config = ChartConfiguration<ChartType, unknown[], unknown>;

/** Alpha of a quarter, as the last two digits of a colour. */
const QUARTER = "40";

/** The charts in which a group is a line. */
const lineTypes: readonly string[] = ["line", "scatterWithErrorBars"];

/** `name`: the full name of the group that stays in front; its datasets are called by it. */
export function highlighted(config: Config, name: string | null): Config {
  if (name === null || !("type" in config) || !lineTypes.includes(config.type)) return config;
  const known = config.data.datasets.some(({ label }) => label === name);
  if (!known) return config;
  const datasets = config.data.datasets.map((dataset) => {
    const { label = "" } = dataset;
    if (label === name || label.startsWith(`${name},`)) return dataset;
    const colour =
      "borderColor" in dataset && typeof dataset.borderColor === "string" ? dataset.borderColor : null;
    return {
      ...dataset,
      ...(colour !== null && /^#[0-9a-f]{6}$/i.test(colour)
        ? { borderColor: `${colour}${QUARTER}`, errorBarColor: `${colour}${QUARTER}` }
        : {}),
      backgroundColor: "transparent",
    };
  });
  return { ...config, data: { ...config.data, datasets } };
}
