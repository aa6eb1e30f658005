import { expect, test } from 'vitest';
import { leftOf, parcelsOf } from '../../../../../../renderer/screens/ship/order/SplitDialog.tsx';

test('what no parcel takes is left, and an empty parcel is none', () => {
  const plan = [
    [1, 0],
    [0, 0],
    [1, 2],
  ];
  expect(leftOf(plan, 0, 5)).toBe(3);
  expect(leftOf(plan, 1, 2)).toBe(0);
  expect(parcelsOf(plan)).toEqual([
    [{ itemIndex: 0, quantity: 1 }],
    [
      { itemIndex: 0, quantity: 1 },
      { itemIndex: 1, quantity: 2 },
    ],
  ]);
});
