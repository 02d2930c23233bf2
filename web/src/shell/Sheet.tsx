// A panel over the page, from its side: a head with a title and a way out, and what it is given.
import { CloseButton, Drawer } from "@mantine/core";
import type { ReactNode } from "react";

interface Props {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly size: number | string;
  /** Beside the title. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

export function Sheet({ title, opened, onClose, size, action, children }: Props) {
  return (
    <Drawer.Root
      opened={opened}
      onClose={onClose}
      size={size}
      padding={0}
      transitionProps={{ duration: 0 }}
      classNames={{ content: "sheet" }}
    >
      <Drawer.Overlay />
      <Drawer.Content aria-label={title}>
        <div className="sheet-head">
          <h2 className="sheet-title">{title}</h2>
          {action}
          <CloseButton size={36} aria-label="Close" onClick={onClose} />
        </div>
        <Drawer.Body className="sheet-body">{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
