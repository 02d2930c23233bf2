// The recipes that this server comes with, to choose from: those of its folder of samples.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { WishRefused } from "./wishRefused";

export interface KnownRecipe {
  /** Its folder below the samples, as in recipes/wide-visits. */
  readonly name: string;
  /** Title of the dataset that it makes. */
  readonly title: string;
}

const FILE = "recipe.json";

export async function knownRecipes(samples: string): Promise<KnownRecipe[]> {
  const paths = await readdir(samples, { recursive: true }).catch((): string[] => []);
  const names = paths
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(`/${FILE}`))
    .map((path) => path.slice(0, -FILE.length - 1));
  const known = names.map(async (name) => {
    const { dataset } = JSON.parse(await readFile(join(samples, name, FILE), "utf8")) as {
      readonly dataset: { readonly title: string };
    };
    return { name, title: dataset.title };
  });
  return (await Promise.all(known)).sort((a, b) => a.name.localeCompare(b.name));
}

/** Looked up in the list, so that no name leads elsewhere. */
export async function knownRecipePath(samples: string, name: string): Promise<string> {
  const known = await knownRecipes(samples);
  if (!known.some((recipe) => recipe.name === name))
    throw new WishRefused(400, "There is no recipe of this name.");
  return join(samples, name, FILE);
}
