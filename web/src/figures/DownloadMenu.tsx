// What a reader takes home: the figure, its numbers, and words to cite and repeat them. The files are links to the
// figure's own addresses, with the state of the page as their query string.
import { Button, Menu, Text } from "@mantine/core";
import {
  citationOf,
  programsOf,
  type CompareFigureDefinition,
  type FigureDefinition,
  type ReleaseSummary,
} from "@afterglow/shared";
import { useMayI } from "../account/person";
import { Icon } from "../shell/Icon";
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

export function DownloadMenu({ definition, variables, pinned, link, provenance }: Props) {
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
    <Menu
      position="bottom-end"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      width={352}
      closeOnItemClick={false}
    >
      <Menu.Target>
        <Button variant="default" size="xs" className="download" leftSection={<Icon name="download" />}>
          Download
          <Icon name="down" />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className="download-menu">
          {(mayExport ? (["Figure", "Numbers"] as const) : []).map((group) => (
            <div key={group} role="group" aria-label={group}>
              <Menu.Label>{group}</Menu.Label>
              {files
                .filter((file) => file.group === group)
                .map(({ ext, name, hint }) => (
                  <Menu.Item key={ext} component="a" href={address(ext)} download={`${definition.id}.${ext}`}>
                    {name} <em>{hint}</em>
                  </Menu.Item>
                ))}
            </div>
          ))}
          <div className="download-copy" role="group" aria-label="Copy">
            <Menu.Label>Copy</Menu.Label>
            {words.map(({ name, text }) => (
              <Menu.Item key={name} onClick={() => void copy(name, text)}>
                {name} {copied === name && <em>copied</em>}
              </Menu.Item>
            ))}
          </div>
          {mayExport && (
            <Text component="p" className="download-note">
              {fileNote(provenance)}
            </Text>
          )}
        </div>
      </Menu.Dropdown>
    </Menu>
  );
}

function fileNote({ release }: Props["provenance"]): string {
  const base = `Every file names release ${release.number}, the method and the disclosure profile`;
  return release.dataset.kind.toUpperCase() === "SYNTHETIC"
    ? `${base}, and says that the data is synthetic.`
    : `${base}.`;
}
