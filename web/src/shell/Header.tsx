// The bar over every page: name, pages, light or dark. On a narrow screen the pages are in a menu.
import { ActionIcon, Menu, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { Link, NavLink } from "react-router";
import { Icon, Logo } from "./Icon";

const pages = [
  { to: "/", label: "Explore" },
  { to: "/data", label: "Data" },
  { to: "/methods", label: "Methods" },
] as const;

export function Header() {
  return (
    <header className="bar">
      <Link className="brand" to="/">
        <Logo />
        Afterglow
      </Link>
      <nav className="nav" aria-label="Main">
        {pages.map(({ to, label }) => (
          <NavLink key={to} to={to} end>
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
            {pages.map(({ to, label }) => (
              <Menu.Item key={to} component={Link} to={to}>
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
