// A token that was just made: shown this once, with a way to copy it.
import { Button } from "@mantine/core";
import { useCopy } from "../shell/useCopy";

export function MadeToken({ token, onDone }: { token: string; onDone: () => void }) {
  const { copied, copy } = useCopy();
  return (
    <div className="made-token" role="status">
      <p>
        <b>Copy the token now.</b> It is not kept, and cannot be shown again.
      </p>
      <code>{token}</code>
      <div className="made-token-actions">
        <Button variant="default" size="xs" onClick={() => void copy("token", token)}>
          {copied === null ? "Copy" : "Copied"}
        </Button>
        <Button variant="default" size="xs" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  );
}
