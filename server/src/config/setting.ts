// How one setting is read: what counts as given, and the error that names the variable and its rule, never the value.

export class InvalidConfig extends Error {
  override readonly name = "InvalidConfig";
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** An empty variable is one that is not set, as in a compose file. */
export function given(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === undefined || value === "" ? undefined : value;
}

export function oneOf<Choice extends string>(
  env: Environment,
  name: string,
  choices: readonly Choice[],
  unset: Choice,
): Choice {
  const value = given(env, name);
  if (value === undefined) return unset;
  const choice = choices.find((known) => known === value);
  if (choice === undefined) throw new InvalidConfig(`${name} has to be one of: ${choices.join(", ")}.`);
  return choice;
}

/** From 1 to the most, which is also what holds when it is not set, unless another number is named. */
export function upTo(env: Environment, name: string, most: number, unset = most, least = 1): number {
  const value = given(env, name);
  if (value === undefined) return unset;
  if (!/^\d{1,6}$/.test(value) || Number(value) < least || Number(value) > most) {
    throw new InvalidConfig(`${name} has to be a whole number from ${least} to ${most}.`);
  }
  return Number(value);
}
