// Copies text and says for a moment which text that was.
import { useEffect, useState } from "react";

const SAID_FOR_MS = 2500;

export function useCopy(): { copied: string | null; copy: (name: string, text: string) => Promise<void> } {
  const [copied, setCopied] = useState<string | null>(null);
  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(() => setCopied(null), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  return {
    copied,
    copy: async (name, text) => {
      await writeText(text);
      setCopied(name);
    },
  };
}

/** The clipboard needs https or this very machine; elsewhere a selected text field still copies. */
async function writeText(text: string): Promise<void> {
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(text);
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}
