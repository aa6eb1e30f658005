import type { GivenOrder, ShownOrder } from '../../../shared/contracts/door/automation.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { describeComplaint } from '../../../shared/text/describeError.ts';
import { maskParams } from '../../privacy/maskReply.ts';
import type { Order } from '../../store/schema.ts';
import { type AttentionRow, importOrders } from '../intake/importOrders.ts';
import { orderByNumber } from '../orders/select.ts';
import { shownEvents } from '../tracking/shownTracking.ts';
import { readSettings } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';

type Cell = (order: GivenOrder, goods: GivenOrder['goods'][number] | undefined) => string | number;

/** An order as rows of a table, one for each of its goods: what is handed over goes the way of every order file. */
const columns: Readonly<Record<string, readonly [header: string, cell: Cell]>> = {
  orderNo: ['订单号', ({ orderNo }) => orderNo],
  shop: ['店铺', ({ shop }) => shop],
  receiverName: ['收货人', ({ receiver }) => receiver.name],
  receiverPhone: ['手机', ({ receiver }) => receiver.phone],
  province: ['省', ({ receiver }) => receiver.province],
  city: ['市', ({ receiver }) => receiver.city],
  district: ['区', ({ receiver }) => receiver.district],
  town: ['街道', ({ receiver }) => receiver.town],
  addressDetail: ['详细地址', ({ receiver }) => receiver.detail],
  fullAddress: ['收货地址', ({ receiver }) => receiver.address],
  goodsName: ['商品名称', (_order, goods) => goods?.name ?? ''],
  sku: ['规格', (_order, goods) => goods?.sku ?? ''],
  skuCode: ['商家编码', (_order, goods) => goods?.skuCode ?? ''],
  quantity: ['数量', (_order, goods) => goods?.quantity ?? ''],
  packageCount: ['件数', ({ packages }) => (packages === 1 ? '' : packages)],
  buyerRemark: ['买家留言', ({ buyerRemark }) => buyerRemark],
  sellerRemark: ['卖家备注', ({ sellerRemark }) => sellerRemark],
  carrier: ['快递公司', ({ carrier }) => carrier],
  payTime: ['付款时间', ({ paidAt }) => paidAt ?? ''],
};

/** A cell of tab-separated text. */
const cellText = (value: string | number): string =>
  `"${String(value)
    .replace(/[\t\r\n]+/g, ' ')
    .replaceAll('"', '""')}"`;

function tableOf(orders: readonly GivenOrder[]): string {
  const all = Object.entries(columns);
  // A column that is empty in all rows would ask a question of its own.
  const used = all.filter(
    ([field, [, cell]]) =>
      field === 'orderNo' || orders.some((order) => cellsOf(order, cell).some((value) => value !== '')),
  );
  const rows = orders.flatMap((order) =>
    goodsOf(order).map((goods) => used.map(([, [, cell]]) => cellText(cell(order, goods))).join('\t')),
  );
  return [used.map(([, [header]]) => cellText(header)).join('\t'), ...rows].join('\n');
}

const goodsOf = ({ goods }: GivenOrder) => (goods.length === 0 ? [undefined] : goods);
const cellsOf = (order: GivenOrder, cell: Cell) => goodsOf(order).map((goods) => cell(order, goods));

const isoTime = (at: number): string => new Date(at).toISOString();

/** Nobody's personal data: whoever handed the order over has it. */
function shownOrder(order: Order): ShownOrder {
  const { orderNo, state, shop, carrier, bookedCarrier, waybillNo, platform, shipmentState, printState } =
    order;
  const isVoided = shipmentState === 'voided';
  return {
    orderNo,
    state,
    shop,
    carrier: bookedCarrier === '' ? carrier : bookedCarrier,
    waybillNo: isVoided ? '' : waybillNo,
    platform,
    shipmentState,
    printState,
    code: order.errorCode,
    createdAt: isoTime(order.createdAt),
    updatedAt: isoTime(order.updatedAt),
  };
}

function questionOf({ orderNo, code, field, params }: AttentionRow, language: Language) {
  const { says, next } = describeComplaint(
    code,
    maskParams({ orderNo, ...params }),
    language,
    'commandLine',
  ) ?? {
    says: code,
    next: '',
  };
  return { orderNo, code, field, message: says, suggestion: next };
}

/** Stores what a program hands over: validated, merged with what is known and asked about as the rows of an order file are. */
export async function takeOrders(
  workspace: Workspace,
  orders: readonly GivenOrder[],
  { name, language }: { readonly name: string; readonly language: Language },
) {
  const { minConfidence } = await readSettings(workspace);
  const request = { path: name, overrides: { pasted: tableOf(orders) }, minConfidence, isDryRun: false };
  const taken = await importOrders(workspace, request);
  if (!taken.ok) return taken;
  const { imported, duplicates, changed, needsReview, rejected, attention } = taken.value;
  const numbers = [...new Set(orders.map(({ orderNo }) => orderNo.trim()))];
  const found = await Promise.all(numbers.map((orderNo) => workspace.store.read.orders.ofNumber(orderNo)));
  return done({
    imported,
    duplicates,
    changed,
    needsReview,
    rejected,
    questions: attention.map((row) => questionOf(row, language)),
    orders: found.flat().map(shownOrder),
  });
}

export async function listOrders(
  { store }: Workspace,
  {
    state,
    offset,
    limit,
  }: { readonly state?: Order['state'] | undefined; readonly offset: number; readonly limit: number },
) {
  const filter = state === undefined ? {} : { state };
  const rows = await store.read.orders.window(
    filter,
    { offset, limit },
    { by: 'createdAt', isDescending: true },
  );
  return { total: await store.read.orders.count(filter), orders: rows.map(shownOrder) };
}

export async function showOrder({ store }: Workspace, orderNo: string): Promise<Outcome<ShownOrder>> {
  const found = await orderByNumber(store.read, orderNo);
  return found.ok ? done(shownOrder(found.value)) : found;
}

export async function showTracking(workspace: Workspace, waybillNo: string) {
  const row = await workspace.store.read.tracking.byWaybill(waybillNo.trim().toUpperCase());
  if (row === undefined) return failure('WAYBILL_NOT_FOUND', { waybillNo });
  const events = await shownEvents(workspace, row);
  return done({
    waybillNo: row.waybillNo,
    orderNo: row.orderNo,
    carrier: row.carrier,
    state: row.state,
    exception: row.exception ?? '',
    checkedAt: row.checkedAt === null ? null : isoTime(row.checkedAt),
    events: events.map(({ at, text, location, status }) => ({ time: isoTime(at), text, location, status })),
  });
}
