import { expect, test } from 'vitest';
import { pxPerTenthIn } from '../../../../../../renderer/screens/labels/editor/Stage.tsx';

const area = { width: 760, height: 400 };

test('a dot of the label gets whole pixels where there is room for one', () => {
  const perDot = pxPerTenthIn({ width: 1_000, height: 1_000 }, area, 0.8) / 0.8;
  expect(perDot).toBe(1);
  expect(pxPerTenthIn({ width: 1_300, height: 1_000 }, area, 0.8) / 0.8).toBe(2);
});

test('a label larger than its room is drawn as large as fits', () => {
  expect(pxPerTenthIn({ width: 380, height: 1_000 }, area, 0.8)).toBe(0.5);
  expect(pxPerTenthIn({ width: 1_000, height: 1_000 }, area, undefined)).toBeCloseTo(1.316, 3);
});
