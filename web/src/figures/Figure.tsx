// The one owner of Chart.js's life: makes a chart from a figure's definition, redraws it when figure, ink or width
// change, and destroys it. What is drawn is decided in shared, and is the same in every export.
import type { FigureChart } from "@afterglow/shared";
import { Chart } from "chart.js";
import { useEffect, useRef } from "react";
import "./chartParts";
import { highlighted } from "./highlight";
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

  useEffect(() => {
    const element = canvas.current;
    if (element === null || height === null || !ready) return;
    element.width = width;
    element.height = height;
    const config = highlighted(chart.configure(ink, width), highlight);
    const drawn = new Chart(element, {
      ...config,
      options: {
        ...config.options,
        responsive: false,
        maintainAspectRatio: false,
        animation: false,
        devicePixelRatio: window.devicePixelRatio,
      },
    });
    return () => drawn.destroy();
  }, [chart, ink, width, height, ready, highlight]);

  return (
    <div className="plot" ref={follow} style={{ height: height ?? chart.height(600) }}>
      <canvas ref={canvas} role="img" aria-label={chart.description} />
    </div>
  );
}
