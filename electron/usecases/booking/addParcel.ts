import { stopCode, unsentStates } from '../../../shared/domain/order.ts';
import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { faultPoint } from '../../platform/faultPoint.ts';
import type { Order, OrderPart, Shipment } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { recordAct } from '../operators/acts.ts';
import { addHistory } from '../orders/history.ts';
import { complaintsOf, goodsTextOf, stateRefuses } from '../orders/order.ts';
import { saleOfFurther } from '../orders/sale.ts';
import { type SeenOrder, seenOrder } from '../orders/select.ts';
import { wishesOfFurther } from '../orders/wishes.ts';
import { choosePrinterOrNone } from '../printing/printers/choosePrinter.ts';
import { refuseErased } from '../retention/retention.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { parcelCodes } from './parcels.ts';
import { bookLike } from './planAgain.ts';
import { bookedShipment, withoutShipment } from './shipment.ts';

export interface ExtraParcelRequest extends SeenOrder {
  readonly reason: string;
  /** Boxes that travel under this one further booking. */
  readonly parcelCount: number;
  /** What it holds, for label and platform; empty: not stated. */
  readonly goods: string;
  /** null: not known. */
  readonly weightGrams: number | null;
  /** Absent: the printer that printed the order's labels. */
  readonly printerUri?: string | undefined;
  /** Written in the same transaction. */
  readonly together?: ((write: Repositories, extra: Order) => Promise<void>) | undefined;
}

export interface ExtraParcel {
  readonly extra: Order;
  /** 0: the order's own number was entered by hand, so this parcel also waits for a person to enter one. */
  readonly planned: number;
}

/** States in which an extra parcel has no number yet. A second one then would be a double click. */
const openStates: readonly string[] = [...unsentStates, 'booking'];

/**
 * Another parcel of an order that has its number: an order of its own beside it (`NO-X1`), with its own order code, number and
 * label; both numbers are written back to the merchant's order. Money to collect and the insurance stay with the first.
 */
export async function addParcel(
  workspace: Workspace,
  request: ExtraParcelRequest,
): Promise<Outcome<ExtraParcel>> {
  if (request.reason.trim() === '') return failure('EXTRA_PARCEL_NEEDS_REASON');
  const printer = await choosePrinterOrNone(workspace, request.printerUri ?? null);
  if (!printer.ok) return printer;
  const made = await workspace.store.write(async (write) => {
    const outcome = await makeExtra(workspace, write, request);
    faultPoint('extra.before-commit');
    return outcome;
  });
  if (!made.ok) return made;
  faultPoint('extra.after-commit');
  workspace.changed('orders', 'status');
  const { extra, shipment } = made.value;
  const planned = await bookLike(workspace, extra.id, shipment, printer.value);
  if (!planned.ok) return planned;
  const current = await workspace.store.read.orders.byId(extra.id);
  return done({ extra: current ?? extra, planned: planned.value });
}

async function makeExtra(
  workspace: Workspace,
  write: Repositories,
  request: ExtraParcelRequest,
): Promise<Outcome<{ readonly extra: Order; readonly shipment: Shipment }>> {
  const seen = await seenOrder(write, request);
  if (!seen.ok) return seen;
  const order = seen.value;
  const orderNo = order.orderNo;
  const erased = await refuseErased(write, order);
  if (erased !== null) return erased;
  const shipment = await bookedShipment(write, order);
  if (shipment === null) return stateRefuses(order);
  const stopped = stopCode(order);
  if (stopped !== null) return failure(stopped, { orderNo });
  const parts = await partsOf(write, order);
  const open = await openExtra(write, orderNo, parts);
  if (open !== null) return open;
  const extra = await extraOrder(workspace, write, order, request);
  await write.orders.insertMany([extra]);
  await write.orderParts.insertMany(
    parts.map((part) => ({ ...part, orderId: extra.id, itemsJson: extra.itemsJson })),
  );
  // On a second click the version is out of date.
  await write.orders.move(order, order.state, { ...settledBy(order, request), updatedAt: extra.createdAt });
  const reason = request.reason.trim();
  await addHistory(workspace, write, order.id, 'parcel-added', { note: `${extra.orderNo}: ${reason}` });
  await addHistory(workspace, write, extra.id, 'parcel-of', { note: `${orderNo}: ${reason}` });
  await recordAct(workspace, write, { kind: 'parcel-added', orderId: order.id, what: extra.orderNo, reason });
  await request.together?.(write, extra);
  return done({ extra, shipment });
}

/** The merchant's orders it belongs to: those of a merged or split order, else the order itself. */
async function partsOf(write: Repositories, order: Order): Promise<OrderPart[]> {
  const inside = await write.orderParts.inOrders([order.id]);
  const own = { originId: order.id, originNo: order.orderNo, originState: order.state };
  const origins = inside.length === 0 ? [own] : inside;
  return origins.map(({ originId, originNo, originState }) => ({
    orderId: '',
    originId,
    originNo,
    kind: 'extra',
    originState,
    itemsJson: '[]',
  }));
}

async function openExtra(
  write: Repositories,
  orderNo: string,
  parts: readonly OrderPart[],
): Promise<Failure | null> {
  const known = await write.orderParts.ofOrigins(parts.map(({ originId }) => originId));
  const ids = known.filter(({ kind }) => kind === 'extra').map(({ orderId }) => orderId);
  const extras = ids.length === 0 ? [] : await write.orders.byIds(ids);
  const open = extras.find(({ state }) => openStates.includes(state));
  return open === undefined ? null : failure('EXTRA_PARCEL_OPEN', { orderNo, extraNo: open.orderNo });
}

/** Numbered X1, X2 …, counting cancelled ones too: the code of a cancelled parcel is never used again. */
async function extraOrder(
  workspace: Workspace,
  write: Repositories,
  order: Order,
  { goods, parcelCount, weightGrams }: ExtraParcelRequest,
): Promise<Order> {
  const now = workspace.clock.now();
  const items = goods.trim() === '' ? [] : [{ name: goods.trim(), sku: '', skuCode: '', quantity: 1 }];
  const numbered = (no: number) => ({
    orderNo: `${order.orderNo}-X${no}`,
    orderKey: `${order.orderNo}-X${no} / ${order.orderKey}`,
  });
  let no = 1;
  while ((await write.orders.byKeys([numbered(no).orderKey])).length > 0) no++;
  return {
    ...order,
    ...withoutShipment,
    ...numbered(no),
    id: workspace.nextId(),
    state: 'ready',
    version: 0,
    itemsJson: JSON.stringify(items),
    goodsText: goodsTextOf(items),
    quantity: items.length,
    weightGrams,
    parcelCount,
    wishesJson: wishesOfFurther(order),
    wishesMark: '',
    ...saleOfFurther(order),
    codFen: 0,
    insuredFen: 0,
    carrier: order.bookedCarrier,
    complaintsJson: '[]',
    errorCode: '',
    alarm: '',
    stopCode: '',
    // No promised time applies to an extra parcel.
    shipBy: null,
    promisedAt: null,
    importId: '',
    createdAt: now,
    updatedAt: now,
  };
}

/** Parcels that had no number have one now. */
function settledBy(order: Order, { parcelCount }: ExtraParcelRequest): Partial<Order> {
  if (!parcelCodes.some((code) => code === order.errorCode)) return {};
  const [complaint] = complaintsOf(order);
  const isSettled =
    order.errorCode === 'PARCEL_NUMBERS_SHORT' && parcelCount >= Number(complaint?.params?.difference ?? 1);
  return isSettled ? { errorCode: '', complaintsJson: '[]' } : {};
}
