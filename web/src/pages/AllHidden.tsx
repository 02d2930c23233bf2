// Stands where the figures would, when the cohort is too small for any of them.
import { UnstyledButton } from "@mantine/core";
import type { DisclosureSummary } from "@afterglow/shared";
import { HiddenMark } from "../shell/HiddenMark";

export function AllHidden({ disclosure, onClear }: { disclosure: DisclosureSummary; onClear: () => void }) {
  return (
    <section className="card all-hidden" aria-labelledby="all-hidden">
      <h2 id="all-hidden">
        <HiddenMark width={28} height={12} /> All figures of this cohort are hidden
      </h2>
      <p className="reading">
        Hidden: fewer than {disclosure.smallestCount} patients or events, or a count that would reveal one.
        Hidden does not mean none.
      </p>
      <p className="reading">
        Check more categories, or{" "}
        <UnstyledButton className="link" onClick={onClear}>
          clear all choices
        </UnstyledButton>
        .
      </p>
    </section>
  );
}
