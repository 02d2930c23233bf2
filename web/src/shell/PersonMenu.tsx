// Who is signed in, in the bar: name, roles, the way to the account, and out. Where nobody signs in, it says so and is no menu.
import { Menu, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { Link } from "react-router";
import { askAccount } from "../account/askAccount";
import { roleText, usePerson } from "../account/person";
import { Icon } from "./Icon";

export function PersonMenu() {
  const person = usePerson();
  if (person === null) return null;
  if (person.via === "LOCAL") return <span className="person-local">{person.name}</span>;
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false} width={240}>
      <Menu.Target>
        <UnstyledButton className="person">
          <Icon name="person" />
          <VisuallyHidden>Signed in as </VisuallyHidden>
          <span className="person-name">{person.name}</span>
          <Icon name="down" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className="person-head">
          <b>{person.name}</b>
          <span>{roleText(person)}</span>
        </div>
        <Menu.Divider />
        <Menu.Item component={Link} to="/account">
          Account
        </Menu.Item>
        <Menu.Item onClick={() => void signOut()}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The page that follows is the server's word that it has happened. */
async function signOut(): Promise<void> {
  await askAccount("/sign-out", { method: "POST" }).catch(() => undefined);
  window.location.assign("/sign-in?because=signed-out");
}
