// The releases of a dataset: number, date, patients, measures, note, checksum; and what changed between any two.
import { dateText, instruments } from "@afterglow/shared";
import { Link } from "react-router";
import type { DatasetListed, ReleaseListed } from "../cohort/questions";
import { ReleaseChanges } from "./ReleaseChanges";
import { HiddenMark } from "../shell/HiddenMark";

export const newestFirst = ({ releases }: DatasetListed): ReleaseListed[] =>
  [...releases].sort((a, b) => b.number - a.number);

export const latestOf = (dataset: DatasetListed): ReleaseListed | undefined => newestFirst(dataset)[0];

export function ReleasesCard({ dataset }: { dataset: DatasetListed }) {
  const releases = newestFirst(dataset);
  return (
    <section className="card" id="releases" aria-labelledby="releases-title">
      <h2 id="releases-title">Releases</h2>
      <p className="definition">
        A release is frozen. Its figures give the same numbers for as long as it is kept.
      </p>
      <div className="table-scroll" tabIndex={0} role="region" aria-label="Releases, table">
        <table className="table releases">
          <thead>
            <tr>
              <th scope="col" className="text">
                Release
              </th>
              <th scope="col" className="text">
                Published
              </th>
              <th scope="col">Patients</th>
              <th scope="col" className="text">
                Measures
              </th>
              <th scope="col" className="text">
                Note
              </th>
              <th scope="col" className="text">
                Checksum
              </th>
              <th scope="col" className="text">
                Figures
              </th>
            </tr>
          </thead>
          <tbody>
            {releases.map((release, at) => (
              <tr key={release.id}>
                <th scope="row">
                  <b>{release.number}</b>
                  {at === 0 && <span className="tag tag-accent">in use</span>}
                </th>
                <td className="text">{dateText(release.publishedOn)}</td>
                <td>{release.patients.value?.toLocaleString("en-GB") ?? <HiddenMark reason="hidden" />}</td>
                <td className="text">{measuresText(release)}</td>
                <td className="text">
                  {release.note === null || release.note === "" ? "No note." : release.note}
                </td>
                <td className="text" title={release.checksum}>
                  {release.checksum.replace(/^sha256[:-]/, "").replace(/^(.{4})(.{4}).*/, "$1 $2")}
                </td>
                <td className="text">
                  <Link
                    to={`/?dataset=${encodeURIComponent(dataset.name)}&release=${release.number}`}
                    aria-label={`Open release ${release.number}`}
                  >
                    Open
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {releases.length > 1 && <ReleaseChanges releases={releases} />}
      <div className="notes">
        <p>
          <b>Publishing</b> derives every endpoint once, then freezes the result. It does not change earlier
          releases.
        </p>
        <p>
          <b>Checksum</b> begins the fingerprint of all that the release holds; the whole of it is in every
          file.
        </p>
      </div>
    </section>
  );
}

const measuresText = ({ measures }: ReleaseListed): string =>
  instruments
    .filter(({ code }) => measures.includes(code))
    .map(({ short }) => short)
    .join(", ");
