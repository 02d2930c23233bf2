// Who is signed in, in the bar: name, roles, the way to the account, and out. Where nobody signs in, it says so and is no menu.
import { Link } from "react-router";
import { askAccount } from "../account/askAccount";
import { roleText, usePerson } from "../account/person";
import { Icon } from "./Icon";
import { Menu } from "./Menu";
import { Unseen } from "./Unseen";

export function PersonMenu() {
  const person = usePerson();
  if (person === null) return null;
  if (person.via === "LOCAL") return <span className="person-local">{person.name}</span>;
  return (
    <Menu
      className="person"
      align="end"
      width={240}
      button={
        <>
          <Icon name="person" />
          <Unseen>Signed in as </Unseen>
          <span className="person-name">{person.name}</span>
          <Icon name="down" />
        </>
      }
    >
      {() => (
        <>
          <div className="person-head">
            <b>{person.name}</b>
            <span>{roleText(person)}</span>
          </div>
          <hr />
          <Link to="/account" role="menuitem" tabIndex={-1}>
            Account
          </Link>
          <button type="button" role="menuitem" tabIndex={-1} onClick={() => void signOut()}>
            Sign out
          </button>
        </>
      )}
    </Menu>
  );
}

/** The page that follows is the server's word that it has happened. */
async function signOut(): Promise<void> {
  await askAccount("/sign-out", { method: "POST" }).catch(() => undefined);
  window.location.assign("/sign-in?because=signed-out");
}
