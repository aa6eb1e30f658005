import { expect, test } from 'vitest';
import { matchesCombo } from '../../../../renderer/parts/keys.ts';

const stroke = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
});

test('a combo fits only with exactly the keys it names', () => {
  expect(matchesCombo(stroke('k', { ctrlKey: true }), 'Ctrl+k')).toBe(true);
  expect(matchesCombo(stroke('k', { metaKey: true }), 'Ctrl+k')).toBe(true);
  expect(matchesCombo(stroke('k'), 'Ctrl+k')).toBe(false);
  expect(matchesCombo(stroke('k', { ctrlKey: true, altKey: true }), 'Ctrl+k')).toBe(false);
  expect(matchesCombo(stroke('1', { altKey: true }), '1')).toBe(false);
  expect(matchesCombo(stroke('1', { altKey: true }), 'Alt+1')).toBe(true);
});

test('a question mark is one whether or not its layout needs Shift; Shift+Enter is not Enter', () => {
  expect(matchesCombo(stroke('?', { shiftKey: true }), '?')).toBe(true);
  expect(matchesCombo(stroke('?'), '?')).toBe(true);
  expect(matchesCombo(stroke('Enter', { shiftKey: true }), 'Enter')).toBe(false);
  expect(matchesCombo(stroke('Enter', { ctrlKey: true }), 'Ctrl+Enter')).toBe(true);
});
