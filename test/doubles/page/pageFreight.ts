import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { FreightView, PriceTableRow, PriceTrial } from '../../../shared/contracts/freight.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

const shortNames: Readonly<Record<string, readonly string[]>> = {
  江苏: ['江苏省'],
  浙江: ['浙江省'],
  广东: ['广东省'],
  四川: ['四川省'],
  新疆: ['新疆维吾尔自治区'],
  西藏: ['西藏自治区'],
  江浙沪: ['江苏省', '浙江省', '上海市'],
};

/** As the core would read a name: a few short ones, whole provinces, groups. */
function placesNamed(name: string): { province: string; city: string }[] | null {
  const provinces = shortNames[name] ?? (/(省|市|自治区)$/.test(name) ? [name] : null);
  return provinces?.map((province) => ({ province, city: '' })) ?? null;
}

function priceTrial(orders: PageWorld['orders']): PriceTrial {
  const sums = {
    orders: 420,
    compared: 392,
    beforeFen: 231_450,
    afterFen: 219_870,
    known: 401,
    knownFen: 224_300,
  };
  return {
    isCut: false,
    all: sums,
    own: {
      ...sums,
      orders: 180,
      compared: 180,
      known: 180,
      beforeFen: 93_100,
      afterFen: 90_400,
      knownFen: 90_400,
    },
    unknown: [
      { reason: 'no-zone', orders: 12 },
      { reason: 'no-weight', orders: 7 },
    ],
    missing: [
      { province: '西藏自治区', orders: 9 },
      { province: '海南省', orders: 3 },
    ],
    moved: 60,
    moves: orders.slice(0, 40).map((row, index) => ({
      orderId: row.id,
      orderNo: row.orderNo,
      place: `${row.receiver.province}${row.receiver.city}`,
      weightGrams: 1_200,
      zoneName: '一区',
      beforeFen: index % 7 === 0 ? null : 420,
      afterFen: 400,
    })),
  };
}

/** Price tables of the page's double. */
export function pageFreight(os: Os, { options, own, now, tell, fail, orders }: PageWorld) {
  type Table = Parameters<Parameters<typeof os.freight.saveTable.handler>[0]>[0]['input']['table'];
  const zone = (
    name: string,
    province: string,
    firstFen: number,
    stepFen: number,
  ): Table['zones'][number] => ({
    name,
    places: [{ province, city: '' }],
    steps: [
      { kind: 'flat', upToGrams: 500, amountFen: firstFen - 40 },
      { kind: 'continued', upToGrams: null, firstGrams: 1000, firstFen, stepGrams: 1000, stepFen },
    ],
    surchargeFen: name === '偏远' ? 200 : 0,
  });
  let tables: Table[] = options.isFresh
    ? []
    : [
        {
          id: 'price-1',
          name: '中通 2026 年 11 月',
          accountId: '',
          carrier: 'ZTO',
          validFrom: '2026-11-01',
          validTo: '',
          parcels: 'each',
          perParcelFen: 20,
          insuranceBasisPoints: 50,
          insuranceLeastFen: 100,
          codBasisPoints: 0,
          codLeastFen: 0,
          zones: [
            zone('一区', '浙江省', 260, 80),
            zone('二区', '广东省', 320, 150),
            zone('偏远', '新疆维吾尔自治区', 1500, 1200),
          ],
        },
      ];
  const rows = (): PriceTableRow[] =>
    tables.map(({ id, name, accountId, carrier, validFrom, validTo, zones }) => ({
      id,
      name,
      accountId,
      accountName: own.accounts.find((one) => one.id === accountId)?.name ?? '',
      carrier,
      validFrom,
      validTo,
      zones: zones.length,
      state: 'valid',
    }));
  const known: FreightView = {
    isKnown: true,
    amountFen: 440,
    source: 'table',
    lines: [
      { kind: 'first', amountFen: 260, count: 1, grams: 1000 },
      { kind: 'continued', amountFen: 160, count: 2, grams: 1000 },
      { kind: 'perParcel', amountFen: 20, count: 1, grams: null },
    ],
    tableName: '中通 2026 年 11 月',
    zoneName: '一区',
    checkedAt: null,
  };
  const { freight } = os;
  return {
    tables: freight.tables.handler(rows),
    table: freight.table.handler(
      ({ input }) => tables.find(({ id }) => id === input.id) ?? fail('PRICE_TABLE_NOT_FOUND'),
    ),
    saveTable: freight.saveTable.handler(({ input }) => {
      tables = [...tables.filter(({ id }) => id !== input.table.id), input.table];
      tell('rules');
      return rows();
    }),
    removeTable: freight.removeTable.handler(({ input }) => {
      tables = tables.filter(({ id }) => id !== input.id);
      tell('rules');
      return rows();
    }),
    readFile: freight.readFile.handler(() => ({
      zones: [zone('一区', '江苏省', 280, 90)],
      refused: [{ row: 4, code: 'PRICE_PLACE_UNKNOWN', column: 'places' }],
    })),
    writeTemplate: freight.writeTemplate.handler(() => ({ fileToken: 'price-table', name: '价格表.xlsx' })),
    writeFile: freight.writeFile.handler(() => ({ fileToken: 'price-table', name: '价格表.xlsx' })),
    readPlaces: freight.readPlaces.handler(({ input }) =>
      input.names.map((name) => ({ name, places: placesNamed(name) })),
    ),
    try: freight.try.handler(() => priceTrial(orders)),
    ofOrder: freight.ofOrder.handler(() => [
      {
        accountId: 'a1',
        accountName: '练习账号',
        carrier: 'ZTO',
        canAsk: false,
        canAskArrival: false,
        freight: known,
      },
      {
        accountId: 'a1',
        accountName: '练习账号',
        carrier: 'SF',
        canAsk: true,
        canAskArrival: true,
        freight: { isKnown: false, reason: 'no-table' },
      },
    ]),
    ask: freight.ask.handler(() => ({
      ...known,
      source: 'platform',
      lines: [],
      tableName: '',
      zoneName: '',
      checkedAt: now(),
    })),
    askArrival: freight.askArrival.handler(() => ({
      expectedAt: now() + 2 * 86_400_000,
      words: '后天下午可达',
      checkedAt: now(),
    })),
  };
}
