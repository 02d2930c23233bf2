// The questions of the page in plain words, each leading to its card.
import { figuresOf } from "@afterglow/shared";

export function QuestionIndex() {
  return (
    <nav className="questions" aria-label="Questions on this page">
      <h2>Questions on this page</h2>
      <ul>
        {figuresOf("questions").map(({ id, question }) => (
          <li key={id}>
            <a href={`#${id}`}>{question}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
