// A figure's numbers as a table: the same cells that CSV writes. A hidden cell shows the mark and says why.
import type { FigureTable as Cells, TableCell } from "@afterglow/shared";
import { memo } from "react";
import { HiddenMark } from "../shell/HiddenMark";

interface Props {
  readonly title: string;
  readonly table: Cells;
  /** The whole of it, without a scroll of its own. */
  readonly tall?: boolean;
  /** Short names for long headers: the full name is then read out and shown on pointing. */
  readonly short?: ReadonlyMap<string, string>;
}

export const FigureTable = memo(function FigureTable({ title, table, tall = false, short }: Props) {
  return (
    <div
      className={tall ? "table-scroll table-scroll-whole" : "table-scroll table-scroll-short"}
      tabIndex={0}
      role="region"
      aria-label={`${title}, table`}
    >
      <table className="table">
        <thead>
          <tr>
            {table.columns.map(({ header, numeric }, at) => (
              <th key={at} scope="col" className={numeric ? undefined : "text"}>
                <Header text={header} short={short?.get(header)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column} className={table.columns[column]?.numeric === true ? undefined : "text"}>
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});

function Header({ text, short }: { text: string; short: string | undefined }) {
  if (short === undefined || short === text) return text;
  return <abbr title={text}>{short}</abbr>;
}

function Cell({ cell }: { cell: TableCell }) {
  if (cell.hidden !== true) return cell.text;
  return <HiddenMark reason={cell.text} />;
}
