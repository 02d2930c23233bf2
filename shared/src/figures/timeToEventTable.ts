/**
 * The table of a time-to-event figure: one row a point. A point is a step of the curve, a tick of the rows under the
 * axis, a landmark or a median. The plot draws the same numbers.
 */
import type { TimeToEventCurves, TimeToEventGroup } from "../results";
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
  /** What the second curve is called, where there is one. */
  readonly second?: string | null;
  /** Last time shown, in the result's own unit. */
  readonly until: number;
  readonly smallest: number;
}

type Curve = TimeToEventGroup["curve"];
type Landmarks = TimeToEventGroup["landmarks"];

const NONE = [emptyCell, emptyCell, emptyCell];

export function timeToEventTable(result: TimeToEventCurves, words: TimeToEventWords): FigureTable {
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
      ...(hasSecond(words) ? [{ header: `${words.second} so far`, numeric: true }] : []),
    ],
    rows: result.groups.flatMap((group) => groupRows(group, words)),
  };
}

const hasSecond = ({ second }: TimeToEventWords): boolean => second !== undefined && second !== null;

function groupRows(group: TimeToEventGroup, words: TimeToEventWords): TableCell[][] {
  const name = textCell(group.group.label);
  const { timeScale, smallest } = words;
  const digits = timeScale.digits;
  const time = (at: number) => numberCell(at * timeScale.times, digits);
  const blank = hasSecond(words) ? [...NONE, emptyCell] : NONE;
  const median = [
    name,
    textCell(`Median, ${words.time.toLowerCase()}`),
    emptyCell,
    ...estimateCells(group.median, timeScale, smallest),
    ...blank,
  ];
  const landmarkRows = (landmarks: Landmarks, statistic: string) =>
    landmarks
      .filter((landmark) => landmark.time <= words.until)
      .map((landmark) => [
        name,
        textCell(statistic),
        time(landmark.time),
        ...estimateCells(landmark.share, asPercent, smallest),
        ...blank,
      ]);
  const { maintenanceFirst, landmarksCensored } = group;
  return [
    median,
    ...landmarkRows(group.landmarks, `${words.share}, at a landmark`),
    ...landmarkRows(landmarksCensored ?? [], `${words.share}, at a landmark, with drop-outs censored`),
    ...landmarkRows(maintenanceFirst?.landmarks ?? [], `${words.second ?? ""}, %, at a landmark`),
    ...pointRows(group, words, name),
    ...secondRows(group, words, name),
  ];
}

/** Steps of the curve and ticks of the rows, merged by time. After the curve's end the share is hidden. */
function pointRows(group: TimeToEventGroup, words: TimeToEventWords, name: TableCell): TableCell[][] {
  const { until, timeScale, smallest } = words;
  const times = [...group.curve, ...group.rows].map((point) => point.time).filter((time) => time <= until);
  const inOrder = [...new Set(times)].sort((a, b) => a - b);
  return inOrder.map((time) => {
    const counts = group.rows.find((row) => row.time === time);
    const second = group.maintenanceFirst?.rows.find((row) => row.time === time);
    return [
      name,
      textCell(words.share),
      numberCell(time * timeScale.times, timeScale.digits),
      ...shareCells(group, time, smallest),
      ...(counts === undefined
        ? [emptyCell, emptyCell, emptyCell]
        : [counts.atRisk, counts.censored, counts.events].map((count) => countCell(count, smallest))),
      ...(!hasSecond(words) ? [] : [second === undefined ? emptyCell : countCell(second.events, smallest)]),
    ];
  });
}

/** Steps of the second curve; its counts stand in the rows of the first. */
function secondRows(group: TimeToEventGroup, words: TimeToEventWords, name: TableCell): TableCell[][] {
  const { until, timeScale } = words;
  const steps = (group.maintenanceFirst?.curve ?? []).filter(({ time }) => time <= until);
  return steps.map(({ time, share, lower, upper }) => [
    name,
    textCell(`${words.second ?? ""}, %`),
    numberCell(time * timeScale.times, timeScale.digits),
    ...[share, lower, upper].map((each) => (each === null ? emptyCell : numberCell(each * 100, 1))),
    ...NONE,
    emptyCell,
  ]);
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
