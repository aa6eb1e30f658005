import { expect, it } from 'vitest';
import { shownJson, shownLine, shownText } from '../../../../electron/platform/shownText.ts';

it('writes out what would steer the terminal, and leaves words, tabs and line breaks', () => {
  expect(shownText('张三\u001b[2J\u0007')).toBe('张三\\u001b[2J\\u0007');
  expect(shownText('\u202e反向\u0085')).toBe('\\u202e反向\\u0085');
  expect(shownText('第一行\n\t第二行 𠮷 👨‍👩‍👧')).toBe('第一行\n\t第二行 𠮷 👨‍👩‍👧');
});

it('writes out a line break that would begin a line nobody wrote', () => {
  expect(shownLine('a\nerror: b.csv\t\u0007')).toBe('a\\nerror: b.csv\t\\u0007');
});

const turning = '\u202e反\u2066向\u061c \u200f\u200d\u2028 \u0085\u007f \ufeff\u{e0041} "引号"\n行\t\\';

it.each([undefined, 2])(
  'writes JSON in which nothing turns, colours or hides a sign (indent %s)',
  (indent) => {
    const value = { [turning]: [turning, { text: turning }], count: 3, none: null };
    const written = shownJson(value, indent);
    expect(written.replace(/\n/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(written).toContain('\\u202e');
    expect(JSON.parse(written)).toEqual(value);
  },
);
