// A statement as text and values: whatever is put into sql`...` travels as $n, unless it is itself a piece of SQL.
// Names of columns come in through `column`, which takes plain lower-case names only. Nothing is asked here.

/** How the analyses ask: `Database["query"]`. */
export type Query = <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

export class Sql {
  constructor(
    readonly texts: readonly string[],
    readonly values: readonly unknown[],
  ) {}

  /** The text with $1, $2 … and the values in that order. */
  get statement(): { readonly text: string; readonly values: readonly unknown[] } {
    const text = this.texts.reduce((whole, part, index) => `${whole}$${index}${part}`);
    return { text, values: this.values };
  }
}

export function sql(texts: TemplateStringsArray, ...parts: readonly unknown[]): Sql {
  return parts.reduce<Sql>(
    (whole, part, index) => {
      const next = texts[index + 1] ?? "";
      const piece = part instanceof Sql ? part : new Sql(["", ""], [part]);
      return append(append(whole, piece), new Sql([next], []));
    },
    new Sql([texts[0] ?? ""], []),
  );
}

function append(left: Sql, right: Sql): Sql {
  const seam = (left.texts.at(-1) ?? "") + (right.texts[0] ?? "");
  return new Sql(
    [...left.texts.slice(0, -1), seam, ...right.texts.slice(1)],
    [...left.values, ...right.values],
  );
}

export function join(
  pieces: readonly Sql[],
  separator: ", " | " and " | " or " | " + " | " " | " union all ",
): Sql {
  return pieces.reduce<Sql>(
    (whole, piece, index) => append(whole, index === 0 ? piece : append(new Sql([separator], []), piece)),
    new Sql([""], []),
  );
}

/** A column's name. Only ever called with names of our own tables. */
export function column(name: string): Sql {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new RangeError("Column: not a plain lower-case name");
  return new Sql([name], []);
}

/** A whole number written into the text: for our own constants in long lists of aggregates, where $n would not read. */
export function whole(number: number): Sql {
  if (!Number.isSafeInteger(number)) throw new RangeError("SQL constant: must be a whole number");
  return new Sql([String(number)], []);
}

export async function ask<Row extends object>(query: Query, piece: Sql): Promise<Row[]> {
  const { text, values } = piece.statement;
  return query<Row>(text, values);
}
