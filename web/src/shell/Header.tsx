// The bar over every page: name, pages, who is signed in, light or dark. On a narrow screen the pages are in a menu.
import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { Link, NavLink } from "react-router";
import { usePerson } from "../account/person";
import { COMPARE_PATH, pinCount, searchFor, useCarried } from "./carried";
import { figurePages, isFigurePage } from "./figurePages";
import { Icon, Logo } from "./Icon";
import { Menu } from "./Menu";
import { PersonMenu } from "./PersonMenu";
import { Unseen } from "./Unseen";

const pages = [
  ...Object.values(figurePages).map(({ path, title }) => ({ path, label: title })),
  { path: COMPARE_PATH, label: "Compare" },
  { path: "/data", label: "Data" },
  { path: "/methods", label: "Methods" },
];

const audit = { path: "/audit", label: "Audit" };

const isPlain = (path: string): boolean => !isFigurePage(path) && path !== COMPARE_PATH;

function usePageLinks() {
  const carried = useCarried();
  const pinned = pinCount(carried);
  // Only for those who may read it, and only when that is known.
  const mayAudit = usePerson()?.rights.includes("AUDIT") ?? false;
  return [...pages, ...(mayAudit ? [audit] : [])].map(({ path, label }) => ({
    label,
    count: path === COMPARE_PATH ? pinned : 0,
    to: { pathname: path, search: isPlain(path) ? "" : searchFor(path, carried) },
    // Data and Methods have no state of their own: they keep that of the page before.
    state: isPlain(path) ? carried : null,
  }));
}

export function Header() {
  const links = usePageLinks();
  return (
    <header className="bar">
      <Link className="brand" to="/">
        <Logo />
        Afterglow
      </Link>
      <nav className="nav" aria-label="Main">
        {links.map(({ to, label, state, count }) => (
          <NavLink key={label} to={to} state={state} end>
            {label}
            {count > 0 && <Count pinned={count} />}
          </NavLink>
        ))}
      </nav>
      <div className="bar-end">
        <PersonMenu />
        <SchemeSwitch />
        <Menu label="Pages" className="bar-menu" align="end" width={180} button={<Icon name="menu" />}>
          {() =>
            links.map(({ to, label, state, count }) => (
              <Link key={label} to={to} state={state} role="menuitem" tabIndex={-1}>
                {label} {count > 0 && <Count pinned={count} />}
              </Link>
            ))
          }
        </Menu>
      </div>
    </header>
  );
}

function Count({ pinned }: { pinned: number }) {
  return (
    <span className="nav-count">
      {pinned}
      <Unseen> pinned</Unseen>
    </span>
  );
}

function SchemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  const other = scheme === "dark" ? "light" : "dark";
  return (
    <ActionIcon
      variant="subtle"
      size={32}
      className="quiet"
      aria-label={`Use ${other} theme`}
      onClick={() => setColorScheme(other)}
    >
      <Icon name={scheme === "dark" ? "sun" : "moon"} />
    </ActionIcon>
  );
}
