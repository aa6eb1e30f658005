import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { ReturnRow } from '../../../shared/contracts/tracking/parcelCare.ts';
import {
  openReturnStandings,
  type ReturnStanding,
  returnStandings,
} from '../../../shared/domain/cases/parcelCare.ts';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

/** Of each kind some: announced, on their way, here. */
function sampleReturns({ orders, now, options }: PageWorld): ReturnRow[] {
  if (options.isFresh) return [];
  const standings: readonly ReturnStanding[] = [
    'expected',
    'told',
    'unscanned',
    'received',
    'expected',
    'told',
  ];
  const booked = orders.filter(({ waybillNo }) => waybillNo !== '');
  const rows = standings.map((standing, index): ReturnRow => {
    const order = booked[index];
    const isTold = standing === 'told' || standing === 'unscanned';
    return {
      returnId: isTold ? '' : `r${index}`,
      waybillNo: isTold ? (order?.waybillNo ?? '') : `SF13856287167${30 + index}`,
      carrier: isTold ? 'ZTO' : 'SF',
      orderId: order?.id ?? '',
      orderNo: order?.orderNo ?? '',
      outwardNo: order?.waybillNo ?? '',
      reason: isTold ? 'refused' : '尺码不合适',
      standing,
      sinceAt: now() - (index + 1) * dayMs,
      createdBy: isTold ? '' : '店主',
      receivedBy: standing === 'received' ? '小李' : '',
      note: '',
    };
  });
  return [...rows, newReturn('JT0005091188', now() - dayMs)];
}

const newReturn = (waybillNo: string, sinceAt: number): ReturnRow => ({
  returnId: `r-${waybillNo}`,
  waybillNo,
  carrier: '',
  orderId: '',
  orderNo: '',
  outwardNo: '',
  reason: '',
  standing: 'unknown',
  sinceAt,
  createdBy: '店主',
  receivedBy: '店主',
  note: '',
});

/** As the core keeps it. */
function stored({ standing, sinceAt, ...row }: ReturnRow) {
  const ended = { expected: 'expected', dropped: 'dropped' } as const;
  const state = standing === 'expected' || standing === 'dropped' ? ended[standing] : ('received' as const);
  return {
    ...row,
    returnId: row.returnId || 'r',
    state,
    createdAt: sinceAt ?? 0,
    receivedAt: state === 'received' ? sinceAt : null,
  };
}

/** The desk of returns of the page's double. */
export function pageReturns(os: Os, world: PageWorld) {
  const { now, tell, fail, slice, orders, own, options } = world;
  const rows = sampleReturns(world);
  const countUnowned = (): void => {
    if (options.hasUnownedReturns === true)
      own.unownedReturns = rows.filter(({ standing }) => standing === 'unknown').length;
  };
  countUnowned();
  const at = (waybillNo: string) => rows.findIndex((row) => row.waybillNo === waybillNo.toUpperCase());
  const put = (row: ReturnRow): ReturnRow => {
    const index = at(row.waybillNo);
    if (index < 0) rows.push(row);
    else rows[index] = row;
    countUnowned();
    tell('tracking');
    return row;
  };
  const known = (waybillNo: string) => rows[at(waybillNo)] ?? fail('RETURN_NOT_FOUND', { waybillNo });
  const orderOf = (orderNo: string) =>
    orders.find((one) => one.orderNo === orderNo) ?? fail('ORDER_NOT_FOUND', { orderNo });
  return {
    returns: os.parcelCare.returns.handler(({ input: { standing, search = '', ...window } }) =>
      slice(
        rows.filter((row) => {
          if (search !== '') return `${row.waybillNo} ${row.outwardNo} ${row.orderNo}`.includes(search);
          return standing === undefined
            ? openReturnStandings.includes(row.standing)
            : row.standing === standing;
        }),
        window,
      ),
    ),
    returnCounts: os.parcelCare.returnCounts.handler(
      () =>
        Object.fromEntries(
          returnStandings.map((of) => [of, rows.filter(({ standing }) => standing === of).length]),
        ) as Record<ReturnStanding, number>,
    ),
    expectReturn: os.parcelCare.expectReturn.handler(({ input: { orderNo, waybillNo, carrier, reason } }) => {
      if (at(waybillNo) >= 0) fail('RETURN_KNOWN', { waybillNo, orderNo });
      const { id: orderId, waybillNo: outwardNo } = orderOf(orderNo);
      const row = newReturn(waybillNo.toUpperCase(), now());
      return stored(put({ ...row, carrier, orderId, orderNo, outwardNo, reason, standing: 'expected' }));
    }),
    scanReturn: os.parcelCare.scanReturn.handler(({ input: { waybillNo } }) => {
      const before = rows[at(waybillNo)];
      if (before?.standing === 'received') return { ...stored(before), isNew: false, wasReceived: true };
      const row = before ?? newReturn(waybillNo.toUpperCase(), now());
      const standing = row.orderId === '' ? ('unknown' as const) : ('received' as const);
      return {
        ...stored(put({ ...row, standing, sinceAt: now() })),
        isNew: before === undefined,
        wasReceived: false,
      };
    }),
    ownReturn: os.parcelCare.ownReturn.handler(({ input: { waybillNo, orderNo } }) => {
      const { id: orderId, waybillNo: outwardNo } = orderOf(orderNo);
      return stored(put({ ...known(waybillNo), orderId, orderNo, outwardNo, standing: 'received' }));
    }),
    dropReturn: os.parcelCare.dropReturn.handler(({ input }) =>
      stored(put({ ...known(input.waybillNo), standing: 'dropped' })),
    ),
  };
}
