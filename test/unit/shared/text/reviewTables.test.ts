import { expect, it } from 'vitest';
import type { Review } from '../../../../shared/domain/insight/review.ts';
import { reviewTables } from '../../../../shared/text/reviewTables.ts';

const none = { booked: null, printed: null, collected: null, signed: null };
const empty: Review = {
  kind: 'week',
  from: 0,
  to: 604_800_000,
  madeAt: 0,
  isFinished: true,
  volume: { now: none, before: none, days: [], carriers: [] },
  calls: {
    knownSince: null,
    calls: 0,
    errorShare: null,
    before: { calls: 0, errorShare: null },
    lines: [],
    codes: [],
  },
  availability: [],
  traces: { booked: 0, traced: 0, share: null, isFew: true },
  cases: { opened: 0, solved: 0, openNow: 0, medianHours: null, kinds: [] },
  labels: { printed: 0, reprinted: 0, failed: 0, unsure: 0, share: null, isFew: true },
  corrections: { corrected: 0, undone: 0 },
  operators: null,
};
const table = (review: Review, id: string) =>
  reviewTables(review, 'zh-CN', (name) => name).find((part) => part.id === id);

it('calls unknown what nobody knows, and never nought', () => {
  expect(table(empty, 'volume')?.rows[0]).toEqual(['取号（单）', '未知', '未知', '未知']);
  expect(table(empty, 'traces')?.rows[0]?.at(-1)).toBe('未知');
});

it('never rounds an availability up to all, and says so of few minutes', () => {
  const row = { platform: 'sf', worked: 9_999, failed: 1, unknown: 0 };
  const availability = [
    { ...row, share: 0.999_96, isFew: false },
    { ...row, share: 1, isFew: true },
  ];
  expect(table({ ...empty, availability }, 'availability')?.rows.map(([, share]) => share)).toEqual([
    '99.99%',
    '100.00%（样本少）',
  ]);
});

it('has a cell for every head, and says of what is not shown why', () => {
  for (const { head, rows, id } of reviewTables(empty, 'en', (name) => name))
    for (const cells of rows) expect(cells.length, id).toBe(head.length);
  expect(table(empty, 'operators')).toMatchObject({ rows: [], note: '需要店长权限' });
});

it('names the unit of each figure: a booking of three boxes is one order, three labels and three parcels', () => {
  const now = { booked: 1, printed: 3, collected: 3, signed: 2 };
  const rows = (language: 'zh-CN' | 'en') =>
    reviewTables({ ...empty, volume: { ...empty.volume, now } }, language, (name) => name)[0]?.rows.slice(
      0,
      4,
    );
  expect(rows('zh-CN')?.map(([name, count]) => [name, count])).toEqual([
    ['取号（单）', '1'],
    ['打印（张）', '3'],
    ['揽收（件）', '3'],
    ['签收（件）', '2'],
  ]);
  expect(rows('en')?.map(([name]) => name)).toEqual([
    'Booked (orders)',
    'Printed (labels)',
    'Picked up (parcels)',
    'Signed for (parcels)',
  ]);
});
