import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { FreightView } from '../../../shared/contracts/freight.ts';
import type { OrderRow } from '../../../shared/contracts/orders.ts';
import { mayDo } from '../../../shared/domain/operator.ts';
import { samplePersonalData } from './pageRetention.ts';
import { pageTracks } from './pageTracks.ts';
import { type PageWorld, shows } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

function sorted(
  rows: readonly OrderRow[],
  { by, isDescending }: { by: 'createdAt' | 'orderNo' | 'paidAt' | 'shipBy'; isDescending: boolean },
): OrderRow[] {
  const sign = isDescending ? -1 : 1;
  return [...rows].sort((one, other) => sign * ((one[by] ?? Infinity) < (other[by] ?? Infinity) ? -1 : 1));
}

/** So many numbers that begin alike are found, the newest. */
const mostBegun = 5_000;

const isCutShort = (orders: readonly OrderRow[], search: string): boolean =>
  orders.filter(({ orderNo }) => orderNo.startsWith(search)).length > mostBegun;

function foundBy(orders: readonly OrderRow[], search: string | undefined): readonly OrderRow[] {
  if (search === undefined) return orders;
  const found = orders.filter((row) => shows(row, undefined, search));
  return isCutShort(orders, search) ? found.slice(0, mostBegun) : found;
}

/** Orders of three pieces travel in three boxes; the last has no label yet. */
function sampleParcels({ quantity, waybillNo, printState }: OrderRow) {
  if (quantity !== 3 || waybillNo === '') return [];
  return [1, 2, 3].map((no) => ({
    no,
    waybillNo: no === 1 ? waybillNo : `${waybillNo}${no}`,
    printState: no === 3 ? null : printState,
    copies: no === 3 || printState === null ? 0 : 1,
    trackingState: 'none' as const,
  }));
}

/** What a booking got that a restored backup has missed. */
const numberBefore = '73610555582883';

function complaintsOf({ state, holdReason, orderNo }: OrderRow) {
  if (holdReason === 'booked-before') {
    const params = { orderNo, orderCode: `${orderNo}-4F0A81C2D9`, waybillNo: numberBefore };
    return [{ code: 'NUMBER_BOOKED_BEFORE_RESTORE', field: 'orderNo', params }];
  }
  return state === 'needs-review' ? [{ code: 'district_ambiguous', field: 'district' }] : [];
}

/** The one search by name that is beyond the budget, until somebody allows more. */
const spentSearch = '用完了';

function pageSearches({ own, fail, approvals }: PageWorld) {
  let isAllowed = false;
  return {
    take(search: string | undefined): void {
      const isBeyond = search === spentSearch && !isAllowed && !mayDo(own.actor(), 'seePersonalData');
      if (isBeyond) fail('SEARCH_NAMES_SPENT', { minutes: 16 });
    },
    allow({ approvalIds }: { readonly approvalIds?: readonly string[] | undefined }) {
      approvals.unlessMine(own.actor(), 'seePersonalData', { orderId: '', approvalIds });
      approvals.spend({ orderId: '', approvalIds });
      isAllowed = true;
      return { left: 30 };
    },
  };
}

/** Orders, booking and tracking of the page's double. */

const readyOf = (orders: readonly OrderRow[]) => orders.filter(({ state }) => state === 'ready');

function goodsGroupsOf(orders: readonly OrderRow[]) {
  const counts = new Map<string, number>();
  for (const { goodsText } of readyOf(orders)) counts.set(goodsText, (counts.get(goodsText) ?? 0) + 1);
  return [...counts]
    .map(([goodsText, count]) => ({ goodsText, orders: count }))
    .sort((left, right) => right.orders - left.orders);
}

const noSale = {
  buyer: '',
  originalNo: '',
  amount: '',
  paid: '',
  payChannel: '',
  warehouse: '',
  flag: '',
  orderedAt: null,
  oaid: '',
};
const sampleSale = {
  ...noSale,
  buyer: '小满的店',
  originalNo: '3571000000000012345',
  amount: '128.00',
  paid: '119.90',
  payChannel: '微信支付',
  warehouse: '昆明仓',
};

