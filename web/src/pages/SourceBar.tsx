// Where the numbers come from: dataset, release, disclosure profile; and the link that holds all of it.
import { Button } from "@mantine/core";
import { dateText, type DisclosureSummary } from "@afterglow/shared";
import type { ReactNode } from "react";
import type { Addressed } from "../cohort/addressedRelease";
import type { DatasetListed } from "../cohort/questions";
import { Icon } from "../shell/Icon";
import { PickMenu } from "../shell/PickMenu";
import { useCopy } from "../shell/useCopy";
import { useScreen } from "../shell/useScreen";

interface Props extends Addressed {
  readonly datasets: readonly DatasetListed[];
  readonly disclosure: DisclosureSummary | null;
  readonly link: string;
  readonly onDataset: (name: string) => void;
  readonly onRelease: (number: number) => void;
  /** Beside the link: what the page is for. */
  readonly action?: ReactNode;
}

export function SourceBar(props: Props) {
  const { dataset, release, datasets, disclosure, link, onDataset, onRelease, action } = props;
  const { copied, copy } = useCopy();
  const { narrow } = useScreen();
  const published = datasets.filter((d) => d.releases.length > 0);
  const releases = [...dataset.releases].sort((a, b) => b.number - a.number);
  return (
    <div className="source">
      <PickMenu
        label="Dataset"
        value={dataset.name}
        choices={published.map((d) => ({ value: d.name, label: d.title }))}
        onChange={onDataset}
      />
      <PickMenu
        label="Release"
        value={String(release.number)}
        shown={narrow ? String(release.number) : undefined}
        choices={releases.map((r) => ({
          value: String(r.number),
          label: `${r.number}, ${dateText(r.publishedOn)}`,
        }))}
        onChange={(number) => onRelease(Number(number))}
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
      {action}
    </div>
  );
}

export const profileText = ({ profile, smallestCount, roundedTo }: DisclosureSummary): string =>
  `${profile}: under ${smallestCount} hidden, ${roundedTo > 1 ? `counts to ${roundedTo}` : "counts not rounded"}`;
