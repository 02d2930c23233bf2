// Finds out once who uses the pages. A server that does not answer is said by the pages themselves.
import { useEffect, useState, type ReactNode } from "react";
import { askAccount } from "./askAccount";
import { PersonContext, type SignedIn } from "./person";

export function PersonProvider({ children }: { children: ReactNode }) {
  const [person, setPerson] = useState<SignedIn | null>(null);
  useEffect(() => {
    // Nobody has signed in yet on that page.
    if (window.location.pathname === "/sign-in") return;
    askAccount<SignedIn>("/account/person").then(setPerson, () => undefined);
  }, []);
  return <PersonContext value={person}>{children}</PersonContext>;
}
