// The questions of the page in plain words, each leading to its card; where two cards answer one, to the first.
import { questionFigures } from "@afterglow/shared";

const questions = questionFigures.filter(
  ({ question }, at, all) => all.findIndex((each) => each.question === question) === at,
);

export function QuestionIndex() {
  return (
    <nav className="questions" aria-label="Questions on this page">
      <h2>Questions on this page</h2>
      <ul>
        {questions.map(({ id, question }) => (
          <li key={id}>
            <a href={`#${id}`}>{question}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
