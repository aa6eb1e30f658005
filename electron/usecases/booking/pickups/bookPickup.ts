import { createHash } from 'node:crypto';
import { openPickupStates, type PickupKind } from '../../../../shared/domain/pickup.ts';
import { didNotHappen, done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { dayMs } from '../../../../shared/rules/shopTime.ts';
import type { PickupWindow } from '../../../carriers/kit/carrierPlatform.ts';
import type { Pickup, PickupRequest } from '../../../carriers/kit/platformServices.ts';
import { faultPoint } from '../../../platform/faultPoint.ts';
import { bookingRequestJson, pickupRequestJson } from '../../../store/booking/bookingJson.ts';
import type { StoredPickup } from '../../../store/booking/bookingRows.ts';
import type { Order, Shipment } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { type OpenAccount, openAccount } from '../../accounts/openAccount.ts';
import { seenOrder } from '../../orders/select.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { noteJournal } from '../callOutside.ts';
import { accountLock } from '../goLive/checklist.ts';
import { askPickup } from './askPickup.ts';
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

/**
 * Calls a courier for a booked order. The wish is on disk before the call leaves; a lost answer is asked for with the same
 * code and never ordered anew. While one pickup of the order is open there is no second one.
 */
export async function bookPickup(workspace: Workspace, wish: PickupWish): Promise<Outcome<StoredPickup>> {
  const now = workspace.clock.now();
  const { window } = wish;
  if (
    window !== null &&
    !(window.startAt < window.endAt && window.endAt > now && window.endAt < now + furthestDays * dayMs)
  )
    return failure('PICKUP_WINDOW_INVALID', { days: furthestDays });
  const seen = await seenOrder(workspace.store.read, { orderId: wish.orderId, version: null });
  if (!seen.ok) return seen;
  const order = seen.value;
  const shipment = await bookedShipment(workspace.store.read, order);
  if (shipment === null) return failure('PICKUP_ORDER_NOT_BOOKED', { orderNo: order.orderNo });
  const opened = await pickupAccount(workspace, wish.accountId, shipment.accountId);
  if (!opened.ok) return opened;
  const refused = workspace.journal.refusal();
  if (refused !== null) return refused;
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

async function bookedShipment(read: Repositories, order: Order): Promise<Shipment | null> {
  if (order.state !== 'booked' && order.state !== 'packed') return null;
  const shipment = order.shipmentId === null ? undefined : await read.shipments.byId(order.shipmentId);
  return shipment?.state === 'booked' ? shipment : null;
}

interface Taking {
  readonly workspace: Workspace;
  readonly write: Repositories;
  readonly order: Order;
  readonly shipment: Shipment;
  readonly wish: PickupWish;
  readonly opened: OpenAccount;
}

async function take(taking: Taking): Promise<Outcome<StoredPickup>> {
  const { workspace, write, order, shipment, wish } = taking;
  const now = await write.orders.byId(order.id);
  if (now === undefined || (await bookedShipment(write, now)) === null)
    return failure('PICKUP_ORDER_NOT_BOOKED', { orderNo: order.orderNo });
  const earlier = await write.pickups.ofOrder(order.id);
  if (earlier.some(({ state }) => openPickupStates.includes(state)))
    return failure('PICKUP_OPEN', { orderNo: order.orderNo });
  for (let no = earlier.length + 1; ; no++) {
    const code = pickupCode(shipment.orderCode, no);
    const references = await write.outsideReferences.ofCode(code);
    if (references.some(({ state }) => state === 'voided' || state === 'told' || state === 'adopted'))
      continue;
    const [known] = references;
    const row = pickupRow(taking, code, wish);
    const placed = { ...row, ...(known === undefined ? {} : { accountId: known.accountId }) };
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
): StoredPickup {
  const now = workspace.clock.now();
  const booked = bookingRequestJson.read(shipment.requestJson);
  const request: PickupRequest = {
    ...booked,
    orderCode,
    carrier: shipment.carrier,
    pickupKind: kind,
    ...(window === null ? {} : { pickupWindow: window }),
  };
  return {
    id: workspace.nextId(),
    orderId: order.id,
    orderNo: order.orderNo,
    accountId: opened.row.id,
    platform: opened.row.platform,
    carrier: shipment.carrier,
    orderCode,
    kind,
    state: 'sending',
    version: 0,
    requestJson: JSON.stringify(request),
    startAt: window?.startAt ?? null,
    endAt: window?.endAt ?? null,
    waybillNo: '',
    platformRef: '',
    rawState: '',
    costFen: null,
    errorCode: '',
    errorParamsJson: '{}',
    createdAt: now,
    updatedAt: now,
    claimedBy: workspace.workstation.id,
  };
}

async function send(
  workspace: Workspace,
  opened: OpenAccount,
  pickup: StoredPickup,
): Promise<Outcome<StoredPickup>> {
  const { platform, account } = opened;
  const ask = platform.orderPickup?.bind(platform);
  if (ask === undefined) return failure('PICKUP_ACCOUNT_CANNOT', { name: opened.row.name });
  const outcome = await pickupCall<Pickup>(workspace, opened, pickup, 'orderPickup', async () =>
    workspace.lease.coversCall
      ? ask(pickupRequestJson.read(pickup.requestJson), account, workspace.ports)
      : didNotHappen('SERVER_OUT_OF_TOUCH'),
  );
  return settlePickup(workspace, pickup, outcome);
}

/** The account that calls the courier: the one named, else the one that booked the order when it can, else the first that can. */
async function pickupAccount(
  workspace: Workspace,
  named: string | null,
  bookedWith: string,
): Promise<Outcome<OpenAccount>> {
  if (named !== null) return pickupsWith(workspace, named);
  const all = await workspace.store.read.accounts.all();
  const others = all.map(({ id }) => id).filter((id) => id !== bookedWith);
  for (const id of [bookedWith, ...others]) {
    const able = await pickupsWith(workspace, id);
    if (able.ok) return able;
  }
  return failure('PICKUP_NOT_OFFERED');
}

async function pickupsWith(workspace: Workspace, accountId: string): Promise<Outcome<OpenAccount>> {
  const opened = await openAccount(workspace, accountId);
  if (!opened.ok) return opened;
  const { platform, row } = opened.value;
  if (platform.orderPickup === undefined) return failure('PICKUP_ACCOUNT_CANNOT', { name: row.name });
  const isLocked = (await accountLock(workspace, row)) === 'locked';
  return isLocked ? failure('ACCOUNT_LOCKED', { name: row.name }) : opened;
}

/** KDNiao's OrderCode, the shortest of the platforms. */
const maxLength = 30;

/**
 * The code a platform knows the n-th pickup of a booking by: it follows from the booking's own code alone, so that a lost
 * database leads to the same one, and is never that of a booking.
 */
function pickupCode(orderCode: string, no: number): string {
  const plain = `${orderCode}P${no}`;
  if (plain.length <= maxLength) return plain;
  const digest = createHash('sha256').update(orderCode).digest('hex').slice(0, 20).toUpperCase();
  return `${digest}P${no}`;
}
