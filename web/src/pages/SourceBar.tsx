// Where the numbers come from: dataset, release, disclosure profile; and the link that holds all of it.
import { Button } from "@mantine/core";
import { dateText, defaultOutcome, everyone, type DisclosureSummary } from "@afterglow/shared";
import type { DatasetListed } from "../cohort/questions";
import type { Explore } from "../cohort/useExplore";
import { Icon } from "../shell/Icon";
import { PickMenu } from "../shell/PickMenu";
import { useCopy } from "../shell/useCopy";
import { useScreen } from "../shell/useScreen";

interface Props {
  readonly explore: Explore;
  readonly datasets: readonly DatasetListed[];
  readonly disclosure: DisclosureSummary | null;
}

export function SourceBar({ explore, datasets, disclosure }: Props) {
  const { dataset, release, link, change } = explore;
  const { copied, copy } = useCopy();
  const { narrow } = useScreen();
  const published = datasets.filter((d) => d.releases.length > 0);
  const releases = [...dataset.releases].sort((a, b) => b.number - a.number);

  // Another dataset has other patients and measures: only its own beginning is sure to exist there.
  const toDataset = (name: string) => {
    const measures = published.find((d) => d.name === name)?.releases.flatMap((r) => r.measures) ?? [];
    change({ dataset: name, release: null, cohort: everyone, outcome: defaultOutcome(measures) });
  };
  return (
    <div className="source">
      <PickMenu
        label="Dataset"
        value={dataset.name}
        choices={published.map((d) => ({ value: d.name, label: d.title }))}
        onChange={toDataset}
      />
      <PickMenu
        label="Release"
        value={String(release.number)}
        shown={narrow ? String(release.number) : undefined}
        choices={releases.map((r) => ({
          value: String(r.number),
          label: `${r.number}, ${dateText(r.publishedOn)}`,
        }))}
        onChange={(number) => change({ dataset: dataset.name, release: Number(number) })}
      />
      {disclosure !== null && (
        <span className="fact">
          <em>Profile</em> {profileText(disclosure)}
        </span>
      )}
      <Button
        variant="default"
        size="xs"
        className="copy-link"
        leftSection={<Icon name={copied === null ? "link" : "tick"} />}
        onClick={() => void copy("link", link)}
      >
        <span className="copy-words" aria-live="polite">
          {copied === null ? "Copy link" : "Link copied"}
        </span>
      </Button>
    </div>
  );
}

export const profileText = ({ profile, smallestCount, roundedTo }: DisclosureSummary): string =>
  `${profile}: under ${smallestCount} hidden, ${roundedTo > 1 ? `counts to ${roundedTo}` : "counts not rounded"}`;
