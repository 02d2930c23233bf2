// How much room there is. The same limits stand in the style sheets.
import { useMediaQuery } from "@mantine/hooks";

export function useScreen(): { readonly wide: boolean; readonly narrow: boolean } {
  const now = { getInitialValueInEffect: false };
  const wide = useMediaQuery("(min-width: 1280px)", true, now);
  const narrow = useMediaQuery("(max-width: 767px)", false, now);
  return { wide, narrow };
}
