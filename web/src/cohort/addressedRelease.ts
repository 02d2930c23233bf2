// Which dataset and release an address means: the named ones, else the first dataset's newest. Throws InvalidChoice.
import { InvalidChoice, quote } from "@afterglow/shared";
import type { DatasetListed, ReleaseListed } from "./questions";

export interface Addressed {
  readonly dataset: DatasetListed;
  readonly release: ReleaseListed;
}

export function addressedRelease(parameters: URLSearchParams, datasets: readonly DatasetListed[]): Addressed {
  const dataset = findDataset(parameters.get("dataset"), datasets);
  return { dataset, release: findRelease(parameters.get("release"), dataset) };
}

function findDataset(name: string | null, datasets: readonly DatasetListed[]): DatasetListed {
  const published = datasets.filter((d) => d.releases.length > 0);
  const found = name === null || name === "" ? published[0] : published.find((d) => d.name === name);
  if (found !== undefined) return found;
  if (published.length === 0) throw new InvalidChoice("dataset", "no dataset has a release yet");
  const names = published.map((d) => d.name).join(", ");
  throw new InvalidChoice("dataset", `${quote(name ?? "")} is not one of ${names}`);
}

/** Without a number: the newest. */
function findRelease(number: string | null, { title, releases }: DatasetListed): ReleaseListed {
  const newest = releases.reduce<ReleaseListed | undefined>(
    (best, each) => (best === undefined || each.number > best.number ? each : best),
    undefined,
  );
  const found = number === null ? newest : releases.find((each) => String(each.number) === number);
  if (found === undefined)
    throw new InvalidChoice("release", `${quote(number ?? "")} is not a release of ${title}`);
  return found;
}
