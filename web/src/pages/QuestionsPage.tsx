// All figures but those of the front page, with an index of the questions that they answer.
import { questionFigures } from "@afterglow/shared";
import { FiguresPage } from "./FiguresPage";
import { QuestionIndex } from "./QuestionIndex";

export function QuestionsPage() {
  return (
    <FiguresPage page="questions" figures={questionFigures} keyFigure="worsening" index={<QuestionIndex />} />
  );
}
