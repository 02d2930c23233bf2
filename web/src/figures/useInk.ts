// What a plot on the screen is drawn with: the ink of the page's theme, and the face once it has arrived.
import { darkInk, lightInk, type Ink } from "@afterglow/shared";
import { useComputedColorScheme } from "@mantine/core";
import { useEffect, useState } from "react";

export function useInk(): Ink {
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  return scheme === "dark" ? darkInk : lightInk;
}

// A canvas does not wait for a face as a page does: drawn too early, it stays in another.
const faces = Promise.allSettled(
  [400, 500, 600].map((weight) => document.fonts.load(`${weight} 12px Inter`)),
);

export function useFaces(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let wanted = true;
    void faces.then(() => wanted && setReady(true));
    return () => {
      wanted = false;
    };
  }, []);
  return ready;
}