const noWishes = {
  sender: '',
  product: '',
  payment: '',
  monthlyCard: '',
  volume: '',
  returnSlip: '',
  services: '',
} as const;

const manyWishes = {
  sender: '周样板 13900000009 浙江省 杭州市 余杭区 样板大道9号',
  product: '标准快递',
  payment: 'monthly',
  monthlyCard: '****9999',
  volume: '30*20*10cm',
  returnSlip: 'yes',
  services: 'IN26=1',
} as const;

export function pageShipping(os: Os, world: PageWorld) {
  const { orders, own, now, find, change, count, slice, workQueue, selected } = world;
  const searches = pageSearches(world);
  return {
    orders: {
      // Without a filter the list itself is cut, so that a hundred thousand orders cost no more than a hundred.
      window: os.orders.window.handler(({ input }) => {
        const { state, search } = input.filter;
        searches.take(search);
        // What an import brought: twenty that are ready, three for a person.
        if (input.filter.importId !== undefined)
          return slice(
            orders.filter((row) => shows(row, state, search)).slice(0, state === 'ready' ? 20 : 3),
            input,
          );
        const isWhole = state === undefined && search === undefined;
        const found = isWhole
          ? orders
          : foundBy(orders, search).filter((row) => shows(row, state, undefined));
        return slice(input.sort === undefined ? found : sorted(found, input.sort), input);
      }),
      allowNameSearches: os.orders.allowNameSearches.handler(({ input }) => searches.allow(input)),
      goodsGroups: os.orders.goodsGroups.handler(() => ({ groups: goodsGroupsOf(orders) })),
      goodsWindow: os.orders.goodsWindow.handler(({ input: { offset, limit } }) => {
        const rows = goodsGroupsOf(orders).flatMap(({ goodsText }) =>
          readyOf(orders).filter((row) => row.goodsText === goodsText),
        );
        return { total: rows.length, rows: rows.slice(offset, offset + limit) };
      }),
      counts: os.orders.counts.handler(({ input }) => {
        searches.take(input.search);
        const counts: Record<string, number> = { all: 0 };
        for (const row of foundBy(orders, input.search)) {
          counts.all! += 1;
          for (const state of [row.state, 'unsure', 'failed', 'unprinted', 'alarm', 'due']) {
            if (shows(row, state, undefined)) counts[state] = (counts[state] ?? 0) + 1;
          }
        }
        return counts;
      }),
      detail: os.orders.detail.handler(({ input }) => {
        const row = find(input.orderId);
        const plannedBy = world.options.operator === null ? '' : '王芳';
        return {
          ...row,
          receiverText: '',
          items: [
            {
              name: row.goodsText.split(' ×')[0] ?? '',
              sku: '默认规格',
              skuCode: 'SKU-01',
              quantity: row.quantity,
            },
          ],
          parcelCount: row.quantity === 3 ? 3 : 1,
          parcels: sampleParcels(row),
          codAmountFen: 0,
          wishes: row.goodsText.endsWith('×3') ? manyWishes : noWishes,
          sale: row.goodsText.endsWith('×3') ? sampleSale : noSale,
          insuredValueFen: 12_800,
          buyerRemark: '麻烦放驿站',
          sellerRemark: '',
          freight: row.freightFen === null ? null : sampleFreight(row.freightFen),
          expectedDate: '',
          receiptWaybillNo: '',
          sentAs: [],
          complaints: complaintsOf(row),
          personalData: samplePersonalData(row, own.retention, now()),
          history: [
            { at: row.createdAt, kind: 'imported', operator: '', code: '', note: '订单 11-25.xlsx' },
            ...(row.shipmentState === null
              ? []
              : [{ at: row.createdAt + 60_000, kind: 'planned', operator: plannedBy, code: '', note: '' }]),
            ...(row.waybillNo === ''
              ? []
              : [
                  { at: row.createdAt + 90_000, kind: 'booked', operator: '', code: '', note: row.waybillNo },
                ]),
            ...(row.errorCode === ''
              ? []
              : [
                  {
                    at: row.createdAt + 90_000,
                    kind: row.shipmentState === 'unsure' ? 'unsure' : 'refused',
                    operator: '',
                    code: row.errorCode,
                    note: '',
                  },
                ]),
          ],
        };
      }),
      cancel: os.orders.cancel.handler(({ input }) => change(input.orderId, { state: 'cancelled' })),
      hold: os.orders.hold.handler(({ input }) =>
        change(input.orderId, {
          state: 'held',
          holdReason: input.reason,
          holdNote: input.note,
          heldAt: now(),
        }),
      ),
      holdCounts: os.orders.holdCounts.handler(() => {
        const counts: Record<string, number> = {};
        for (const { state, holdReason } of orders)
          if (state === 'held' && holdReason !== '') counts[holdReason] = (counts[holdReason] ?? 0) + 1;
        return counts;
      }),
      searchLimit: os.orders.searchLimit.handler(({ input }) => ({
        most: isCutShort(orders, input.search) ? mostBegun : null,
      })),
      release: os.orders.release.handler(({ input }) =>
        change(input.orderId, {
          ...(input.answer === 'same-parcel'
            ? { state: 'booked', shipmentState: 'booked', waybillNo: numberBefore }
            : { state: 'ready' }),
          holdReason: '',
          holdNote: '',
          heldAt: null,
          errorCode: '',
        }),
      ),
      edit: os.orders.edit.handler(({ input: { orders: chosen, changes } }) => {
        const { weight, boxes: _, carrier, sellerRemark: __, ...rest } = changes;
        for (const { orderId } of chosen) {
          const { receiver } = find(orderId);
          const named = Object.entries(rest).filter(([field]) => Object.hasOwn(receiver, field));
          change(orderId, {
            receiver: { ...receiver, ...Object.fromEntries(named) },
            ...(carrier === undefined ? {} : { carrier }),
            ...(weight === undefined ? {} : { weightGrams: Number.parseInt(weight, 10) }),
          });
        }
        const queuedAgain = chosen.filter(({ orderId }) => find(orderId).state === 'booking').length;
        return { stepId: 'edit-1', edited: chosen.length, queuedAgain, notQueued: [], refused: [] };
      }),
    },
    ship: {
      preview: os.ship.preview.handler(({ input }) => {
        const rows = selected(input.selection);
        const ready = count(rows, (row) => shows(row, 'ready', undefined));
        return { orders: ready, notReady: rows.length - ready, expectedSeconds: ready / 3 };
      }),
      book: os.ship.book.handler(({ input }) => {
        const rows = selected(input.selection);
        const ready = rows.filter((row) => shows(row, 'ready', undefined));
        for (const row of ready)
          change(row.id, { state: 'booking', shipmentState: 'planned', carrier: input.carrier });
        workQueue(input.printerUri);
        return {
          planned: ready.length,
          held: 0,
          refused: rows
            .filter((row) => !ready.includes(row))
            .map(({ orderNo }) => ({ orderNo, code: 'ORDER_STATE_REFUSES' })),
        };
      }),
      retryFailed: os.ship.retryFailed.handler(({ input }) => {
        const failed = orders.filter(
          (row) => input.orderIds.includes(row.id) && row.shipmentState === 'refused',
        );
        for (const row of failed) change(row.id, { state: 'booking', shipmentState: 'planned' });
        workQueue(null);
        return { planned: failed.length };
      }),
    },
    track: pageTracks(world, os),
  };
}

function sampleFreight(amountFen: number): FreightView {
  const continued = amountFen - 500;
  return {
    isKnown: true,
    amountFen,
    source: 'table',
    lines: [
      { kind: 'first', amountFen: 500, count: 1, grams: 1_000 },
      { kind: 'continued', amountFen: continued, count: 1, grams: 1_000 },
    ],
    tableName: '中通 2026',
    zoneName: '华东',
    checkedAt: null,
  };
}
