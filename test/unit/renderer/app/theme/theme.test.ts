import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../../../../renderer/app/theme/tokens.css'), 'utf8');
const antd = readFileSync(
  join(import.meta.dirname, '../../../../../renderer/parts/form/antdTheme.ts'),
  'utf8',
);

function tokens(selector: string): Readonly<Record<string, string>> {
  const start = css.indexOf(`\n${selector},\n`);
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

const themes = { light: tokens(':root'), dark: tokens(':root[data-theme="dark"]') };

/** Relative luminance after WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['surface', 'canvas', 'raised', 'sunken', 'hover', 'select'] as const;

const readable: readonly (readonly [string, string])[] = [
  ...grounds.flatMap((ground) =>
    ['text', 'text-soft', 'accent', 'moving', 'good', 'unsure', 'failed'].map(
      (words) => [words, ground] as const,
    ),
  ),
  ...['surface', 'canvas', 'sunken', 'raised', 'hover', 'select'].map(
    (ground) => ['text-faint', ground] as const,
  ),
  ...['accent', 'moving', 'unsure', 'failed'].flatMap((job) => [
    [job, `${job}-soft`] as const,
    ['text', `${job}-soft`] as const,
    ['text-soft', `${job}-soft`] as const,
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-inverse', 'inverse'],
  ...[1, 2, 3, 4, 5].map((series) => [`series-${series}`, 'surface'] as const),
  ...[1, 2, 3].map((step) => ['text', `heat-${step}`] as const),
  ...[4, 5].map((step) => [`heat-ink-${step}`, `heat-${step}`] as const),
];

describe.each(['light', 'dark'] as const)('the %s theme', (name) => {
  test.each(readable)('%s can be read on %s (WCAG AA, 4.5 : 1)', (words, ground) => {
    expect(contrast(themes[name][words] ?? '', themes[name][ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['accent', 'control'])(
    'the %s of focus rings and fields stands out from every ground (WCAG 1.4.11, 3 : 1)',
    (line) => {
      const shy = grounds.filter(
        (ground) => contrast(themes[name][line] ?? '', themes[name][ground] ?? '') < 3,
      );
      expect(shy).toEqual([]);
    },
  );

  test('form controls compute with the same colours as the rest', () => {
    const palette = antd.slice(antd.indexOf(`${name}: {`), antd.indexOf('}', antd.indexOf(`${name}: {`)));
    const names = {
      accent: 'accent',
      surface: 'surface',
      raised: 'raised',
      text: 'text',
      control: 'control',
      select: 'select',
      hover: 'hover',
      failed: 'failed',
      faint: 'text-faint',
    };
    for (const [key, token] of Object.entries(names)) {
      expect(palette).toContain(`${key}: '${themes[name][token]}'`);
    }
  });
});

const renderer = join(import.meta.dirname, '../../../../../renderer');
const sheets = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.css'),
);

/** Every rule of a sheet that sets words and their ground together: `selector`, colour, background. */
function paintedRules(file: string): readonly (readonly [string, string, string])[] {
  const text = readFileSync(join(renderer, file), 'utf8');
  return [...text.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selector = '', body = '']) => {
    const words = /(?:^|[\s;])color: ([^;]+);/.exec(body)?.[1];
    const ground = /background(?:-color)?: ([^;]+);/.exec(body)?.[1];
    return words === undefined || ground === undefined || ground === 'transparent' || ground === 'none'
      ? []
      : [[`${file} ${selector.trim()}`, words, ground] as const];
  });
}

const painted = sheets.flatMap(paintedRules);

/** What cannot be pressed may be faint (WCAG 1.4.3, inactive components). */
const isInactive = (selector: string): boolean => /:disabled/.test(selector);

describe('every style that paints words on a ground of its own', () => {
  test('is found at all, the marks of states among them', () => {
    const selectors = painted.map(([selector]) => selector).join('\n');
    for (const one of ['.state-unsure', '.state-failed', '.state-note', '.rail-count-unsure'])
      expect(selectors).toContain(one);
  });

  test.each(['light', 'dark'] as const)('can be read in the %s theme (WCAG AA, 4.5 : 1)', (name) => {
    const colour = (value: string): string | undefined => {
      const token = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
      return token === undefined ? value : themes[name][token];
    };
    const faint = painted
      .filter(([selector]) => !isInactive(selector))
      .flatMap(([selector, words, ground]) => {
        const [ink, paper] = [colour(words), colour(ground)];
        if (ink?.startsWith('#') !== true || paper?.startsWith('#') !== true) return [];
        const ratio = contrast(ink, paper);
        return ratio < 4.5 ? [`${selector}: ${ratio.toFixed(2)}`] : [];
      });
    expect(faint).toEqual([]);
  });
});
