// Every figure of the page in every format: links to the figures' own addresses.
import { Button, Menu } from "@mantine/core";
import { compareFigures } from "@afterglow/shared";
import { useMayI } from "../account/person";
import { files } from "../figures/DownloadMenu";
import { Icon } from "../shell/Icon";

export function DownloadAll({ pinned }: { pinned: string }) {
  if (!useMayI("EXPORT")) return null;
  return (
    <Menu
      position="bottom-end"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      closeOnItemClick={false}
      width={352}
    >
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          className="download download-all-button"
          leftSection={<Icon name="download" />}
        >
          Download all
          <Icon name="down" />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {compareFigures.map(({ id, title }) => (
          <div key={id} className="download-all" role="group" aria-label={title}>
            <Menu.Label>{title}</Menu.Label>
            {files.map(({ ext, name }) => (
              <Menu.Item
                key={ext}
                component="a"
                href={`/figures/${id}.${ext}?${pinned}`}
                download={`${id}.${ext}`}
                aria-label={`${title}, ${name}`}
              >
                {name}
              </Menu.Item>
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
