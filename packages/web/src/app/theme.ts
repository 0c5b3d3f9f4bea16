/**
 * The look of the application: one accent (deep teal), cool greys, hairlines instead of shadows, 8 px rhythm. Colours
 * that carry text are chosen for WCAG AA on the surfaces they stand on, in light and in dark.
 */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

const teal: MantineColorsTuple = [
  "#eef7f9",
  "#d9ecf1",
  "#b3d8e2",
  "#86c0cf",
  "#5eaabd",
  "#3793aa",
  "#1b7b93",
  "#0e667c",
  "#0b5367",
  "#083f4f",
];

const gray: MantineColorsTuple = [
  "#f6f8f9",
  "#eef2f3",
  "#e3e8ea",
  "#d5dcdf",
  "#b9c3c8",
  "#8b989f",
  "#66747c",
  "#4c5a62",
  "#323e45",
  "#1b252b",
];

/** The dark surfaces: 7 is the page, 6 a surface on it, 4 a hairline, 0 the text. */
const dark: MantineColorsTuple = [
  "#dfe6e9",
  "#b7c2c7",
  "#96a4ab",
  "#6b7980",
  "#36434a",
  "#2a363c",
  "#1e282d",
  "#161e22",
  "#11181b",
  "#0c1113",
];

/** The head of a dialog is no banner of the page. */
const attributes = { header: { role: "presentation" } };

/** Mantine's theme with the settings that every page relies on; see styles/base.css for the variables it adds. */
export const theme = createTheme({
  colors: { teal, gray, dark },
  primaryColor: "teal",
  primaryShade: { light: 7, dark: 6 },
  fontFamily: '"Be Vietnam Pro", system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "Roboto Mono", Menlo, monospace',
  headings: {
    fontFamily: '"Be Vietnam Pro", system-ui, sans-serif',
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "1.625rem", lineHeight: "1.3" },
      h2: { fontSize: "1.125rem", lineHeight: "1.4" },
      h3: { fontSize: "1rem", lineHeight: "1.45" },
      h4: { fontSize: "0.875rem", lineHeight: "1.5" },
    },
  },
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.9375rem", lg: "1.0625rem", xl: "1.25rem" },
  lineHeights: { xs: "1.4", sm: "1.5", md: "1.55", lg: "1.55", xl: "1.4" },
  spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2rem" },
  radius: { xs: "2px", sm: "4px", md: "6px", lg: "8px", xl: "12px" },
  defaultRadius: "sm",
  shadows: {
    xs: "none",
    sm: "none",
    md: "0 8px 24px rgb(8 40 50 / 10%)",
    lg: "0 12px 32px rgb(8 40 50 / 14%)",
  },
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    Button: { defaultProps: { size: "sm" } },
    TextInput: { defaultProps: { size: "sm" } },
    PasswordInput: { defaultProps: { size: "sm" } },
    Textarea: { defaultProps: { size: "sm", autosize: true, minRows: 2 } },
    Select: { defaultProps: { size: "sm", comboboxProps: { shadow: "md" } } },
    Modal: {
      defaultProps: { centered: true, radius: "md", overlayProps: { backgroundOpacity: 0.4 }, attributes },
    },
    Drawer: { defaultProps: { attributes } },
    Menu: { defaultProps: { shadow: "md", radius: "md" } },
    Tooltip: { defaultProps: { openDelay: 300 } },
    Anchor: { defaultProps: { underline: "hover" } },
  },
});

/** The variables Mantine does not have, and those of its own that miss AA. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-body": "#ffffff",
    "--mantine-color-text": "#18242a",
    "--mantine-color-dimmed": "#54636b",
    "--mantine-color-placeholder": "#69777f",
    "--mantine-color-error": "#b3261e",
    "--mantine-color-default-border": "#d5dcdf",
    "--page": "#f6f8f9",
    "--surface": "#ffffff",
    "--hairline": "#dde4e7",
    "--accent": "#0e667c",
    "--accent-soft": "#e6f2f5",
    "--good": "#1d6b3f",
    "--good-soft": "#e5f3ea",
    "--warn": "#8a5300",
    "--warn-soft": "#fdf1dc",
    "--bad": "#b3261e",
    "--bad-soft": "#fcebe9",
    "--track": "#e3e8ea",
    "--series-1": "#0e667c",
    "--series-2": "#b45309",
    "--series-3": "#6d3f9c",
    "--series-4": "#2f7d32",
    "--series-5": "#4c5a62",
  },
  dark: {
    "--mantine-color-body": "#161e22",
    "--mantine-color-text": "#e1e8eb",
    "--mantine-color-dimmed": "#9fadb4",
    "--mantine-color-placeholder": "#8d9ba2",
    "--mantine-color-error": "#ff9c92",
    "--mantine-color-default-border": "#36434a",
    "--page": "#11181b",
    "--surface": "#161e22",
    "--hairline": "#2a363c",
    "--accent": "#6db7c9",
    "--accent-soft": "#173139",
    "--good": "#7fcf9f",
    "--good-soft": "#16301f",
    "--warn": "#f0b866",
    "--warn-soft": "#33270f",
    "--bad": "#ff9c92",
    "--bad-soft": "#3a1b19",
    "--track": "#2a363c",
    "--series-1": "#6db7c9",
    "--series-2": "#f0b866",
    "--series-3": "#c3a3ea",
    "--series-4": "#7fcf9f",
    "--series-5": "#b7c2c7",
  },
});
