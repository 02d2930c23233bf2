// One line that is written over, and only where someone watches.
import type { OnProgress } from "./manifest";

export const showProgress: OnProgress = ({ table, at, of, bytes }) => {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r\u001b[2KTable ${at + 1} of ${of}, ${table}: ${(bytes / 1e6).toFixed(0)} MB`);
};

export function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[2K");
}
