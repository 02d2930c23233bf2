// All that a stranger sees: what this is, and the way in. Who one is, is asked by the institution's own page, not here.
import { Button } from "@mantine/core";
import { useEffect } from "react";
import { useLocation, useSearchParams } from "react-router";
import { Logo } from "../shell/Icon";

const reasons: Readonly<Record<string, string>> = {
  expired: "Your sign-in has ended. Sign in again to go on where you were.",
  "signed-out":
    "You are signed out of Afterglow. On a shared computer, sign out of your institution’s account too.",
  failed: "Signing in did not work: the answer that came back does not belong to this question. Try again.",
  "no-provider": "Your institution’s sign-in page does not answer at the moment. Try again shortly.",
  "no-role":
    "You are known to your institution, but have no role in Afterglow. Whoever runs it can give you one.",
};

export function SignInPage() {
  const [search] = useSearchParams();
  const { hash } = useLocation();
  useEffect(() => {
    document.title = "Sign in · Afterglow";
  }, []);
  const reason = reasons[search.get("because") ?? ""];
  // A browser keeps the place on a page over the way here.
  const to = (search.get("to") ?? "/") + hash;
  return (
    <div className="sign-in">
      <main className="sign-in-card">
        <h1>
          <Logo />
          Afterglow
        </h1>
        <p>Outcomes research for ketamine-assisted psychotherapy.</p>
        {reason !== undefined && (
          <p className="sign-in-reason" role="status">
            {reason}
          </p>
        )}
        <Button
          component="a"
          href={`/sign-in/start?${new URLSearchParams({ to }).toString()}`}
          size="md"
          fullWidth
        >
          Sign in
        </Button>
        <p className="sign-in-note">
          With your institution’s account, on its own page. You come back to where you were going.
        </p>
      </main>
      <footer className="sign-in-foot">For research; not medical advice.</footer>
    </div>
  );
}
