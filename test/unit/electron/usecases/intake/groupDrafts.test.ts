import { expect, it } from 'vitest';
import { blankDraft, type OrderDraft } from '../../../../../electron/imports/kit/orderDraft.ts';
import {
  createDraftGrouper,
  draftKey,
  rowHash,
} from '../../../../../electron/usecases/intake/groupDrafts.ts';
import { emptyReceiverColumns } from '../../../../../shared/domain/receiverColumns.ts';

const row: OrderDraft = {
  ...blankDraft,
  orderNo: 'A-2026-0001',
  receiver: { ...emptyReceiverColumns, name: '王芳' },
  items: [{ name: '保温杯', sku: '白', skuCode: 'B-1', quantity: 1 }],
};
const changed = (change: Partial<OrderDraft>) => rowHash({ ...row, ...change });

it.each<[string, Partial<OrderDraft>]>([
  ['who gets it', { receiver: { ...emptyReceiverColumns, name: '王方' } }],
  ['how many', { items: [{ name: '保温杯', sku: '白', skuCode: 'B-1', quantity: 2 }] }],
  ['the weight', { weightGrams: 800 }],
  ['the number of boxes', { parcelCount: 2 }],
  ['the money to collect', { codAmountFen: 9_900 }],
  ['the insured value', { insuredValueFen: 50_000 }],
  ['what the buyer writes', { buyerRemark: '轻放' }],
  ['what the seller writes', { sellerRemark: '送人' }],
  ['the carrier', { carrier: 'SF' }],
])('a row of the same order that says otherwise %s says something else', (_what, change) => {
  expect(changed(change)).not.toBe(rowHash(row));
});

it.each<[string, Partial<OrderDraft>]>([
  ['where the row stands', { rowNumber: 99 }],
  ['how far the platform is with it', { verdict: 'skip' }],
])('%s makes no other row', (_what, change) => {
  expect(changed(change)).toBe(rowHash(row));
});

it('a further line belongs to the row above it, not to the first of the sheet', () => {
  const group = createDraftGrouper();
  const unnumbered = { ...row, orderNo: '' };
  const keys = [
    unnumbered,
    { ...unnumbered, isContinuation: true },
    { ...unnumbered, receiver: { ...emptyReceiverColumns, name: '李雷' } },
    { ...unnumbered, isContinuation: true },
  ].map((draft) => group(draft).key);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
  expect(keys[3]).toBe(keys[2]);
});

it('number 1 of one shop is not number 1 of another, a number of a platform is the same in both', () => {
  const keys = (orderNo: string) => ['甲店', '乙店'].map((shop) => draftKey({ orderNo, shop }));
  expect(new Set(keys('1')).size).toBe(2);
  expect(new Set(keys('2026112400000000017')).size).toBe(1);
});
