import { expect, it } from 'vitest';
import { judgeParcel, type OwnParcel } from '../../../../../electron/insight/reconcile/judgeParcel.ts';
import { usualTolerance } from '../../../../../shared/domain/bills/bill.ts';

/** The first kilogram costs ¥3, each further one ¥1. */
const priceOf = (grams: number | null) =>
  grams === null ? null : 300 + Math.max(0, Math.ceil(grams / 1000) - 1) * 100;
const own = (change: Partial<OwnParcel> = {}): OwnParcel => ({
  carrier: 'ZTO',
  state: 'booked',
  hasMoved: true,
  isReturned: false,
  weightGrams: 800,
  estimateFen: 300,
  priceOf,
  ...change,
});
const billed = (weightGrams: number | null, amountFen: number, returnFen = 0) => ({
  waybillNo: '7361',
  weightGrams,
  amountFen,
  returnFen,
});
const judged = (lines: ReturnType<typeof billed>[], parcel: OwnParcel | null = own()) =>
  judgeParcel({ carrier: 'ZTO', lines }, parcel, usualTolerance);

it.each([
  ['rounded up to the whole kilogram', 1_000, 300, 'matched', 0],
  ['100 g above that and no more', 900, 300, 'matched', 0],
  ['a kilogram too much, at its price', 2_000, 400, 'weight', 100],
  ['a kilogram too much, and dearer than that', 2_000, 460, 'weight-price', 160],
  ['the right weight, ten fen too much', 1_000, 310, 'matched', 0],
  ['the right weight, eleven fen too much', 1_000, 311, 'price', 11],
  ['cheaper than expected', 1_000, 200, 'price', 0],
  ['no weight stated', null, 300, 'matched', 0],
] as const)('%s', (_what, grams, fen, wanted, claimFen) => {
  expect(judged([billed(grams, fen)])).toMatchObject({ class: wanted, claimFen });
});

it('a weight that counts as the same may be priced as ours or as billed, where a kilogram begins between them', () => {
  const heavy = own({ weightGrams: 1_980, estimateFen: 400 });
  for (const fen of [400, 500])
    expect(judged([billed(2_050, fen)], heavy)).toMatchObject({ class: 'matched', claimFen: 0 });
  expect(judged([billed(2_050, 560)], heavy)).toMatchObject({ class: 'price', claimFen: 60 });
});

it('a lighter weight than ours is a difference and nothing to claim', () => {
  const light = judged([billed(500, 300)], own({ weightGrams: 3_000, estimateFen: 500 }));
  expect(light).toMatchObject({ class: 'weight', claimFen: 0 });
});

it('what comes back may be charged twice, what does not may not', () => {
  const lines = [billed(1_000, 300), billed(null, 300, 300)];
  expect(judged(lines, own({ isReturned: true }))).toMatchObject({ class: 'matched' });
  expect(judged(lines)).toMatchObject({ class: 'price', claimFen: 300 });
});

it('money given back claims nothing, whatever is wrong with the parcel, so that it lessens no other claim', () => {
  for (const parcel of [null, own({ carrier: 'SF' }), own({ state: 'voided' }), own({ hasMoved: false })]) {
    expect(judged([billed(1_000, 300)], parcel).claimFen).not.toBe(0);
    expect(judged([billed(1_000, -300)], parcel)).toMatchObject({
      billedFen: -300,
      claimFen: parcel?.state === 'voided' ? null : 0,
    });
  }
});

it('without a price nothing is called right, and nothing wrong', () => {
  const none = own({ estimateFen: null, priceOf: () => null });
  expect(judged([billed(800, 9_900)], none)).toMatchObject({
    class: 'unchecked',
    reason: 'no-price',
    claimFen: 0,
  });
  expect(judged([billed(800, 300)], own({ weightGrams: null }))).toMatchObject({
    class: 'unchecked',
    reason: 'no-own-weight',
  });
});

it('a number that was given back and moved all the same is a claim whose amount a person says', () => {
  expect(judged([billed(800, 300)], own({ state: 'voided' }))).toMatchObject({
    class: 'voided',
    reason: 'moved',
    claimFen: null,
  });
  expect(judged([billed(800, 300)], own({ state: 'voided', hasMoved: null }))).toMatchObject({
    class: 'voided',
    claimFen: 300,
  });
});
