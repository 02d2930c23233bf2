/** "26 November 2026, 14:05", in the reader's own time. */
export const timeText = (iso: string): string =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" })
    .format(new Date(iso))
    .replace(" at ", ", ");
