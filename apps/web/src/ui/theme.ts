import { createTheme, type CSSVariablesResolver } from '@mantine/core';

import { OVERLAYS } from './overlays.ts';

/** A dialog's header is no banner of the page. */
const plainHeader = { attributes: { header: { role: 'presentation' } } } as const;

const dense = { defaultProps: { size: 'xs' } } as const;

/** Dense and calm, as people who live in an ERP expect. Components go by name: importing them here would load them all. */
export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  primaryColor: 'indigo',
  primaryShade: { light: 7, dark: 7 },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  autoContrast: true,
  respectReducedMotion: true,
  headings: { fontWeight: '650' },
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Badge: { defaultProps: { tt: 'none', variant: 'light' } },
    Button: dense,
    Checkbox: dense,
    InputWrapper: { styles: { description: { fontSize: 'var(--mantine-font-size-xs)', lineHeight: 1.4 } } },
    Drawer: { defaultProps: plainHeader },
    Menu: {
      // without a focusable nothing in front of the items: the first item has the keyboard, as in menus of any system
      defaultProps: { withInitialFocusPlaceholder: false, portalProps: { target: `#${OVERLAYS}` } },
      styles: { item: { fontSize: 'var(--mantine-font-size-xs)' } },
    },
    Modal: { defaultProps: { centered: true, ...plainHeader } },
    NativeSelect: dense,
    NumberInput: dense,
    PasswordInput: dense,
    SegmentedControl: dense,
    Select: dense,
    Switch: dense,
    Table: { defaultProps: { verticalSpacing: 4 } },
    Textarea: dense,
    TextInput: dense,
    Tooltip: { defaultProps: { openDelay: 400 } },
  },
});

/** Mantine's own greys and reds miss WCAG AA here and there; these pass in both schemes. */
export const cssVariables: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': colors.gray[7],
    '--mantine-color-placeholder': colors.gray[7],
    '--mantine-color-error': colors.red[9],
    '--mantine-color-red-filled': colors.red[9],
    '--mantine-color-red-filled-hover': '#b02525',
    '--mantine-color-teal-light-color': '#066b4c',
    '--mantine-color-orange-light-color': '#a03d00',
    '--mantine-color-red-light-color': colors.red[9],
    '--mantine-color-gray-light-color': colors.gray[8],
    '--goniec-good': '#066b4c',
    '--goniec-warn': '#a03d00',
    '--goniec-bad': colors.red[9],
  },
  dark: {
    '--mantine-color-dimmed': colors.dark[1],
    '--mantine-color-placeholder': colors.dark[1],
    '--mantine-color-error': colors.red[4],
    '--mantine-color-red-filled': colors.red[9],
    '--mantine-color-red-filled-hover': '#b02525',
    '--goniec-good': colors.teal[4],
    '--goniec-warn': colors.orange[4],
    '--goniec-bad': colors.red[4],
  },
});
