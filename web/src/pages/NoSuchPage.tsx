// An address that leads nowhere.
import { Link } from "react-router";
import { Shell } from "../shell/Shell";

export function NoSuchPage() {
  return (
    <Shell title="No such page" synthetic={false}>
      <h1 className="sentence">No such page</h1>
      <p className="lead">
        Nothing lives at this address. <Link to="/">Explore</Link> shows the figures.
      </p>
    </Shell>
  );
}
