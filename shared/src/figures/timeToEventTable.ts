/**
 * The table of a time-to-event figure: one row a point. A point is a step of the curve, a tick of the rows under the
 * axis, a landmark or a median. The plot draws the same numbers.
 */
import type { TimeToEvent, TimeToEventGroup } from "../results";
import type { FigureTable, TableCell } from "./figure";
import {
  asPercent,
  countCell,
  emptyCell,
  estimateCells,
  hiddenCell,
  numberCell,
  textCell,
  type Scale,
} from "./numbers";

export interface TimeToEventWords {
  readonly groupHeader: string;
  /** "Day", "Infusion", "Week". */
  readonly time: string;
  readonly timeScale: Scale;
  /** "Responded, %". */
  readonly share: string;
  /** Last time shown, in the result's own unit. */
  readonly until: number;
  readonly smallest: number;
}

type Curve = TimeToEventGroup["curve"];

export function timeToEventTable(result: TimeToEvent, words: TimeToEventWords): FigureTable {
  return {
    columns: [
      { header: words.groupHeader, numeric: false },
      { header: "Statistic", numeric: false },
      { header: words.time, numeric: true },
      { header: "Value", numeric: true },
      { header: "Lower 95% limit", numeric: true },
      { header: "Upper 95% limit", numeric: true },
      { header: "At risk", numeric: true },
      { header: "Censored so far", numeric: true },
      { header: "Events so far", numeric: true },
    ],
    rows: result.groups.flatMap((group) => groupRows(group, words)),
  };
}

function groupRows(group: TimeToEventGroup, words: TimeToEventWords): TableCell[][] {
  const name = textCell(group.group.label);
  const { timeScale, smallest } = words;
  const digits = timeScale.digits;
  const time = (at: number) => numberCell(at * timeScale.times, digits);
  const blank = [emptyCell, emptyCell, emptyCell];
  const median = [
    name,
    textCell(`Median, ${words.time.toLowerCase()}`),
    emptyCell,
    ...estimateCells(group.median, timeScale, smallest),
    ...blank,
  ];
  const landmarks = group.landmarks
    .filter((landmark) => landmark.time <= words.until)
    .map((landmark) => [
      name,
      textCell(`${words.share}, at a landmark`),
      time(landmark.time),
      ...estimateCells(landmark.share, asPercent, smallest),
      ...blank,
    ]);
  return [median, ...landmarks, ...pointRows(group, words, name)];
}

/** Steps of the curve and ticks of the rows, merged by time. After the curve's end the share is hidden. */
function pointRows(group: TimeToEventGroup, words: TimeToEventWords, name: TableCell): TableCell[][] {
  const { until, timeScale, smallest } = words;
  const times = [...group.curve, ...group.rows].map((point) => point.time).filter((time) => time <= until);
  const inOrder = [...new Set(times)].sort((a, b) => a - b);
  return inOrder.map((time) => {
    const counts = group.rows.find((row) => row.time === time);
    return [
      name,
      textCell(words.share),
      numberCell(time * timeScale.times, timeScale.digits),
      ...shareCells(group, time, smallest),
      ...(counts === undefined
        ? [emptyCell, emptyCell, emptyCell]
        : [counts.atRisk, counts.censored, counts.events].map((count) => countCell(count, smallest))),
    ];
  });
}

function shareCells(group: TimeToEventGroup, time: number, smallest: number): TableCell[] {
  const step = stepAt(group.curve, time);
  if (step === null || group.endTime === null || time > group.endTime)
    return [hiddenCell(group.patients.hidden ?? "PROTECTS_ANOTHER", smallest), emptyCell, emptyCell];
  const cell = (share: number | null) => (share === null ? emptyCell : numberCell(share * 100, 1));
  return [cell(step.share), cell(step.lower), cell(step.upper)];
}

/** The step that holds at a time: the last one not after it. */
export function stepAt(curve: Curve, time: number): Curve[number] | null {
  return curve.filter((step) => step.time <= time).at(-1) ?? null;
}
