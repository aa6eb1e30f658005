import { done, type Failure, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { faultPoint } from '../platform/faultPoint.ts';
import type { OrderPartsTable, OrdersTable, ShipmentsTable } from '../store/schema.ts';
import type { Repositories } from '../store/store.ts';
import { bookedShipment } from './bookedShipment.ts';
import { bookLike, printerOf } from './bookLike.ts';
import { entry, readSeen, type SeenOrder } from './mergeOrders.ts';
import { goodsTextOf } from './orderRow.ts';
import { parcelCodes } from './parcelComplaint.ts';
import { withoutShipment } from './withoutShipment.ts';
import type { Workspace } from './workspace.ts';

export interface ExtraParcelRequest extends SeenOrder {
  readonly reason: string;
  /** Boxes that travel under this one further booking. */
  readonly parcelCount: number;
  /** What is in it, for label and platform; empty: not said. */
  readonly goods: string;
  /** null: not known. */
  readonly weightGrams: number | null;
  /** Absent: the printer the order's labels went to. */
  readonly printerUri?: string | undefined;
}

export interface ExtraParcel {
  readonly extra: OrdersTable;
  /** 0: the order's own number was hand-obtained, so this one waits for a person too. */
  readonly planned: number;
}

/** States in which an extra parcel has no number yet: another one would be a slip of the hand. */
const openStates: readonly string[] = ['imported', 'needs-review', 'ready', 'booking', 'held'];

/**
 * Another parcel of an order that has its number: an order of its own beside it (`NO-X1`), with its own order code, number and
 * label; both numbers are written back to the merchant's order. Money to collect and the insurance stay with the first.
 */
export async function addParcel(
  workspace: Workspace,
  request: ExtraParcelRequest,
): Promise<Outcome<ExtraParcel>> {
  if (request.reason.trim() === '') return failure('EXTRA_PARCEL_NEEDS_REASON');
  const made = await workspace.store.write(async (write) => {
    const outcome = await makeExtra(workspace, write, request);
    faultPoint('extra.before-commit');
    return outcome;
  });
  if (!made.ok) return made;
  faultPoint('extra.after-commit');
  workspace.changed('orders', 'status');
  const { extra, shipment } = made.value;
  const printerUri = request.printerUri ?? (await printerOf(workspace.store.read, shipment));
  const planned = await bookLike(workspace, extra.id, shipment, printerUri);
  if (!planned.ok) return planned;
  const current = await workspace.store.read.orders.byId(extra.id);
  return done({ extra: current ?? extra, planned: planned.value });
}

async function makeExtra(
  workspace: Workspace,
  write: Repositories,
  request: ExtraParcelRequest,
): Promise<Outcome<{ readonly extra: OrdersTable; readonly shipment: ShipmentsTable }>> {
  const seen = await readSeen(write, [request]);
  if (!seen.ok) return seen;
  const [order] = seen.value;
  if (order === undefined) return failure('ORDER_NOT_FOUND', { orderNo: request.orderId });
  const orderNo = order.order_no;
  const shipment = await bookedShipment(write, order);
  if (shipment === null) return failure('ORDER_STATE_REFUSES', { orderNo, state: order.state });
  if (order.alarm === 'refund') return failure('ORDER_REFUNDED_AFTER_BOOKING', { orderNo });
  const parts = await partsOf(write, order);
  const open = await openExtra(write, orderNo, parts);
  if (open !== null) return open;
  const extra = await extraOrder(workspace, write, order, request);
  await write.orders.insertMany([extra]);
  await write.orderParts.insertMany(
    parts.map((part) => ({ ...part, order_id: extra.id, items_json: extra.items_json })),
  );
  // A second click names a version that is gone.
  await write.orders.move(order, order.state, { ...settledBy(order, request), updated_at: extra.created_at });
  const reason = request.reason.trim();
  await write.history.add(entry(workspace, order.id, 'parcel-added', `${extra.order_no}: ${reason}`));
  await write.history.add(entry(workspace, extra.id, 'parcel-of', `${orderNo}: ${reason}`));
  return done({ extra, shipment });
}

/** The merchant's orders it belongs to: those of a merged or split order, else the order itself. */
async function partsOf(write: Repositories, order: OrdersTable): Promise<OrderPartsTable[]> {
  const inside = await write.orderParts.inOrders([order.id]);
  const own = { origin_id: order.id, origin_no: order.order_no, origin_state: order.state };
  const origins = inside.length === 0 ? [own] : inside;
  return origins.map(({ origin_id, origin_no, origin_state }) => ({
    order_id: '',
    origin_id,
    origin_no,
    kind: 'extra',
    origin_state,
    items_json: '[]',
  }));
}

async function openExtra(
  write: Repositories,
  orderNo: string,
  parts: readonly OrderPartsTable[],
): Promise<Failure | null> {
  const known = await write.orderParts.ofOrigins(parts.map(({ origin_id }) => origin_id));
  const ids = known.filter(({ kind }) => kind === 'extra').map(({ order_id }) => order_id);
  const extras = ids.length === 0 ? [] : await write.orders.byIds(ids);
  const open = extras.find(({ state }) => openStates.includes(state));
  return open === undefined ? null : failure('EXTRA_PARCEL_OPEN', { orderNo, extraNo: open.order_no });
}

/** Numbered X1, X2 …, also when one of them was cancelled: its code is burnt. */
async function extraOrder(
  workspace: Workspace,
  write: Repositories,
  order: OrdersTable,
  { goods, parcelCount, weightGrams }: ExtraParcelRequest,
): Promise<OrdersTable> {
  const now = workspace.clock.now();
  const items = goods.trim() === '' ? [] : [{ name: goods.trim(), sku: '', skuCode: '', quantity: 1 }];
  const numbered = (no: number) => ({
    order_no: `${order.order_no}-X${no}`,
    order_key: `${order.order_no}-X${no} / ${order.order_key}`,
  });
  let no = 1;
  while ((await write.orders.byKeys([numbered(no).order_key])).length > 0) no++;
  return {
    ...order,
    ...withoutShipment,
    ...numbered(no),
    id: workspace.nextId(),
    state: 'ready',
    version: 0,
    items_json: JSON.stringify(items),
    goods_text: goodsTextOf(items),
    quantity: items.length,
    weight_grams: weightGrams,
    parcel_count: parcelCount,
    cod_fen: 0,
    insured_fen: 0,
    carrier: order.booked_carrier,
    complaints_json: '[]',
    error_code: '',
    alarm: '',
    stop_code: '',
    import_id: '',
    created_at: now,
    updated_at: now,
  };
}

/** Parcels that had got no number have one now. */
function settledBy(order: OrdersTable, { parcelCount }: ExtraParcelRequest): Partial<OrdersTable> {
  if (!parcelCodes.some((code) => code === order.error_code)) return {};
  const [complaint] = JSON.parse(order.complaints_json) as { params?: { difference?: number } }[];
  const isSettled =
    order.error_code === 'PARCEL_NUMBERS_SHORT' && parcelCount >= (complaint?.params?.difference ?? 1);
  return isSettled ? { error_code: '', complaints_json: '[]' } : {};
}
