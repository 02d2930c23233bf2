// One's own account: who one is here and what that allows, tokens for scripts, and where one is signed in.
import { Skeleton } from "@mantine/core";
import { roleText, usePerson, type SignedIn } from "../account/person";
import { SignInsCard } from "../account/SignInsCard";
import { TokensCard } from "../account/TokensCard";
import { Shell } from "../shell/Shell";

const allowed: Readonly<Record<string, string>> = {
  ASK: "ask questions and see their figures",
  EXPORT: "download figures",
  OWN_CLINIC: "see your own clinic marked among the others",
  IMPORT: "import data",
  PUBLISH: "publish releases",
  AUDIT: "read the audit",
  EXPLORE_SCHEMA: "explore the schema",
  TOKENS: "make tokens for scripts",
};

export function AccountPage() {
  const person = usePerson();
  return (
    <Shell title="Account" synthetic={false}>
      <h1 className="sentence">
        <strong>{person?.name ?? "Account"}</strong>
      </h1>
      {person === null ? (
        <Skeleton height={280} mt={20} animate={false} aria-label="Loading" />
      ) : person.via === "LOCAL" ? (
        <p className="lead">
          Nobody signs in at this server: only this machine can reach it, and whoever sits here may do
          everything.
        </p>
      ) : (
        <div className="stack account">
          <RolesCard person={person} />
          {person.rights.includes("TOKENS") && <TokensCard />}
          <SignInsCard />
        </div>
      )}
    </Shell>
  );
}

function RolesCard({ person }: { person: SignedIn }) {
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  const may = person.rights.flatMap((right) => allowed[right] ?? []);
  return (
    <section className="card" aria-labelledby="roles-title">
      <h2 id="roles-title">Your roles</h2>
      <p className="definition">By your institution’s word when you last signed in.</p>
      <dl className="terms">
        <dt>Roles</dt>
        <dd>{roleText(person)}</dd>
        <dt>You may</dt>
        <dd>{capital(may.join("; "))}.</dd>
      </dl>
    </section>
  );
}
