/**
 * The colours and sizes that a figure is drawn in. Light and dark for the screen, one for export.
 * Which series belongs to which category is not decided here, but in series.ts.
 */

export interface Ink {
  readonly name: "light" | "dark" | "export";
  readonly page: string;
  readonly card: string;
  readonly sunken: string;
  readonly line: string;
  readonly strong: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly soft: string;
  /** Bars of the whole cohort. */
  readonly fill: string;
  readonly grid: string;
  readonly axis: string;
  readonly hatch: string;
  readonly warnGround: string;
  readonly warnLine: string;
  readonly warnInk: string;
  readonly bad: string;
  /** Series 1 to 8; every one at least 4.5:1 on card and page. */
  readonly series: readonly string[];
  /** Opacity of a confidence band. */
  readonly band: number;
  /** Rates: steps 0 to 6 for under 5, 5, 10, 20, 30, 40, 50 and over, with the text that is legible on each. */
  readonly heat: readonly string[];
  readonly heatText: readonly string[];
  /** Worse, unchanged, partial, response, remission, with the text that is legible on each. */
  readonly change: readonly string[];
  readonly changeText: readonly string[];
  /** Sizes in px: a printed figure is read closer than a page. */
  readonly size: {
    readonly tick: number;
    readonly label: number;
    readonly curve: number;
    /** Height of a row under the axis. */
    readonly row: number;
  };
}

export const FONT = "Inter";

/** Dashes of series 1 to 8, so that no figure needs colour to be read. */
export const dashes: readonly (readonly number[])[] = [
  [],
  [8, 4],
  [2, 3],
  [10, 3, 2, 3],
  [16, 4],
  [6, 2, 2, 2, 2, 2],
  [4, 2],
  [1, 4],
];

export const lightInk: Ink = {
  name: "light",
  page: "#F6F7F8",
  card: "#FFFFFF",
  sunken: "#ECEFF1",
  line: "#DDE2E5",
  strong: "#7F8991",
  ink: "#15191D",
  ink2: "#434B53",
  ink3: "#5D666E",
  accent: "#0B6478",
  onAccent: "#FFFFFF",
  soft: "#E2EFF2",
  fill: "#1F7489",
  grid: "#E7EAEC",
  axis: "#7F8991",
  hatch: "#7C868E",
  warnGround: "#FBF5E4",
  warnLine: "#A87A1F",
  warnInk: "#644600",
  bad: "#A3212B",
  series: ["#1B6AC9", "#B6530F", "#0F5E4A", "#8E2A8C", "#553300", "#271C66", "#A8123F", "#656C73"],
  band: 0.08,
  heat: ["#EEF4F5", "#D8E8EC", "#B5D5DD", "#84B9C6", "#5499AA", "#1F7489", "#0A4F60"],
  heatText: ["#15191D", "#15191D", "#15191D", "#15191D", "#15191D", "#FFFFFF", "#FFFFFF"],
  change: ["#B6530F", "#D9DEE1", "#A9CFD8", "#2E7B8E", "#0A4F60"],
  changeText: ["#FFFFFF", "#15191D", "#15191D", "#FFFFFF", "#FFFFFF"],
  size: { tick: 11.5, label: 12, curve: 2, row: 14.5 },
};

export const darkInk: Ink = {
  name: "dark",
  page: "#0F1214",
  card: "#171B1F",
  sunken: "#20262B",
  line: "#2C3339",
  strong: "#757F89",
  ink: "#E9ECEF",
  ink2: "#BAC2CA",
  ink3: "#98A2AB",
  accent: "#6CC3D5",
  onAccent: "#06222A",
  soft: "#17323A",
  fill: "#4A95A6",
  grid: "#272E34",
  axis: "#757F89",
  hatch: "#7B8690",
  warnGround: "#262013",
  warnLine: "#8C7136",
  warnInk: "#EED08A",
  bad: "#FF938D",
  series: ["#76BAFE", "#F46F2A", "#A4EFC6", "#C581AE", "#FDC548", "#8F80FB", "#EF898B", "#B4BBC2"],
  band: 0.1,
  heat: ["#1E272B", "#1F333A", "#22464F", "#2B5F6B", "#4C8C9A", "#7DBCCA", "#B9E6EF"],
  heatText: ["#E9ECEF", "#E9ECEF", "#E9ECEF", "#E9ECEF", "#06171C", "#06171C", "#06171C"],
  change: ["#F46F2A", "#3C454C", "#2B5F6B", "#5FA9B8", "#B9E6EF"],
  changeText: ["#1A0A00", "#E9ECEF", "#FFFFFF", "#06171C", "#06171C"],
  size: { tick: 11.5, label: 12, curve: 2, row: 14.5 },
};

/** For files: light, at 680 px for 180 mm, where 10 px are 7.5 pt. */
export const exportInk: Ink = {
  ...lightInk,
  name: "export",
  size: { tick: 10, label: 10, curve: 1.6, row: 13 },
};
