/**
 * A figure as a reader gets it: built, and saying of whom it is where that is not quite what was asked. The neighbour rule
 * is asked of each figure's own patients, and so is the release that answers: both are the figure's own, whatever the
 * page says of its cohort. Every page and every file makes its figures of one cohort here.
 */
import type { ExploreState } from "../explore";
import type { Answered, Provenance } from "../results";
import type { FigureAnswer, FigureDefinition } from "./definition";
import type { Figure } from "./figure";

export interface AnsweredFigure {
  readonly figure: Figure;
  /** Of the release that answered. */
  readonly provenance: Provenance;
}

export function answeredFigure<Result>(
  definition: FigureDefinition<Result>,
  { cohort }: FigureAnswer<Result>,
  state: ExploreState,
): AnsweredFigure {
  const answered = definition.answered(cohort);
  const { sentence, patients, disclosure } = cohort;
  const provenance: Provenance = {
    sentence,
    patients,
    notApplied: answered.notApplied,
    release: { ...cohort.release, ...answered.release },
    disclosure,
  };
  const figure = definition.build({ cohort: { ...cohort, ...provenance } }, state);
  const elsewhere = otherRelease(cohort, answered);
  const warning = [
    ...answered.notApplied.map((each) => each.sentence),
    ...elsewhere,
    ...(figure.warning === undefined ? [] : [figure.warning]),
  ].join(" ");
  const origin = figure.caption.origin.map((line) =>
    line.name === "Data" ? { ...line, text: [line.text, ...elsewhere].join(" ") } : line,
  );
  return {
    figure: { ...figure, ...(warning === "" ? {} : { warning }), caption: { ...figure.caption, origin } },
    provenance,
  };
}

/** Why another release answers than was asked. */
function otherRelease({ release, disclosure }: Provenance, answered: Answered): string[] {
  if (answered.release.id === release.id) return [];
  return [
    `Answered from release ${answered.release.number}: fewer than ${disclosure.smallestCount} of these patients are new in release ${release.number}.`,
  ];
}
