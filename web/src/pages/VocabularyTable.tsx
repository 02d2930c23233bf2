// A plain table of words: the first column names, the others tell.
interface Props {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function VocabularyTable({ label, columns, rows }: Props) {
  return (
    <div className="table-scroll words" tabIndex={0} role="region" aria-label={`${label}, table`}>
      <table className="table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className="text">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...rest]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {rest.map((text, at) => (
                <td key={at} className="text">
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
