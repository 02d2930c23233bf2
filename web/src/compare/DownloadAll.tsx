// Every figure of the page in every format: links to the figures' own addresses.
import { compareFigures } from "@afterglow/shared";
import { useMayI } from "../account/person";
import { files } from "../figures/DownloadMenu";
import { Icon } from "../shell/Icon";
import { Menu } from "../shell/Menu";

export function DownloadAll({ pinned }: { pinned: string }) {
  if (!useMayI("EXPORT")) return null;
  return (
    <Menu
      className="button download download-all-button"
      align="end"
      width={352}
      stays
      button={
        <>
          <Icon name="download" />
          Download all
          <Icon name="down" />
        </>
      }
    >
      {() =>
        compareFigures.map(({ id, title }) => (
          <div key={id} className="download-all" role="group" aria-label={title}>
            <div className="menu-label">{title}</div>
            {files.map(({ ext, name }) => (
              <a
                key={ext}
                role="menuitem"
                tabIndex={-1}
                href={`/figures/${id}.${ext}?${pinned}`}
                download={`${id}.${ext}`}
                aria-label={`${title}, ${name}`}
              >
                {name}
              </a>
            ))}
          </div>
        ))
      }
    </Menu>
  );
}
