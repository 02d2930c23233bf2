// The mark of a number that may not be shown: 45 degree strokes in a small box. Never a 0, a dash or an empty bar.
import { useId } from "react";
import { Unseen } from "./Unseen";

interface Props {
  readonly width?: number;
  readonly height?: number;
  /** Read out in its place; left out where the words stand beside it. */
  readonly reason?: string;
}

const PITCH = 4;

export function HiddenMark({ width = 20, height = 9, reason }: Props) {
  const clip = useId();
  const strokes: string[] = [];
  for (let x = PITCH - height; x < width; x += PITCH) strokes.push(`M${x} ${height}l${height} -${height}`);
  return (
    <span className="hidden-mark" title={reason}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <clipPath id={clip}>
          <rect width={width} height={height} />
        </clipPath>
        <path d={strokes.join("")} clipPath={`url(#${clip})`} />
      </svg>
      {reason !== undefined && <Unseen>{reason}</Unseen>}
    </span>
  );
}
