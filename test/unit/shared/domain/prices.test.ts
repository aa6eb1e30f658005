import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PriceStep, PriceZone } from '../../../../shared/domain/freight.ts';
import {
  priceColumnsOf,
  priceRowsOf,
  priceTableProblem,
  readPriceRows,
} from '../../../../shared/domain/prices.ts';

const placesOf = (name: string) =>
  name === '火星'
    ? null
    : name === '江浙'
      ? [
          { province: '江苏', city: '' },
          { province: '浙江', city: '' },
        ]
      : [{ province: name, city: '' }];
const rowsOf = (zones: readonly PriceZone[]) =>
  priceRowsOf(zones).map((cells, index) => ({ rowNumber: index + 1, cells }));

const grams = fc.integer({ min: 1, max: 30_000 });
const fen = fc.integer({ min: 0, max: 99_999 });
const step: fc.Arbitrary<PriceStep> = fc.oneof(
  fc.record({ kind: fc.constant('flat' as const), upToGrams: grams, amountFen: fen }),
  fc.record({
    kind: fc.constant('continued' as const),
    upToGrams: fc.option(grams),
    firstGrams: grams,
    firstFen: fen,
    stepGrams: grams,
    stepFen: fen,
  }),
);
const limit = ({ upToGrams }: PriceStep) => upToGrams ?? Number.POSITIVE_INFINITY;
const zones = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 }).chain((names) =>
  fc.tuple(
    ...names.map((no) =>
      fc.record({
        name: fc.constant(`${no}区`),
        places: fc.constant([{ province: `省${no}`, city: '' }]),
        steps: fc
          .uniqueArray(step, { minLength: 1, maxLength: 4, selector: limit })
          .map((steps) => steps.sort((a, b) => limit(a) - limit(b))),
        surchargeFen: fen,
      }),
    ),
  ),
);

test('whatever zones a table has, its rows read back as the same zones', () => {
  fc.assert(
    fc.property(zones, (table) => {
      expect(readPriceRows(rowsOf(table), placesOf)).toEqual({ zones: table, refused: [] });
    }),
  );
});

test('a row that names neither zone nor places belongs to the row above, as under a merged cell', () => {
  const read = readPriceRows(
    [
      { rowNumber: 2, cells: { zone: '近', places: '江浙', upToKg: '1', firstYuan: '3' } },
      {
        rowNumber: 3,
        cells: { zone: '', places: '', firstKg: '1', firstYuan: '3', stepKg: '1', stepYuan: '1' },
      },
      { rowNumber: 4, cells: { zone: '', places: '' } },
    ],
    placesOf,
  );
  expect(read.refused).toEqual([]);
  expect(read.zones).toMatchObject([{ name: '近', steps: [{ kind: 'flat' }, { kind: 'continued' }] }]);
  expect(read.zones[0]?.places.length).toBe(2);
});

test('nothing above: a price without a place is refused, and so is an unknown place, each with its column', () => {
  const rows = [
    { rowNumber: 1, cells: { firstYuan: '3', upToKg: '1' } },
    { rowNumber: 2, cells: { zone: '远', places: '火星', firstYuan: '3', upToKg: '1' } },
    { rowNumber: 3, cells: { zone: '近', places: '江浙', firstYuan: '3元半', upToKg: '1' } },
  ];
  expect(readPriceRows(rows, placesOf).refused).toEqual([
    { row: 1, code: 'PRICE_PLACE_UNKNOWN', column: 'places' },
    { row: 2, code: 'PRICE_PLACE_UNKNOWN', column: 'places' },
    { row: 3, code: 'PRICE_CELL_INVALID', column: 'firstYuan' },
  ]);
});

test('a table that could be read two ways names what is wrong', () => {
  const flat = (upToGrams: number): PriceStep => ({ kind: 'flat', upToGrams, amountFen: 1 });
  const zone = (name: string, steps: PriceStep[], province = name): PriceZone => ({
    name,
    places: [{ province, city: '' }],
    steps,
    surchargeFen: 0,
  });
  const sound = {
    validFrom: '',
    validTo: '',
    zones: [zone('甲', [flat(1), flat(2)]), zone('乙', [flat(1)])],
  };
  expect(priceTableProblem(sound)).toBeNull();
  expect(priceTableProblem({ ...sound, validFrom: '2026-12-02', validTo: '2026-12-01' })?.kind).toBe('dates');
  // Prices of one day, as on the day of a sale.
  expect(priceTableProblem({ ...sound, validFrom: '2026-12-12', validTo: '2026-12-12' })).toBeNull();
  expect(priceTableProblem({ ...sound, zones: [zone('甲', [flat(2), flat(2)])] })).toEqual({
    kind: 'steps',
    detail: '甲',
  });
  expect(
    priceTableProblem({ ...sound, zones: [zone('甲', [flat(1)]), zone('乙', [flat(1)], '甲')] }),
  ).toEqual({
    kind: 'place',
    detail: '甲',
  });
});

test.each([
  ['省份 首重(kg) 首重价(元) 续重价(元)', 'places firstKg firstYuan stepYuan'],
  ['省 首重（元） 续重（元/kg）', 'places firstYuan stepYuan'],
  ['目的地 首重 续重', 'places firstYuan stepYuan'],
  ['分区 目的省份 首重 首重价格 续重 续重价格', 'zone places firstKg firstYuan stepKg stepYuan'],
  ['收件省份 首重1公斤价格 续重每公斤', 'places firstYuan stepYuan'],
  ['地区 首费 续费 附加费', 'places firstYuan stepYuan surchargeYuan'],
  ['省份 首重0.5kg价格 续重价', 'places - stepYuan'],
  ['省份/城市 电话 首重价', 'places - firstYuan'],
])('a price table headed %s is read as it is meant', (headers, columns) => {
  expect(
    priceColumnsOf(headers.split(' '))
      .map((column) => column ?? '-')
      .join(' '),
  ).toBe(columns);
});
