// A button that opens a list of things to do or choose from, by mouse and by keyboard, as the ARIA pattern of a menu
// button has it. What it holds is made when it is opened: a page has a dozen of them.
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";

interface Props {
  readonly label?: string;
  /** What stands in the button. */
  readonly button: ReactNode;
  readonly className: string;
  readonly align?: "start" | "end";
  readonly width?: number;
  readonly listClassName?: string;
  /** Stays open after a click on an item. */
  readonly stays?: boolean;
  readonly children: () => ReactNode;
}

/** From the edge of the window, and from the button to the list. */
const EDGE = 5;

export function Menu({ label, button, className, align = "start", width, stays = false, ...list }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const target = useRef<HTMLButtonElement>(null);
  const shown = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    target.current?.focus();
  };
  useLayoutEffect(() => {
    if (!open || shown.current === null) return;
    place(shown.current);
    const items = itemsIn(shown.current);
    (items.find((item) => item.ariaChecked === "true") ?? items[0])?.focus({ preventScroll: true });
    const leave = ({ target }: Event) => {
      if (target instanceof Node && root.current?.contains(target) !== true) setOpen(false);
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
    };
  }, [open]);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape" && open) close();
    else if (event.key === "Tab") return close();
    else if (event.key === "ArrowDown" && !open) setOpen(true);
    else if (shown.current === null || !move(itemsIn(shown.current), event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="menu" ref={root} onKeyDown={open ? onKey : undefined}>
      <button
        type="button"
        ref={target}
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        onKeyDown={open ? undefined : onKey}
      >
        {button}
      </button>
      {open && (
        <div
          role="menu"
          id={id}
          ref={shown}
          className={["menu-list", `menu-${align}`, list.listClassName].filter(Boolean).join(" ")}
          style={{ width }}
          onClick={({ target: clicked }) => {
            if (!stays && clicked instanceof Element && clicked.closest(ITEM) !== null) close();
          }}
        >
          {list.children()}
        </div>
      )}
    </div>
  );
}

const ITEM = "[role^=menuitem]";

const itemsIn = (list: Element): HTMLElement[] => [...list.querySelectorAll<HTMLElement>(ITEM)];

/** False: the key moves nothing. */
function move(items: readonly HTMLElement[], key: string): boolean {
  const at = items.findIndex((item) => item === document.activeElement);
  const places: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
  const place = places[key];
  if (place === undefined) return false;
  items.at(at < 0 && key === "ArrowUp" ? -1 : place % items.length)?.focus();
  return true;
}

/** Inside the window: pushed sideways where it would stick out, over its button where there is more room. */
function place(list: HTMLElement): void {
  const { left, right, bottom, top, height } = list.getBoundingClientRect();
  const over = Math.max(0, right - (document.documentElement.clientWidth - EDGE)) - Math.max(0, EDGE - left);
  if (over !== 0) list.style.translate = `${-over}px`;
  if (bottom > innerHeight - EDGE && top - height > innerHeight - bottom) list.classList.add("menu-above");
}
