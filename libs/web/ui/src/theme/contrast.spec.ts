/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const css = readFileSync(join(process.cwd(), 'libs/web/ui/src/theme/tokens.css'), 'utf8');

function tokensOf(selector: string): Readonly<Record<string, string>> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...block.matchAll(/--t-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

const light = tokensOf(':root');
const dark = { ...light, ...tokensOf(`:root[data-mantine-color-scheme='dark']`) };

const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
/** Contrast ratio as WCAG 2.2 defines it. */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const sectors = ['public', 'third_sector', 'citizens', 'market', 'neutral'];
const grounds = ['paper', 'ground', 'panel', 'accent-wash', 'care-wash'];
const pairs: readonly (readonly [string, string])[] = [
  ...grounds.flatMap((ground) => [['ink', ground] as const, ['ink-soft', ground] as const]),
  ...['paper', 'panel', 'accent-wash', 'ground', 'care-wash'].map((ground) => ['accent', ground] as const),
  ...['good', 'care', 'bad'].flatMap((tone) => [[tone, 'paper'] as const, [tone, `${tone}-wash`] as const]),
  ...['good-wash', 'bad-wash'].map((ground) => ['ink', ground] as const),
  ...sectors.flatMap((sector) => [
    [`sector-${sector}`, 'paper'] as const,
    [`sector-${sector}`, `sector-${sector}-wash`] as const,
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-deep'],
  ['on-bar', 'bar'],
  ['bar-soft', 'bar'],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s palette', (_, tokens) => {
  const of = (name: string): string => tokens[name] ?? '';

  it.each(pairs)('reaches 4.5 for %s on %s', (text, ground) => {
    expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['paper', 'ground', 'panel', 'accent-wash'])(
    'shows the focus on %s with a contrast of 3 or more',
    (ground) => {
      expect(contrast(of('focus'), of(ground))).toBeGreaterThanOrEqual(3);
    },
  );

  it('shows the edges of fields with a contrast of 3 or more', () => {
    expect(contrast(of('line-strong'), of('paper'))).toBeGreaterThanOrEqual(3);
  });
});
