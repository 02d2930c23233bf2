// How much room there is. The same limits stand in the style sheets. Every small choice of a page asks, so the browser is
// asked once.
import { useSyncExternalStore } from "react";

const wideScreen = mediaStore("(min-width: 1280px)");
const narrowScreen = mediaStore("(max-width: 767px)");

function mediaStore(query: string) {
  const media = window.matchMedia(query);
  return {
    subscribe: (changed: () => void) => {
      media.addEventListener("change", changed);
      return () => media.removeEventListener("change", changed);
    },
    matches: () => media.matches,
  };
}

export function useScreen(): { readonly wide: boolean; readonly narrow: boolean } {
  const wide = useSyncExternalStore(wideScreen.subscribe, wideScreen.matches);
  const narrow = useSyncExternalStore(narrowScreen.subscribe, narrowScreen.matches);
  return { wide, narrow };
}
