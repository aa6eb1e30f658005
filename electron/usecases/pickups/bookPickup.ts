import { openPickupStates, type PickupKind } from '../../../shared/domain/pickup.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { BookingRequest, PickupWindow } from '../../carriers/kit/carrierPlatform.ts';
import type { PickupRequest } from '../../carriers/kit/platformServices.ts';
import { faultPoint } from '../../platform/faultPoint.ts';
import type { PickupsTable } from '../../store/pickupTables.ts';
import type { OrdersTable, ShipmentsTable } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { noteJournal } from '../noteJournal.ts';
import type { OpenAccount } from '../openAccount.ts';
import type { Workspace } from '../workspace.ts';
import { askPickup } from './askPickup.ts';
import { pickupAccount } from './pickupAccount.ts';
import { pickupCode } from './pickupCode.ts';
import { pickupCall, settlePickup } from './settlePickup.ts';

export interface PickupWish {
  readonly orderId: string;
  /** null: the account that booked the order, else the first that can. */
  readonly accountId: string | null;
  readonly kind: PickupKind;
  /** null: whenever the carrier comes. */
  readonly window: PickupWindow | null;
}

/** Platforms take appointments for the next days only; the furthest any document names is a week. */
const furthestDays = 7;
const dayMs = 86_400_000;

/**
 * Calls a courier for a booked order. The wish is on disk before the call leaves; a lost answer is asked for with the same
 * code and never ordered anew. While one pickup of the order is open there is no second one.
 */
export async function bookPickup(workspace: Workspace, wish: PickupWish): Promise<Outcome<PickupsTable>> {
  const now = workspace.clock.now();
  const { window } = wish;
  if (
    window !== null &&
    !(window.startAt < window.endAt && window.endAt > now && window.endAt < now + furthestDays * dayMs)
  )
    return failure('PICKUP_WINDOW_INVALID', { days: furthestDays });
  const order = await workspace.store.read.orders.byId(wish.orderId);
  if (order === undefined) return failure('ORDER_NOT_FOUND', { orderNo: wish.orderId });
  const shipment = await bookedShipment(workspace.store.read, order);
  if (shipment === null) return failure('PICKUP_ORDER_NOT_BOOKED', { orderNo: order.order_no });
  const opened = await pickupAccount(workspace, wish.accountId, shipment.account_id);
  if (!opened.ok) return opened;
  const taken = await workspace.store.write((write) =>
    take({ workspace, write, order, shipment, wish, opened: opened.value }),
  );
  if (!taken.ok) return taken;
  faultPoint('pickup.after-mark');
  workspace.changed('shipments');
  // The journal knows of this very code from before a restored backup: it is asked for.
  if (taken.value.state === 'unsure') return askPickup(workspace, taken.value.id);
  return send(workspace, opened.value, taken.value);
}

async function bookedShipment(
  read: Pick<Repositories, 'shipments'>,
  order: OrdersTable,
): Promise<ShipmentsTable | null> {
  if (order.state !== 'booked' && order.state !== 'packed') return null;
  const shipment = order.shipment_id === null ? undefined : await read.shipments.byId(order.shipment_id);
  return shipment?.state === 'booked' ? shipment : null;
}

interface Taking {
  readonly workspace: Workspace;
  readonly write: Repositories;
  readonly order: OrdersTable;
  readonly shipment: ShipmentsTable;
  readonly wish: PickupWish;
  readonly opened: OpenAccount;
}

async function take(taking: Taking): Promise<Outcome<PickupsTable>> {
  const { workspace, write, order, shipment, wish } = taking;
  const now = await write.orders.byId(order.id);
  if (now === undefined || (await bookedShipment(write, now)) === null)
    return failure('PICKUP_ORDER_NOT_BOOKED', { orderNo: order.order_no });
  const earlier = await write.pickups.ofOrder(order.id);
  if (earlier.some(({ state }) => openPickupStates.includes(state)))
    return failure('PICKUP_OPEN', { orderNo: order.order_no });
  for (let no = earlier.length + 1; ; no++) {
    const code = pickupCode(shipment.order_code, no);
    const references = await write.outsideReferences.ofCode(code);
    if (references.some(({ state }) => state === 'voided' || state === 'told' || state === 'adopted'))
      continue;
    const [known] = references;
    const row = pickupRow(taking, code, wish);
    const placed = { ...row, ...(known === undefined ? {} : { account_id: known.account_id }) };
    const state = known === undefined ? ('sending' as const) : ('unsure' as const);
    await write.pickups.insert({ ...placed, state });
    if (known !== undefined) await write.outsideReferences.move(known, 'adopted');
    await noteJournal(workspace, write);
    faultPoint('pickup.in-mark');
    return done({ ...placed, state });
  }
}

function pickupRow(
  { workspace, order, shipment, opened }: Taking,
  orderCode: string,
  { kind, window }: PickupWish,
): PickupsTable {
  const now = workspace.clock.now();
  const booked = JSON.parse(shipment.request_json) as BookingRequest;
  const request: PickupRequest = {
    ...booked,
    orderCode,
    carrier: shipment.carrier,
    pickupKind: kind,
    ...(window === null ? {} : { pickupWindow: window }),
  };
  return {
    id: workspace.nextId(),
    order_id: order.id,
    order_no: order.order_no,
    account_id: opened.row.id,
    platform: opened.row.platform,
    carrier: shipment.carrier,
    order_code: orderCode,
    kind,
    state: 'sending',
    version: 0,
    request_json: JSON.stringify(request),
    start_at: window?.startAt ?? null,
    end_at: window?.endAt ?? null,
    waybill_no: '',
    platform_ref: '',
    raw_state: '',
    cost_fen: null,
    error_code: '',
    error_params_json: '{}',
    created_at: now,
    updated_at: now,
  };
}

async function send(
  workspace: Workspace,
  opened: OpenAccount,
  pickup: PickupsTable,
): Promise<Outcome<PickupsTable>> {
  const { platform, account } = opened;
  const ask = platform.orderPickup?.bind(platform);
  if (ask === undefined) return failure('PICKUP_ACCOUNT_CANNOT', { name: opened.row.name });
  const outcome = await pickupCall(workspace, opened, pickup, 'orderPickup', () =>
    ask(JSON.parse(pickup.request_json) as PickupRequest, account, workspace.ports),
  );
  return settlePickup(workspace, pickup, outcome);
}
