import type { BenchLine, BenchParcel } from '../../../../electron/packing/benchParcel.ts';
import type { OpeningFacts } from '../../../../electron/packing/judgeOpening.ts';

export const line = (key: string, quantity: number, change: Partial<BenchLine> = {}): BenchLine => ({
  keys: key === '' ? [] : [key],
  quantity,
  counted: 0,
  elsewhere: 0,
  hasSerials: false,
  ...change,
});

/** Two of A and one of B, booked, with nothing in it. */
export const boxOf = (change: Partial<BenchParcel> = {}): BenchParcel => ({
  orderNo: 'N1',
  lines: [line('A', 2), line('B', 1)],
  isLast: true,
  isBooked: true,
  hasWeight: false,
  doubtfulGrams: null,
  label: 'none',
  isPrintedHere: false,
  passed: { items: false, weight: false, label: false },
  pendingKey: '',
  ...change,
});

/** The same with its goods in it. */
export const fullBox = (change: Partial<BenchParcel> = {}): BenchParcel =>
  boxOf({ lines: [line('A', 2, { counted: 2 }), line('B', 1, { counted: 1 })], ...change });

/** A plain booked order against which nothing speaks. */
export const factsOf = (change: Partial<OpeningFacts> = {}): OpeningFacts => ({
  state: 'booked',
  shop: '旗舰店',
  carrier: 'ZTO',
  alarm: '',
  isRefundHeld: false,
  hasChange: false,
  goodsDoubt: '',
  isMasked: false,
  shipmentState: 'booked',
  packState: null,
  label: 'none',
  isBenchHeld: false,
  isOpenElsewhere: false,
  isByLabel: false,
  ...change,
});
