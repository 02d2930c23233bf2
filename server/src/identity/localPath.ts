/** The address within this server that a reader was going to; the entrance for whatever leads elsewhere. */
export function localPath(text: unknown): string {
  if (typeof text !== "string" || !text.startsWith("/") || text.length > 4000) return "/";
  const here = "http://here.invalid";
  // A browser reads "//elsewhere" and "/\elsewhere" as another host, and skips tabs and line ends within.
  const address = URL.canParse(text, here) ? new URL(text, here) : null;
  if (address === null || address.origin !== here) return "/";
  const path = address.pathname + address.search + address.hash;
  return path.startsWith("//") ? "/" : path;
}
