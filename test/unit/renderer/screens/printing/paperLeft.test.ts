import { expect, test } from 'vitest';
import { paperLeft } from '../../../../../renderer/screens/printing/PrintersPane.tsx';

test('what is left of a roll is named in amber before it stops the bench', () => {
  expect(paperLeft({ labels: 500, usedLabels: 449 })).toEqual({ labels: 51, isLow: false });
  expect(paperLeft({ labels: 500, usedLabels: 450 })).toEqual({ labels: 50, isLow: true });
});

test('a roll that should be used up has nothing left, never less', () => {
  expect(paperLeft({ labels: 500, usedLabels: 530 })).toEqual({ labels: 0, isLow: true });
});
