import { createTheme, type MantineColorsTuple, type VariantColorsResolver } from '@mantine/core';

const accent: MantineColorsTuple = [
  '#e3eff0',
  '#c5dee1',
  '#9cc5ca',
  '#70a9b0',
  '#4a8f98',
  '#2d7985',
  '#176675',
  '#0b5360',
  '#09464f',
  '#073b45',
];

/** Danger is for acts that cannot be taken back; everything else is the accent. */
const tone = (color: string | undefined): 'accent' | 'bad' => (color === 'bad' ? 'bad' : 'accent');

/** Colours of variants come from the tokens, so that light, dark and print need no style written at run time. */
const variantColorResolver: VariantColorsResolver = ({ color, variant }) => {
  const name = tone(color);
  const main = `var(--t-${name})`;
  const wash = `var(--t-${name}-wash)`;
  if (variant === 'filled') {
    const ground = name === 'bad' ? 'var(--t-paper)' : 'var(--t-on-accent)';
    const hover = name === 'bad' ? main : 'var(--t-accent-deep)';
    return { background: main, hover, color: ground, border: `2px solid ${main}` };
  }
  if (variant === 'subtle' || variant === 'transparent') {
    return { background: 'transparent', hover: wash, color: main, border: '2px solid transparent' };
  }
  if (variant === 'light') return { background: wash, hover: wash, color: main, border: '2px solid transparent' };
  return { background: 'var(--t-paper)', hover: wash, color: main, border: `2px solid ${main}` };
};

const large = { defaultProps: { size: 'lg' } };
const radius = 'sm';

/** The look of Tavolo for Mantine's components; colours and measures themselves are in `tokens.css`. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: 7,
  colors: { accent, bad: accent },
  variantColorResolver,
  defaultRadius: radius,
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { size: 'md' } },
    TextInput: large,
    PasswordInput: large,
    Textarea: { defaultProps: { size: 'lg', autosize: false, minRows: 4 } },
    NativeSelect: large,
    Select: large,
    Checkbox: { defaultProps: { size: 'lg' } },
    Radio: { defaultProps: { size: 'lg' } },
  },
});
