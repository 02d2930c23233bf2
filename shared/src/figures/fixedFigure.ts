/**
 * A figure that is another one with a fixed question: the same document, charts, table and notes, of its own groups and
 * under its own name. Groups that were not drawn by lot are said not to be alike.
 */
import { pinsByGroup } from "../compare";
import type { ExploreState } from "../explore";
import type { FigureAnswer, FigureDefinition } from "./definition";
import type { Words } from "./figure";

export interface FixedFigure<Result> extends Pick<
  FigureDefinition<Result>,
  "id" | "title" | "question" | "width"
> {
  readonly fix: (state: ExploreState) => ExploreState;
  /** Follows the definition of the figure that it is: which groups, and what of the page is set aside. */
  readonly groups: (state: ExploreState) => string;
  /** Where the figure's own reading names one group: a sentence on both; null where it cannot be said. */
  readonly reading?: (answer: FigureAnswer<Result>, state: ExploreState) => Words | null;
  /** Why the groups may differ in more than what sets them apart. */
  readonly unadjusted?: string;
}

export function fixedFigure<Result>(
  base: FigureDefinition<Result>,
  { id, title, question, width, fix, groups, reading, unadjusted }: FixedFigure<Result>,
): FigureDefinition<Result> {
  return {
    id,
    title,
    question,
    width,
    statistics: base.statistics,
    document: base.document,
    ...(unadjusted === undefined ? {} : { compared: (state) => groupsOf(fix(state)) }),
    answered: (result) => base.answered(result),
    variables: (state, releaseId) => base.variables(fix(state), releaseId),
    build: (answer, state) => {
      const inner = fix(state);
      const figure = base.build(answer, inner);
      const [method, ...notes] = figure.notes;
      const caveat = unadjusted === undefined ? [] : [{ name: "Not adjusted", text: unadjusted }];
      return {
        ...figure,
        id,
        title,
        definition: `${figure.definition}${groups(state)}`,
        reading: reading?.(answer, inner) ?? figure.reading,
        notes: [...(method === undefined ? [] : [method]), ...caveat, ...notes],
        caption: {
          ...figure.caption,
          text: [
            `${title}.`,
            figure.caption.text,
            ...(unadjusted === undefined ? [] : [`Not adjusted: ${unadjusted}`]),
          ].join(" "),
        },
      };
    },
  };
}

const groupsOf = ({ cohort, by }: ExploreState) => (by === null ? [] : pinsByGroup(cohort, by));
