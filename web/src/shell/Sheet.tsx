// A panel over the page, from its side: a head with a title and a way out, and what it is given.
import { useEffect, useRef, type ReactNode } from "react";
import { Icon } from "./Icon";

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
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (opened) dialog.current?.showModal();
    else dialog.current?.close();
  }, [opened]);
  return (
    <dialog
      ref={dialog}
      className="sheet"
      aria-label={title}
      style={{ width: size }}
      onClose={onClose}
      onClick={({ target }) => {
        // What is not in it is beside it.
        if (target === dialog.current) onClose();
      }}
    >
      {opened && (
        <div className="sheet-inside">
          <div className="sheet-head">
            <h2 className="sheet-title">{title}</h2>
            {action}
            <button type="button" className="sheet-close" aria-label="Close" onClick={onClose}>
              <Icon name="close" />
            </button>
          </div>
          <div className="sheet-body">{children}</div>
        </div>
      )}
    </dialog>
  );
}
