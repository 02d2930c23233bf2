/** The charts of the session profile: small dot panels, one a measure with the groups as rows; a single group has its
 * measures as rows instead. */
import type { Estimate } from "../estimate";
import type { ExploreState } from "../explore";
import type { SessionProfile, SessionProfileGroup } from "../sessionResults";
import { sideEffectByCode, type SideEffectCode } from "../vocabulary/sideEffects";
import { dumbbellChart } from "./dumbbellChart";
import type { FigureChart } from "./figure";
import { drawn } from "./groups";
import { numberDots } from "./numberDots";
import { asPercent, asWhole, estimateText } from "./numbers";
import { markOf } from "./series";
import {
  lastedOf,
  minutesOf,
  monitoredOf,
  placedOf,
  places,
  signs,
  times,
  vitalsOf,
  watched,
} from "./sessionProfileRows";
import { shareDots } from "./shareDots";

/** Times and readings stand three a row on the page, the rest and all on paper two. */
const third = { columns: 4, printColumns: 6 } as const;
const half = { columns: 6 } as const;
const GROUP_NAMES = 62;
const MEASURE_NAMES = 92;

export function sessionProfileCharts(
  result: SessionProfile,
  state: ExploreState,
  smallest: number,
): FigureChart[] {
  const groups = drawn(result.groups, state);
  const [only] = groups;
  if (state.by === null && only !== undefined) return chartsOfOne(only, state, smallest);
  const rowsOf = (estimate: (group: SessionProfileGroup) => Estimate) =>
    groups.map((group) => ({
      name: group.group.short,
      estimate: estimate(group),
      mark: markOf(state.by, group.group.code),
    }));
  const minutes = (
    id: string,
    title: string,
    heading: string,
    of: (group: SessionProfileGroup) => Estimate,
  ) => ({
    ...numberDots({ id, title, heading, left: GROUP_NAMES, columns: 4 }, rowsOf(of), asWhole, smallest),
    ...third,
  });
  const share = (id: string, title: string, of: (group: SessionProfileGroup) => Estimate) => ({
    ...shareDots({ id, title, ...sharesOf(rowsOf(of), title, smallest), left: GROUP_NAMES, columns: 4 }),
    ...half,
  });
  return [
    ...times.map(({ code, label }) =>
      minutes(`session-${code.toLowerCase()}`, `${label}, minutes`, "mean (95% CI)", (group) =>
        minutesOf(group, code),
      ),
    ),
    ...signs.map(({ code, label, unit }) => ({
      ...dumbbellChart({
        id: `session-${code.toLowerCase()}`,
        title: `${label}, ${unit}`,
        heading: "before \u2192 peak",
        columns: 4,
        rows: groups.map((group) => ({
          name: group.group.short,
          ...vitalsOf(group, code),
          mark: markOf(state.by, group.group.code),
        })),
        left: GROUP_NAMES,
        smallest,
      }),
      ...third,
    })),
    ...watched.map(({ code, label }) =>
      share(`session-${code.toLowerCase()}-share`, `${label}, % of sessions`, (group) =>
        monitoredOf(group, code),
      ),
    ),
    share("session-home", "At home, % of patients", (group) => placedOf(group, "HOME")),
    {
      ...minutes(
        "session-resolution",
        `${effectName(state)} until gone, minutes`,
        "median (quartiles)",
        (group) => lastedOf(group, state.options.effect),
      ),
      ...half,
    },
  ];
}

export const effectName = ({ options }: ExploreState): string =>
  sideEffectByCode(options.effect as SideEffectCode).label;

type Rows = readonly {
  readonly name: string;
  readonly estimate: Estimate;
  readonly mark: ReturnType<typeof markOf>;
}[];

function sharesOf(rows: Rows, title: string, smallest: number) {
  const texts = rows.map((row) => ({ ...row, text: estimateText(row.estimate, asPercent, smallest) }));
  return {
    rows: texts,
    description: `${title}: ${texts.map((row) => `${row.name} ${row.text}`).join("; ")}.`,
  };
}

/** Without groups: the minutes together, the readings together, the shares together. */
function chartsOfOne(group: SessionProfileGroup, state: ExploreState, smallest: number): FigureChart[] {
  const mark = markOf(null, "ALL");
  const shares: Rows = [
    ...watched.map(({ code, short }) => ({ name: short, estimate: monitoredOf(group, code), mark })),
    ...places.map(({ code, label }) => ({ name: label, estimate: placedOf(group, code), mark })),
  ];
  const left = MEASURE_NAMES;
  return [
    numberDots(
      { id: "session-times", title: "Minutes a session", heading: "mean (95% CI)", left, columns: 6 },
      times.map(({ code, label }) => ({ name: label, estimate: minutesOf(group, code), mark })),
      asWhole,
      smallest,
    ),
    dumbbellChart({
      id: "session-vitals",
      title: "Before and at the peak",
      heading: "before \u2192 peak",
      columns: 6,
      rows: signs.map(({ code, short, unit }) => ({
        name: `${short}, ${unit}`,
        ...vitalsOf(group, code),
        mark,
      })),
      left,
      smallest,
    }),
    shareDots({
      id: "session-shares",
      title: "Monitored, % of sessions; where, % of patients",
      ...sharesOf(shares, "Shares", smallest),
      left,
      columns: 6,
    }),
    numberDots(
      {
        id: "session-resolution",
        title: "Until gone, minutes",
        heading: "median (quartiles)",
        left,
        columns: 6,
      },
      [{ name: effectName(state), estimate: lastedOf(group, state.options.effect), mark }],
      asWhole,
      smallest,
    ),
  ];
}
