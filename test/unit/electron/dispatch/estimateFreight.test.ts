import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateFreight, type FreightQuestion } from '../../../../electron/dispatch/estimateFreight.ts';
import type { PriceTable } from '../../../../shared/domain/freight.ts';

const table: PriceTable = {
  id: 't1',
  name: '中通 11 月',
  accountId: '',
  carrier: 'ZTO',
  validFrom: '2026-11-01',
  validTo: '2026-11-30',
  parcels: 'each',
  perParcelFen: 10,
  insuranceBasisPoints: 50,
  insuranceLeastFen: 100,
  codBasisPoints: 200,
  codLeastFen: 500,
  zones: [
    {
      name: '一区',
      places: [
        { province: '浙江省', city: '' },
        { province: '广东省', city: '深圳市' },
      ],
      steps: [
        { kind: 'flat', upToGrams: 500, amountFen: 220 },
        {
          kind: 'continued',
          upToGrams: 20_000,
          firstGrams: 1000,
          firstFen: 260,
          stepGrams: 1000,
          stepFen: 80,
        },
      ],
      surchargeFen: 0,
    },
    {
      name: '二区',
      places: [
        { province: '广东省', city: '' },
        { province: '新疆维吾尔自治区', city: '' },
      ],
      steps: [
        {
          kind: 'continued',
          upToGrams: null,
          firstGrams: 1000,
          firstFen: 1500,
          stepGrams: 500,
          stepFen: 600,
        },
      ],
      surchargeFen: 200,
    },
  ],
};

const ask = (change: Partial<FreightQuestion> = {}, tables: readonly PriceTable[] = [table]) =>
  estimateFreight(tables, {
    accountId: 'a1',
    carrier: 'ZTO',
    province: '浙江省',
    city: '杭州市',
    weightGrams: 300,
    parcelCount: 1,
    insuredFen: 0,
    codFen: 0,
    day: '2026-11-25',
    ...change,
  });
const fen = (change: Partial<FreightQuestion>, tables?: readonly PriceTable[]) => {
  const freight = ask(change, tables);
  return freight.isKnown ? freight.amountFen : freight.reason;
};

describe('freight by the merchant’s own prices', () => {
  it.each([
    // Worked out by hand from the table above; 10 fen of paper in each.
    ['a light parcel at one price', { weightGrams: 300 }, 230],
    ['exactly at the limit of a step', { weightGrams: 500 }, 230],
    ['one gram more: first weight', { weightGrams: 501 }, 270],
    ['exactly the first weight', { weightGrams: 1000 }, 270],
    ['a begun kilogram counts whole', { weightGrams: 1001 }, 350],
    ['two and a half kilograms more', { weightGrams: 3500 }, 260 + 3 * 80 + 10],
    ['a city has its own zone', { province: '广东省', city: '深圳市', weightGrams: 800 }, 270],
    ['the rest of its province another', { province: '广东省', city: '广州市', weightGrams: 800 }, 1710],
    [
      'far and heavy',
      { province: '新疆维吾尔自治区', city: '喀什地区', weightGrams: 2600 },
      1500 + 4 * 600 + 200 + 10,
    ],
    ['two parcels of 750 g', { weightGrams: 1500, parcelCount: 2 }, 2 * 270],
    ['insured for ¥100: at least ¥1', { insuredFen: 10_000 }, 230 + 100],
    ['insured for ¥500: 0.5 %', { insuredFen: 50_000 }, 230 + 250],
    ['half a fen counts as one', { insuredFen: 50_100 }, 230 + 251],
    ['¥300 on delivery: 2 %', { codFen: 30_000 }, 230 + 600],
  ])('%s', (_what, change, expected) => {
    expect(fen(change)).toBe(expected);
  });

  it('the lines add up to the sum, and say how often each was counted', () => {
    const freight = ask({ weightGrams: 3500, parcelCount: 1 });
    expect(freight).toMatchObject({
      isKnown: true,
      zoneName: '一区',
      tableName: '中通 11 月',
      lines: [
        { kind: 'first', amountFen: 260, count: 1, grams: 1000 },
        { kind: 'continued', amountFen: 240, count: 3, grams: 1000 },
        { kind: 'perParcel', amountFen: 10, count: 1 },
      ],
    });
  });

  it('what it does not know it says, and never nothing', () => {
    expect(fen({ weightGrams: null })).toBe('no-weight');
    expect(fen({ weightGrams: 0 })).toBe('no-weight');
    expect(fen({ weightGrams: 20_001 })).toBe('overweight');
    expect(fen({ province: '青海省', city: '西宁市' })).toBe('no-zone');
    expect(fen({ carrier: 'SF' })).toBe('no-table');
    expect(fen({ carrier: '' })).toBe('no-carrier');
    expect(fen({ day: '2026-12-01' })).toBe('not-valid-now');
    expect(fen({ day: '2026-10-31' })).toBe('not-valid-now');
  });

  it('the account’s own table comes first, then the one that began last', () => {
    const flat = (id: string, amountFen: number, change: Partial<PriceTable>): PriceTable => ({
      ...table,
      id,
      perParcelFen: 0,
      zones: [
        {
          name: '',
          places: [{ province: '浙江省', city: '' }],
          steps: [{ kind: 'flat', upToGrams: 9000, amountFen }],
          surchargeFen: 0,
        },
      ],
      ...change,
    });
    const old = flat('old', 1, { validFrom: '', validTo: '' });
    const newer = flat('newer', 2, { validFrom: '2026-11-20' });
    const own = flat('own', 3, { accountId: 'a1', validFrom: '' });
    const other = flat('other', 4, { accountId: 'a2' });
    expect(fen({}, [old, newer, other])).toBe(2);
    expect(fen({}, [old, newer, own, other])).toBe(3);
    expect(fen({}, [other])).toBe('no-table');
  });

  it('more weight never costs less within one zone of the sample table', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 20_000 }), (one, other) => {
        const [light, heavy] = [
          fen({ weightGrams: Math.min(one, other) }),
          fen({ weightGrams: Math.max(one, other) }),
        ];
        expect(Number(light)).toBeLessThanOrEqual(Number(heavy));
      }),
    );
  });
});
