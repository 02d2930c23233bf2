// A plain table of words: the first column names, the others tell. On a narrow screen each row is stacked, every cell
// under the name of its column; the roles say that it still is a table.
interface Props {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function VocabularyTable({ label, columns, rows }: Props) {
  return (
    <div className="table-scroll words" tabIndex={0} role="region" aria-label={`${label}, table`}>
      <table className="table" role="table">
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column} scope="col" role="columnheader" className="text">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(([name, ...rest]) => (
            <tr key={name} role="row">
              <th scope="row" role="rowheader">
                {name}
              </th>
              {rest.map((text, at) => (
                <td
                  key={at}
                  role="cell"
                  className="text"
                  data-column={rest.length > 1 ? columns[at + 1] : undefined}
                >
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
