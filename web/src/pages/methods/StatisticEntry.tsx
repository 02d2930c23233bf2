// One statistic, with an anchor of its own: definition, formulas, what it assumes, its edges, source and R call.
import { statisticMethods, statisticNames, type StatisticId } from "@afterglow/shared";
import { Formula, Prose } from "./typeset";

interface Props {
  readonly id: StatisticId;
  readonly figures: readonly string[];
}

const methods = new Map(statisticMethods.map((method) => [method.id, method]));

export function StatisticEntry({ id, figures }: Props) {
  const method = methods.get(id);
  if (method === undefined) return null;
  const { definition, formula, assumes, edges, source, r } = method;
  const facts = [
    { name: "Assumes", text: assumes },
    { name: "Edge cases", text: edges },
    { name: "Source", text: source },
    { name: "The same in R", text: r },
    { name: "Used in", text: figures.length > 0 ? figures.join(", ") : null },
  ];
  return (
    <section className="statistic" id={id} aria-labelledby={`${id}-name`}>
      <h3 id={`${id}-name`}>{statisticNames[id]}</h3>
      <p className="prose">
        <Prose text={definition} of={id} />
      </p>
      {formula.length > 0 && (
        <div className="formulas">
          {formula.map((line) => (
            <Formula key={line} text={line} />
          ))}
        </div>
      )}
      <dl className="terms">
        {facts.map(({ name, text }) =>
          text === null ? null : (
            <div className="term" key={name}>
              <dt>{name}</dt>
              <dd>
                <Prose text={text} of={id} />
              </dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}
