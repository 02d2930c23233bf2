// What is said when something cannot be shown: what happened in words, and the way out. Three kinds only:
// a choice that the address names wrongly, a refusal by the server, and a server that does not answer.
import { CombinedGraphQLErrors, ServerError } from "@apollo/client/errors";
import { Button } from "@mantine/core";
import type { ReactNode } from "react";

/** The reason in a sentence that a reader can act on. */
export function troubleText(error: unknown): string {
  if (CombinedGraphQLErrors.is(error)) return error.errors.map((e) => e.message).join(" ");
  if (ServerError.is(error)) return messageIn(error.bodyText) ?? statusText(error.statusCode);
  return "The server does not answer. It may have stopped, or the network is down.";
}

/** A refused question comes with a status and still says in its body why. */
function messageIn(body: string): string | null {
  try {
    const { errors } = JSON.parse(body) as { errors?: { message?: unknown }[] };
    const messages = (errors ?? []).map(({ message }) => message).filter((text) => typeof text === "string");
    return messages.length === 0 ? null : messages.join(" ");
  } catch {
    return null;
  }
}

function statusText(status: number): string {
  if (status === 503) return "The server is up, but its database does not answer.";
  if (status === 429) return "Too many questions in a short time. Wait a minute.";
  if (status === 502 || status === 504) return "The server does not answer. It may have stopped.";
  return `The server answered with status ${status}.`;
}

interface Props {
  readonly title: string;
  readonly text: string;
  readonly onRetry?: () => void;
  readonly children?: ReactNode;
}

export function Trouble({ title, text, onRetry, children }: Props) {
  return (
    <div className="trouble" role="alert">
      <p>
        <b>{title}</b>
      </p>
      <p>{text}</p>
      {children}
      {onRetry !== undefined && (
        <Button variant="default" size="xs" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}
