import { expect, test } from 'vitest';
import { formatMm, readMm } from '../../../../../renderer/parts/form/MmField.tsx';

test('millimetres are read as people type them, and come back the same', () => {
  expect(readMm('12')).toBe(120);
  expect(readMm(' 12.5 ')).toBe(125);
  expect(readMm('12,5')).toBe(125);
  expect(readMm('-0.3')).toBe(-3);
  expect(formatMm(125)).toBe('12.5');
  expect(formatMm(120)).toBe('12');
});

test('what is no length with one decimal is not guessed', () => {
  for (const typed of ['', 'abc', '1.25', '1e3', '12.5mm', '--1', '99999']) expect(readMm(typed)).toBeNull();
});
