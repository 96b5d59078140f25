/** Calm, serious, high contrast. One place for what colours and letters look like. */
import {
  createTheme,
  darken,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  parseThemeColor,
  type VariantColorsResolver,
} from '@mantine/core';

/** Deep sea blue: 7 on white and 3 on the dark body both pass WCAG AA for text. */
const harbour: MantineColorsTuple = [
  '#eaf4f9',
  '#d5e6ee',
  '#a8ccdc',
  '#7ab1ca',
  '#559bba',
  '#3d8db1',
  '#2b7fa5',
  '#176487',
  '#0f5473',
  '#08435d',
];

const sans =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Hiragino Sans", "Noto Sans JP", "Noto Sans CJK JP", "Yu Gothic", Meiryo, sans-serif';

/** Under the pointer the darkest shade gets darker still: the lighter one next to it fails WCAG AA. */
const colours: VariantColorsResolver = (input) => {
  const usual = defaultVariantColorsResolver(input);
  const { color, theme: given, variant } = input;
  const { shade, value } = parseThemeColor({ color: color ?? given.primaryColor, theme: given });
  return variant === 'filled' && shade === 9 ? { ...usual, hover: darken(value, 0.15) } : usual;
};

export const theme = createTheme({
  colors: { harbour },
  primaryColor: 'harbour',
  primaryShade: { light: 7, dark: 7 },
  autoContrast: true,
  variantColorResolver: colours,
  fontFamily: sans,
  headings: { fontFamily: sans, fontWeight: '650' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
});
