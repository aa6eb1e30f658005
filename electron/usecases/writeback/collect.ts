import { stopCode } from '../../../shared/domain/order.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import { groupBy } from '../../../shared/rules/groupBy.ts';
import { numberSeparator } from '../../../shared/rules/orderCode.ts';
import { isEmbedded } from '../../carriers/index.ts';
import { beginsLikeFormula } from '../../imports/writers/writeDelimited.ts';
import { itemsJson } from '../../store/orders/orderJson.ts';
import type { Order } from '../../store/schema.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Which orders: those named, those of an import, or all that have a number. */
export interface WriteBackChoice {
  readonly orderIds?: readonly string[] | undefined;
  readonly importId?: string | undefined;
  /** Those of one platform only. */
  readonly source?: string | undefined;
  /** Also what was written back before. */
  readonly again: boolean;
}

/** One number of one of the merchant's orders. */
export interface WriteBackParcel {
  readonly origin: Order;
  /** The platform's number; an ERP order of several gives one parcel for each. */
  readonly orderNo: string;
  readonly carrierCode: string;
  readonly waybillNo: string;
  readonly quantity: number;
  readonly bookedAt: number;
}

/** Orders read at once. */
const window = 2_000;
/** Numbers this program made for rows that had none: no platform knows them. */
const ownNumber = /^A[0-9A-F]{12}(-\d+)?$/;

/** Every number that belongs to an order of the merchant's, whether it travelled alone, merged or in parts. */
export async function collectWriteBack(workspace: Workspace, choice: WriteBackChoice) {
  const parcels: WriteBackParcel[] = [];
  const skipped: { orderNo: string; code: ErrorCode }[] = [];
  const take = (parcel: WriteBackParcel): void => {
    if (!beginsLikeFormula(parcel.orderNo)) parcels.push(parcel);
    else skipped.push({ orderNo: parcel.orderNo, code: 'WRITEBACK_NUMBER_ODD' });
  };
  for await (const orders of bookedOrders(workspace, choice)) {
    const origins = await originsOf(workspace, orders);
    const bookedAt = await bookingTimes(workspace, orders);
    for (const carrier of orders) {
      for (const { origin, quantity } of origins.get(carrier.id) ?? [
        { origin: carrier, quantity: carrier.quantity },
      ]) {
        if (!isChosen(origin, choice)) continue;
        const code = refusal(workspace, carrier, origin);
        if (code !== null) skipped.push({ orderNo: origin.orderNo, code });
        else parcelsOf(carrier, origin, quantity, bookedAt(carrier)).forEach(take);
      }
    }
  }
  if (choice.again) return { parcels, skipped };
  const done = new Set(
    (await workspace.store.read.writeBacks.ofOrigins(parcels.map(({ origin }) => origin.id))).map(
      (row) => `${row.originId} ${row.waybillNo}`,
    ),
  );
  const isDone = ({ origin, waybillNo }: WriteBackParcel) => done.has(`${origin.id} ${waybillNo}`);
  return {
    parcels: parcels.filter((parcel) => !isDone(parcel)),
    skipped: [
      ...skipped,
      ...parcels.filter(isDone).map(({ orderNo }) => ({ orderNo, code: 'WRITEBACK_DONE' as const })),
    ],
  };
}

async function* bookedOrders(
  { store }: Workspace,
  { orderIds }: WriteBackChoice,
): AsyncGenerator<readonly Order[], void, void> {
  if (orderIds !== undefined) {
    const parts = await store.read.orderParts.ofOrigins(orderIds);
    const ids = [...new Set([...orderIds, ...parts.map((part) => part.orderId)])];
    const orders = ids.length === 0 ? [] : await store.read.orders.byIds(ids);
    yield orders.filter(({ waybillNo }) => waybillNo !== '');
    return;
  }
  for (let afterId = ''; ; ) {
    const orders = await store.read.orders.withWaybill(afterId, window);
    if (orders.length === 0) return;
    yield orders;
    afterId = orders.at(-1)?.id ?? '';
  }
}

/** Order that travelled → the merchant's orders in it; orders that travelled alone are not in it. */
async function originsOf({ store }: Workspace, orders: readonly Order[]) {
  const parts = await store.read.orderParts.inOrders(orders.map(({ id }) => id));
  const ids = [...new Set(parts.map((part) => part.originId))];
  const known = new Map(
    ids.length === 0 ? [] : (await store.read.orders.byIds(ids)).map((order) => [order.id, order]),
  );
  const shares = parts.flatMap(({ orderId, originId, itemsJson: items }) => {
    const origin = known.get(originId);
    const quantity = itemsJson.read(items).reduce((sum, item) => sum + item.quantity, 0);
    return origin === undefined ? [] : [{ orderId, origin, quantity }];
  });
  return groupBy(shares, ({ orderId }) => orderId);
}

/** When each got its number: its order changes until it is delivered. */
async function bookingTimes({ store }: Workspace, orders: readonly Order[]) {
  const ids = orders.flatMap(({ shipmentId }) => shipmentId ?? []).filter((id) => id !== '');
  const shipments = ids.length === 0 ? [] : await store.read.shipments.byIds(ids);
  const times = new Map(shipments.map(({ id, bookedAt }) => [id, bookedAt]));
  return ({ shipmentId, updatedAt }: Order): number => times.get(shipmentId ?? '') ?? updatedAt;
}

function isChosen(origin: Order, { importId, source }: WriteBackChoice): boolean {
  if (source !== undefined && origin.source !== source) return false;
  return importId === undefined || origin.importId === importId;
}

/** null: its number may be given back. A number that was cancelled, or is a practice one, never is. */
function refusal({ isPractice }: Workspace, carrier: Order, origin: Order): ErrorCode | null {
  const stopped = stopCode(carrier);
  if (stopped !== null) return stopped;
  if (isEmbedded(carrier.platform) && !isPractice) return 'WRITEBACK_PRACTICE';
  if (ownNumber.test(origin.orderNo)) return 'WRITEBACK_NO_NUMBER';
  return null;
}

function parcelsOf(carrier: Order, origin: Order, quantity: number, bookedAt: number): WriteBackParcel[] {
  return origin.orderNo
    .split(numberSeparator)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((orderNo) => ({
      origin,
      orderNo,
      carrierCode: carrier.bookedCarrier,
      waybillNo: carrier.waybillNo,
      quantity,
      bookedAt,
    }));
}
