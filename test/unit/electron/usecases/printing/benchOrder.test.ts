import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Order } from '../../../../../electron/store/schema.ts';
import { benchOrder, shelfOf } from '../../../../../electron/usecases/printing/benchOrder.ts';
import { labelOrderKeys } from '../../../../../shared/domain/printing/printJob.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

function order(no: number, skuCode: string, quantity: number, sellerRemark = ''): Order {
  const items = [{ name: '商品', sku: '', skuCode, quantity }];
  return { ...sampleOrder(no), itemsJson: JSON.stringify(items), quantity, sellerRemark };
}

const numbers = (orders: readonly Order[]) => orders.map(({ quantity }) => quantity);

describe('the order of labels at the bench', () => {
  const orders = [
    order(1, 'B-10', 3, '货位:B-02'),
    order(2, 'A-2', 1),
    order(3, 'B-2', 2, '急件 库位 A-11'),
    order(4, 'A-2', 4, '架位：A-9'),
  ];

  it.each([
    ['chosen', false, [3, 1, 2, 4]],
    ['chosen', true, [4, 2, 1, 3]],
    ['sku', false, [1, 4, 2, 3]],
    ['quantity', false, [1, 2, 3, 4]],
    ['quantity', true, [4, 3, 2, 1]],
    ['shelf', false, [4, 2, 3, 1]],
  ] as const)('%s, reversed %s', (by, isReversed, expected) => {
    expect(numbers(benchOrder(orders, { by, isReversed }))).toEqual(expected);
  });

  it('never loses or doubles a label', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ maxLength: 6 }), fc.nat(9), fc.string({ maxLength: 12 })), {
          maxLength: 30,
        }),
        fc.constantFrom(...labelOrderKeys),
        fc.boolean(),
        (rows, by, isReversed) => {
          const given = rows.map(([sku, quantity, remark], no) => order(no, sku, quantity, remark));
          const ids = (list: readonly Order[]) => list.map(({ id }) => id).sort();
          expect(ids(benchOrder(given, { by, isReversed }))).toEqual(ids(given));
        },
      ),
    );
  });

  it('reads a shelf only where one is named', () => {
    expect(orders.map(shelfOf)).toEqual(['B-02', '', 'A-11', 'A-9']);
  });
});
