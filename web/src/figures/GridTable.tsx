// A grid on the page: the table that files draw, set as one, so that it can be read out, searched and copied.
import { colourOf, dashOf, type Grid, type GridCell, type GridColumn } from "@afterglow/shared";
import { Fragment } from "react";
import { HiddenMark } from "../shell/HiddenMark";
import { useInk } from "./useInk";

interface Props {
  readonly title: string;
  readonly grid: Grid;
}

/** With more columns, intervals stand under their estimates on any page. */
const MANY = 6;

export function GridTable({ title, grid }: Props) {
  const { columns, rows, rowHead } = grid;
  const over = overHeads(columns);
  return (
    <div className="table-scroll grid-scroll" tabIndex={0} role="region" aria-label={`${title}, table`}>
      <table className={columns.length > MANY ? "table grid grid-many" : "table grid"}>
        <thead>
          {over !== null && (
            <tr>
              <td />
              {over.map(({ name, span, at }) =>
                name === null ? (
                  <td key={at} colSpan={span} />
                ) : (
                  <th key={at} colSpan={span} scope="colgroup" className="text grid-group">
                    {name}
                  </th>
                ),
              )}
            </tr>
          )}
          <tr>
            {rowHead === "" ? (
              <td />
            ) : (
              <th scope="col" className="text">
                {rowHead}
              </th>
            )}
            {columns.map((column, at) => (
              <th key={at} scope="col" className={groupClass(columns, at)}>
                <Sample column={column} />
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }, line) => (
            <Fragment key={line}>
              {cells.length === 0 ? (
                <tr className="grid-heading">
                  <th scope="rowgroup">{name}</th>
                  {columns.map((_, at) => (
                    <td key={at} className={groupClass(columns, at)} />
                  ))}
                </tr>
              ) : (
                <tr>
                  <th scope="row">{name}</th>
                  {cells.map((cell, at) => (
                    <td key={at} className={groupClass(columns, at)}>
                      <Cell cell={cell} />
                    </td>
                  ))}
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Runs of columns under one head; null where no column has one. */
function overHeads(
  columns: readonly GridColumn[],
): { name: string | null; span: number; at: number }[] | null {
  if (columns.every(({ over }) => over === null)) return null;
  const runs: { name: string | null; span: number; at: number }[] = [];
  columns.forEach(({ over }, at) => {
    const last = runs.at(-1);
    if (last !== undefined && last.name === over) last.span += 1;
    else runs.push({ name: over, span: 1, at });
  });
  return runs;
}

const groupClass = (columns: readonly GridColumn[], at: number): string | undefined =>
  columns[at]?.over !== null && columns[at]?.over !== columns[at - 1]?.over ? "grid-group" : undefined;

function Sample({ column: { mark } }: { column: GridColumn }) {
  const ink = useInk();
  if (mark === null) return null;
  return (
    <svg className="grid-sample" width="22" height="8" viewBox="0 0 22 8" aria-hidden="true">
      <line
        x1="0"
        x2="22"
        y1="4"
        y2="4"
        stroke={colourOf(ink, mark)}
        strokeWidth="2"
        strokeDasharray={dashOf(mark).join(" ")}
      />
    </svg>
  );
}

function Cell({ cell: { text, aside, tone, hidden } }: { cell: GridCell }) {
  if (hidden === true) return <HiddenMark reason={text} />;
  return (
    <span className={tone === undefined ? undefined : `grid-${tone}`}>
      {text}
      {aside !== undefined && aside !== "" && <small> {aside}</small>}
    </span>
  );
}
