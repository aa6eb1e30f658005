import { expect, it } from 'vitest';
import { shownText } from '../../../../../electron/commands/main/shownText.ts';

it('writes out what would steer the terminal, and leaves words, tabs and line breaks', () => {
  expect(shownText('张三\u001b[2J\u0007')).toBe('张三\\u001b[2J\\u0007');
  expect(shownText('\u202e反向\u0085')).toBe('\\u202e反向\\u0085');
  expect(shownText('第一行\n\t第二行 𠮷 👨‍👩‍👧')).toBe('第一行\n\t第二行 𠮷 👨‍👩‍👧');
});
