// A small figure of counts: one bar a row, its number beside it. It is a table, so nothing has to be said twice.
interface Row {
  readonly label: string;
  readonly value: number;
  /** Beside the bar; by default the number. */
  readonly text?: string;
}

interface Props {
  readonly title: string;
  readonly note: string;
  /** What the first column holds. */
  readonly head: string;
  /** What the bars count. */
  readonly counts: string;
  readonly rows: readonly Row[];
  /** The longest bar; by default the largest value. */
  readonly most?: number;
  readonly none: string;
}

export function BarTable({ title, note, head, counts, rows, most, none }: Props) {
  const longest = most ?? Math.max(1, ...rows.map(({ value }) => value));
  return (
    <section className="bar-table">
      <h3>{title}</h3>
      <p className="data-note">{note}</p>
      {rows.length === 0 ? (
        <p className="reading">{none}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col" className="text">
                {head}
              </th>
              <th scope="col" className="text" colSpan={2}>
                {counts}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, value, text }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="bar-cell" aria-hidden="true">
                  <i style={{ width: `${(100 * value) / longest}%` }} />
                </td>
                <td className="nowrap">{text ?? value.toLocaleString("en-GB")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
