// The tokens of the style as Mantine's theme and as CSS variables (--card, --ink2 …), light and dark.
// The colours themselves stand in shared's ink, so that page and figures cannot differ. No component is styled here.
import { createTheme, type CSSVariablesResolver } from "@mantine/core";
import { darkInk, lightInk, type Ink } from "@afterglow/shared";

export const theme = createTheme({
  fontFamily: "Inter, system-ui, sans-serif",
  headings: { fontFamily: "Inter, system-ui, sans-serif", fontWeight: "600" },
  primaryColor: "petrol",
  primaryShade: { light: 8, dark: 4 },
  colors: {
    petrol: [
      "#EEF4F5",
      "#E2EFF2",
      "#B5D5DD",
      "#84B9C6",
      "#6CC3D5",
      "#5499AA",
      "#2E7B8E",
      "#1F7489",
      "#0B6478",
      "#0A4F60",
    ],
  },
  autoContrast: true,
  luminanceThreshold: 0.3,
  defaultRadius: 4,
  focusRing: "auto",
  cursorType: "pointer",
  respectReducedMotion: true,
  breakpoints: { xs: "30em", sm: "48em", md: "64em", lg: "80em", xl: "90em" },
});

const tokens = (ink: Ink) => ({
  "--page": ink.page,
  "--card": ink.card,
  "--sunken": ink.sunken,
  "--line": ink.line,
  "--strong": ink.strong,
  "--ink": ink.ink,
  "--ink2": ink.ink2,
  "--ink3": ink.ink3,
  "--accent": ink.accent,
  "--onaccent": ink.onAccent,
  "--soft": ink.soft,
  "--hatch": ink.hatch,
  "--fill": ink.fill,
  "--warnbg": ink.warnGround,
  "--warnline": ink.warnLine,
  "--warnink": ink.warnInk,
  "--bad": ink.bad,
  "--mantine-color-body": ink.page,
  "--mantine-color-text": ink.ink,
  "--mantine-color-dimmed": ink.ink3,
  "--mantine-color-placeholder": ink.ink3,
  "--mantine-color-error": ink.bad,
  "--mantine-color-anchor": ink.accent,
  "--mantine-color-default": ink.card,
  "--mantine-color-default-hover": ink.soft,
  "--mantine-color-default-color": ink.ink,
  "--mantine-color-default-border": ink.strong,
  "--mantine-primary-color-filled": ink.accent,
  "--mantine-primary-color-contrast": ink.onAccent,
});

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: tokens(lightInk),
  dark: tokens(darkInk),
});
