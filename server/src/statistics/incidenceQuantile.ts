// The median and other quantiles of a cumulative incidence: the time by which a share of all has had one of several
// competing events. Quantiles of a Kaplan-Meier curve are in survivalQuantile.

import type { IncidenceCurves } from "./aalenJohansen";
import { quantileOfCurve, type SurvivalQuantile } from "./survivalQuantile";

/**
 * Quantile of a time to one of several events: by when a share p of all courses has had that of `cause` first, with a
 * 95 % interval, where the limits of its incidence cross p. Null is "not reached", and often so: an incidence need not come to 1.
 * Flats and ties as in survivalQuantile. Source: Peng, Fine, J R Stat Soc B 2007;69:277-294 for inverting the band.
 * R: `quantile(survfit(Surv(time, factor(cause)) ~ 1, conf.type = "log-log"), probs = p)`
 */
export function incidenceQuantile(curves: IncidenceCurves, cause: number, p: number): SurvivalQuantile {
  const points = curves.points.flatMap(({ time, causes }) => {
    const estimate = causes[cause];
    if (estimate === undefined) return [];
    const left = (share: number | null): number | null => (share === null ? null : 1 - share);
    return { time, survival: 1 - estimate.value, lower: left(estimate.upper), upper: left(estimate.lower) };
  });
  return quantileOfCurve({ points }, p);
}
