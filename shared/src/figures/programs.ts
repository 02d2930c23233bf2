/**
 * Programs that get a figure's numbers again, to be pasted elsewhere: the question itself, and R and Python that read the
 * figure's own CSV with what every installation has. They name the release, so that the numbers stay the same.
 */
import type { FigureDefinition } from "./definition";

export interface Program {
  readonly name: string;
  readonly text: string;
}

interface Asked {
  readonly definition: Pick<FigureDefinition, "title" | "document">;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Of the CSV, whole, with its release. */
  readonly address: string;
}

export function programsOf({ definition, variables, address }: Asked): Program[] {
  return [
    { name: "GraphQL query", text: graphqlText(definition.document, variables) },
    { name: "R script", text: rText(definition.title, address) },
    { name: "Python script", text: pythonText(definition.title, address) },
  ];
}

function graphqlText(document: string, variables: Asked["variables"]): string {
  const lines = JSON.stringify(variables, null, 2).split("\n");
  return `${document.trim()}\n\n# Variables\n${lines.map((line) => `# ${line}`).join("\n")}\n`;
}

const head = (title: string): string => `# ${title}: the numbers of the figure, one row a point.
# A number that is hidden or has no estimate is missing, not 0; the file says why.
`;

// Read as text first: a column in which one number is hidden would else come as text. A text in quotes is the same in
// JSON, R and Python.
function rText(title: string, address: string): string {
  return `${head(title)}address <- ${JSON.stringify(address)}
figure <- read.csv(address, comment.char = "#", check.names = FALSE, colClasses = "character", encoding = "UTF-8")
figure[] <- lapply(figure, function(column) {
  column[column == "" | grepl("^(hidden|no number):", column)] <- NA
  type.convert(column, as.is = TRUE)
})
`;
}

function pythonText(title: string, address: string): string {
  return `${head(title)}import csv
import urllib.request

address = ${JSON.stringify(address)}


def number_or_text(cell):
    if cell == "" or cell.startswith(("hidden:", "no number:")):
        return None
    try:
        return float(cell)
    except ValueError:
        return cell


with urllib.request.urlopen(address) as answer:
    lines = answer.read().decode("utf-8").splitlines()
figure = [
    {name: number_or_text(cell) for name, cell in row.items()}
    for row in csv.DictReader(line for line in lines if not line.startswith("#"))
]
`;
}
