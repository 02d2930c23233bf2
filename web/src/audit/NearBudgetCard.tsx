// Who has used half of a release's answer budget or more.
import type { BudgetUseShown } from "./auditQuestion";
import { personText } from "./words";

export function NearBudgetCard({ near }: { near: readonly BudgetUseShown[] }) {
  return (
    <section className="card" aria-labelledby="near-title">
      <h2 id="near-title">Who comes near the answer budget</h2>
      <p className="definition">
        A person may ask a twentieth as many different cohorts of a release as it has patients, and at least
        ten. Those who have asked half of them or more:
      </p>
      {near.length === 0 ? (
        <p className="reading">Nobody.</p>
      ) : (
        <ul className="near-budget">
          {near.map(({ person, name, release, asked, most }) => (
            <li key={`${person} ${release}`}>
              <span>
                <b>{personText({ person, name })}</b> {name !== "" && <small>{person}</small>}
              </span>
              <span>{release}</span>
              <span className="near-bar" aria-hidden="true">
                <i style={{ width: `${Math.min(100, (100 * asked) / most)}%` }} />
              </span>
              <span>
                {asked} of {most}
                {asked >= most ? ", spent" : ""}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
