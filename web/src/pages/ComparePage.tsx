// Compare, before it has a state.
import type { DatasetListed } from "../cohort/questions";
import { useCompare } from "../compare/useCompare";
import { COMPARE_PATH } from "../shell/carried";
import { CompareView } from "./CompareView";
import { DatasetsFirst, UnreadableAddress } from "./DatasetsFirst";

export function ComparePage() {
  return <DatasetsFirst title="Compare">{(datasets) => <ReadCompare datasets={datasets} />}</DatasetsFirst>;
}

function ReadCompare({ datasets }: { datasets: readonly DatasetListed[] }) {
  const compare = useCompare(datasets);
  if ("trouble" in compare) {
    const anew = "without a cohort";
    return (
      <UnreadableAddress
        {...{ title: "Compare", path: COMPARE_PATH, anew, datasets }}
        trouble={compare.trouble}
      />
    );
  }
  return <CompareView compare={compare} datasets={datasets} />;
}
