// The bar over every page: name, pages, light or dark. On a narrow screen the pages are in a menu.
import { ActionIcon, Menu, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { Link, NavLink, useLocation } from "react-router";
import { figurePages, isFigurePage } from "./figurePages";
import { Icon, Logo } from "./Icon";

const pages = [
  ...Object.values(figurePages).map(({ path, title }) => ({ to: path, label: title })),
  { to: "/data", label: "Data" },
  { to: "/methods", label: "Methods" },
];

/** From one page of figures to another the state goes along; the link of the page itself starts anew. */
function usePageLinks() {
  const { pathname, search } = useLocation();
  return pages.map(({ to, label }) => {
    const together = isFigurePage(to) && isFigurePage(pathname) && to !== pathname;
    return { to: { pathname: to, search: together ? search : "" }, label };
  });
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
        {links.map(({ to, label }) => (
          <NavLink key={label} to={to} end>
            {label}
          </NavLink>
        ))}
      </nav>
      <div className="bar-end">
        <SchemeSwitch />
        <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false} width={180}>
          <Menu.Target>
            <ActionIcon className="bar-menu" variant="subtle" size={40} aria-label="Pages">
              <Icon name="menu" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {links.map(({ to, label }) => (
              <Menu.Item key={label} component={Link} to={to}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
    </header>
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
