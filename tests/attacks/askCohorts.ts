// The attacker's way to the server: many cohorts over HTTP, several in one request, each asked once.
import { dimensions, type Cohort } from "@afterglow/shared";
import type { Door } from "../api/door";
import { attacked } from "./registry";

const AT_ONCE = 8;
const SIDE_BY_SIDE = 3;

export const keyOf = (cohort: Cohort): string =>
  dimensions.map(({ name }) => cohort[name]?.join("+") ?? "").join("|");

/** As the schema takes it: one category where the grammar allows one. */
export function inputOf(cohort: Cohort): Record<string, unknown> {
  const chosen = dimensions.flatMap(({ name, grammar }) => {
    const codes = cohort[name];
    return codes === undefined ? [] : [[name, grammar === "one" ? codes[0] : codes]];
  });
  return Object.fromEntries(chosen) as Record<string, unknown>;
}

/** What the server says of each cohort, by its key. */
export async function askCohorts<Told>(
  door: Pick<Door, "ask">,
  cohorts: readonly Cohort[],
  selection: string,
  release = attacked,
): Promise<Map<string, Told>> {
  const asked = [...new Map(cohorts.map((cohort) => [keyOf(cohort), cohort]))];
  const batches = Array.from({ length: Math.ceil(asked.length / AT_ONCE) }, (_, at) =>
    asked.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  );
  const told = new Map<string, Told>();
  const work = async (): Promise<void> => {
    for (let batch = batches.pop(); batch !== undefined; batch = batches.pop()) {
      const declared = batch.map((_, at) => `$w${at}: CohortInput!`).join(", ");
      const fields = batch.map(
        (_, at) => `c${at}: cohort(release: $release, where: $w${at}) { ${selection} }`,
      );
      const variables = Object.fromEntries(batch.map(([, cohort], at) => [`w${at}`, inputOf(cohort)]));
      const { data, errors } = await door.ask(`query ($release: ID!, ${declared}) { ${fields.join(" ")} }`, {
        release,
        ...variables,
      });
      if (errors.length > 0) throw new Error(errors[0]?.message);
      batch.forEach(([key], at) => told.set(key, data?.[`c${at}`] as Told));
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  return told;
}
