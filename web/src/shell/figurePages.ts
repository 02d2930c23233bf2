// The pages that show figures: they have one state, so that a step from one to the other keeps cohort and outcome.

/** What most people open, and all other questions. */
export type FigurePage = "explore" | "questions";

export const figurePages: Readonly<Record<FigurePage, { readonly path: string; readonly title: string }>> = {
  explore: { path: "/", title: "Explore" },
  questions: { path: "/questions", title: "Questions" },
};

export const isFigurePage = (path: string): boolean =>
  Object.values(figurePages).some((page) => page.path === path);
