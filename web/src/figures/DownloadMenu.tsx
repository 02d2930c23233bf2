// What a reader takes home: the figure, its numbers, and words to cite and repeat them. The files are links to the
// figure's own addresses, with the state of the page as their query string.
import {
  citationOf,
  programsOf,
  type CompareFigureDefinition,
  type FigureDefinition,
  type ReleaseSummary,
} from "@afterglow/shared";
import { useMayI } from "../account/person";
import { Icon } from "../shell/Icon";
import { Menu } from "../shell/Menu";
import { useCopy } from "../shell/useCopy";

interface Props {
  readonly definition: FigureDefinition | CompareFigureDefinition;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly pinned: string;
  readonly link: string;
  readonly provenance: { readonly release: ReleaseSummary };
}

export const files = [
  { group: "Figure", ext: "svg", name: "SVG", hint: "vector" },
  { group: "Figure", ext: "pdf", name: "PDF", hint: "vector" },
  { group: "Figure", ext: "png", name: "PNG", hint: "300 dpi" },
  { group: "Numbers", ext: "csv", name: "CSV", hint: "one row a point" },
  { group: "Numbers", ext: "json", name: "JSON", hint: "with provenance" },
] as const;

export function DownloadMenu(props: Props) {
  return (
    <Menu
      className="button download"
      align="end"
      width={352}
      stays
      button={
        <>
          <Icon name="download" />
          Download
          <Icon name="down" />
        </>
      }
    >
      {() => <Downloads {...props} />}
    </Menu>
  );
}

function Downloads({ definition, variables, pinned, link, provenance }: Props) {
  const { copied, copy } = useCopy();
  const mayExport = useMayI("EXPORT");
  const address = (ext: string) => `/figures/${definition.id}.${ext}?${pinned}`;
  const csv = new URL(address("csv"), link).href;
  const words = [
    { name: "Citation", text: `${citationOf(provenance)} ${link}` },
    { name: "Link", text: link },
    ...programsOf({ definition, variables, address: csv }),
  ];
  return (
    <div className="download-menu">
      {(mayExport ? (["Figure", "Numbers"] as const) : []).map((group) => (
        <div key={group} role="group" aria-label={group}>
          <div className="menu-label">{group}</div>
          {files
            .filter((file) => file.group === group)
            .map(({ ext, name, hint }) => (
              <a
                key={ext}
                role="menuitem"
                tabIndex={-1}
                href={address(ext)}
                download={`${definition.id}.${ext}`}
              >
                {name} <em>{hint}</em>
              </a>
            ))}
        </div>
      ))}
      <div className="download-copy" role="group" aria-label="Copy">
        <div className="menu-label">Copy</div>
        {words.map(({ name, text }) => (
          <button
            key={name}
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={() => void copy(name, text)}
          >
            {name} {copied === name && <em>copied</em>}
          </button>
        ))}
      </div>
      {mayExport && <p className="download-note">{fileNote(provenance)}</p>}
    </div>
  );
}

function fileNote({ release }: Props["provenance"]): string {
  const base = `Every file names release ${release.number}, the method and the disclosure profile`;
  return release.dataset.kind.toUpperCase() === "SYNTHETIC"
    ? `${base}, and says that the data is synthetic.`
    : `${base}.`;
}
