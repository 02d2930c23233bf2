/** Which release an address means: the named dataset's, else the first dataset's; the named number, else the newest. */
import { InvalidChoice, quote } from "@afterglow/shared";
import { Refusal, refusalOf, type Execute } from "./refusal";

export interface AddressedRelease {
  readonly id: string;
  readonly number: number;
  readonly checksum: string;
  readonly dataset: string;
  readonly measures: readonly string[];
}

interface Answer {
  readonly datasets: readonly {
    readonly name: string;
    readonly releases: readonly {
      readonly id: string;
      readonly number: number;
      readonly checksum: string;
      readonly measures: readonly string[];
    }[];
  }[];
}

const document = /* GraphQL */ `
  query FigureReleases {
    datasets {
      name
      releases {
        id
        number
        checksum
        measures
      }
    }
  }
`;

export async function findRelease(execute: Execute, search: URLSearchParams): Promise<AddressedRelease> {
  const { data, errors } = await execute(document, {});
  if (errors !== undefined && errors.length > 0) throw refusalOf(errors);
  const { datasets } = data as Answer;
  const name = search.get("dataset") ?? datasets[0]?.name;
  if (name === undefined) throw new Refusal(404, "There is no dataset yet.");
  const dataset = datasets.find((each) => each.name === name);
  if (dataset === undefined)
    throw new Refusal(
      404,
      `There is no dataset ${quote(name)}. Datasets: ${datasets.map((d) => d.name).join(", ")}.`,
    );
  const wanted = search.get("release");
  if (wanted !== null && !/^[1-9][0-9]{0,5}$/.test(wanted))
    throw new InvalidChoice("release", "must be a whole number");
  const newestFirst = [...dataset.releases].sort((a, b) => b.number - a.number);
  const release =
    wanted === null ? newestFirst[0] : newestFirst.find((each) => each.number === Number(wanted));
  if (release === undefined)
    throw new Refusal(404, `Dataset ${quote(name)} has no release${wanted === null ? "" : ` ${wanted}`}.`);
  return { ...release, dataset: name };
}
