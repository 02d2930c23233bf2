// The one owner of Chart.js's life: makes a chart from a figure's definition, makes it anew when figure, ink or width
// change, and destroys it; the old one stands until the new is drawn. What is drawn is decided in shared, and is the same
// in every export.
import type { FigureChart } from "@afterglow/shared";
import { Chart } from "chart.js";
import { useEffect, useLayoutEffect, useRef } from "react";
import "./chartParts";
import { highlighted } from "./highlight";
import { inTurn } from "./inTurn";
import { useFaces, useInk } from "./useInk";
import { useWidth } from "./useWidth";

interface Props {
  readonly chart: FigureChart;
  /** Full name of the group that the reader points at; the others step back. */
  readonly highlight: string | null;
}

export function Figure({ chart, highlight }: Props) {
  const [follow, width] = useWidth();
  const canvas = useRef<HTMLCanvasElement>(null);
  const ink = useInk();
  const ready = useFaces();
  const height = width === 0 ? null : Math.round(chart.height(width));

  // At once, so that the canvas is busy in the same frame in which its card no longer is.
  useLayoutEffect(() => {
    const element = canvas.current;
    if (element === null || height === null || !ready) return;
    element.setAttribute("aria-busy", "true");
    return inTurn(() => {
      Chart.getChart(element)?.destroy();
      element.width = width;
      element.height = height;
      const config = highlighted(chart.configure(ink, width), highlight);
      new Chart(element, {
        ...config,
        options: {
          ...config.options,
          responsive: false,
          maintainAspectRatio: false,
          animation: false,
          devicePixelRatio: window.devicePixelRatio,
        },
      });
      element.removeAttribute("aria-busy");
    });
  }, [chart, ink, width, height, ready, highlight]);
  useEffect(() => {
    const element = canvas.current;
    return () => {
      if (element !== null) Chart.getChart(element)?.destroy();
    };
  }, []);

  return (
    <div className="plot" ref={follow} style={{ height: height ?? chart.height(600) }}>
      <canvas ref={canvas} role="img" aria-label={chart.description} />
    </div>
  );
}
