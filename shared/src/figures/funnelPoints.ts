/** The points of a funnel plot: their shapes by where a clinic lies, and what the shapes mean. */
import type { ChartDataset, Point } from "chart.js";
import type { ClinicPoint, Clinics, FunnelPlace } from "../clinicResults";
import type { Ink } from "./ink";
import { exact } from "./numbers";
import type { PointMark } from "./plugins/pointLegend";

/** Which of the two plots. */
export type FunnelSide = "unadjusted" | "adjusted";

const shapes: readonly {
  readonly place: FunnelPlace;
  readonly shape: PointMark["shape"];
  readonly text: string;
}[] = [
  { place: "WITHIN_95", shape: "circle", text: "within 95%" },
  { place: "WITHIN_998", shape: "rectRot", text: "within 99.8%" },
  { place: "OUTSIDE_998", shape: "triangle", text: "outside 99.8%" },
];

/** Where a clinic lies, in two words. */
export const placeText = (place: FunnelPlace): string =>
  shapes.find((each) => each.place === place)?.text ?? "";

/** Where a point stands in one of the two plots, and its share there; null where it is not known. */
export const shareIn = (point: ClinicPoint, side: FunnelSide): number | null =>
  exact(side === "adjusted" ? point.adjusted : point.share);
export const placeIn = (point: ClinicPoint, side: FunnelSide): FunnelPlace | null =>
  side === "adjusted" ? point.adjustedPlace : point.place;

export function pointSets(
  { points }: Clinics,
  side: FunnelSide,
  ink: Ink,
): ChartDataset<"scatter", Point[]>[] {
  return shapes.flatMap(({ place, shape, text }) => {
    const data = points.flatMap((point): Point[] => {
      const [x, y] = [point.patients.value, shareIn(point, side)];
      return x === null || y === null || placeIn(point, side) !== place ? [] : [{ x, y }];
    });
    if (data.length === 0) return [];
    return [
      {
        label: `Clinics ${text}`,
        data,
        pointStyle: shape,
        pointRadius: shape === "circle" ? 4.5 : 6,
        pointHoverRadius: 6,
        backgroundColor: colourOf(place, ink),
        borderColor: ink.card,
        borderWidth: 1,
        order: 0,
      },
    ];
  });
}

/** Where the reader's own clinic stands; null where none is theirs. */
export function ownPointOf(
  { points }: Clinics,
  side: FunnelSide,
): { readonly x: number; readonly y: number } | null {
  const own = points.find(({ isOwn }) => isOwn);
  const [x, y] = own === undefined ? [null, null] : [own.patients.value, shareIn(own, side)];
  return x === null || y === null ? null : { x, y };
}

const colourOf = (place: FunnelPlace, ink: Ink): string => (place === "WITHIN_95" ? ink.fill : ink.ink);

export const marksOf = ({ points }: Clinics, ink: Ink): PointMark[] =>
  shapes
    .filter(({ place }) => points.some((each) => each.place === place || each.adjustedPlace === place))
    .map(({ place, shape, text }) => ({ shape, text, colour: colourOf(place, ink) }));
