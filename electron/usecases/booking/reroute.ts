import { mayReroute } from '../../dispatch/decideBooking.ts';
import { faultPoint } from '../../platform/faultPoint.ts';
import type { Account, AccountLane, Order, Shipment } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { addHistory } from '../orders/history.ts';
import { readSettings } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { WorkedBooking } from './book.ts';
import { byBackup } from './choosing/planByRules.ts';
import { accountLock } from './goLive/checklist.ts';
import { breakerLane } from './lanes.ts';
import { planBookings } from './plan.ts';

const minuteMs = 60_000;
/** Orders given back in one transaction. */
const chunkSize = 200;

interface Reroute {
  readonly workspace: Workspace;
  readonly from: Account;
  /** null: the manual channel. */
  readonly to: Account | null;
  /** Why the lane waits; for those of it that were never tried. */
  readonly laneCode: string;
}

/**
 * Degrades by rule after a booking that certainly did not happen: its order, or all that wait when the lane stands, goes to
 * the backup account or to the manual channel, as the account's setting says. What is unsure stays where it is. An
 * order goes to no account twice. Returns how many were planned anew.
 */
export async function rerouteUnbooked(workspace: Workspace, worked: WorkedBooking): Promise<number> {
  if (worked.kind !== 'refused' && worked.kind !== 'halted' && worked.kind !== 'wait') return 0;
  const { read } = workspace.store;
  const lane = await read.lanes.of(worked.accountId);
  if (lane.fallback === 'wait') return 0;
  const from = await read.accounts.byId(worked.accountId);
  const to = lane.fallback === 'backup' ? await usableBackup(workspace, lane) : null;
  if (from === undefined || (lane.fallback === 'backup' && to === null)) return 0;
  const orderIds =
    worked.kind === 'wait'
      ? await waitingTooLong(workspace, worked.accountId)
      : [worked.orderId, ...(worked.alsoRefused ?? [])];
  const released: Released[] = [];
  for (let start = 0; start < orderIds.length; start += chunkSize)
    released.push(
      ...(await release(
        { workspace, from, to, laneCode: worked.code ?? '' },
        orderIds.slice(start, start + chunkSize),
      )),
    );
  if (released.length === 0) return 0;
  faultPoint('reroute.after-release');
  workspace.changed('orders', 'shipments', 'status');
  return to === null ? 0 : planAt(workspace, to, released);
}

/** An account that is locked, gone or itself refused takes nothing over. */
async function usableBackup(workspace: Workspace, lane: AccountLane): Promise<Account | null> {
  const { read } = workspace.store;
  const backup = lane.backupAccountId === null ? undefined : await read.accounts.byId(lane.backupAccountId);
  if (backup === undefined || (await accountLock(workspace, backup)) === 'locked') return null;
  return (await read.lanes.of(backup.id)).haltCode === '' ? backup : null;
}

/** All that wait when the lane stands open; else those that wait for longer than the deadline of Settings. */
async function waitingTooLong(workspace: Workspace, accountId: string): Promise<string[]> {
  const { read } = workspace.store;
  const isStanding = workspace.breaker.view(breakerLane(accountId, 'book')).state === 'open';
  const { bookingDeadlineMinutes } = await readSettings(workspace);
  const createdBefore = isStanding
    ? Number.POSITIVE_INFINITY
    : workspace.clock.now() - bookingDeadlineMinutes * minuteMs;
  return read.bookings.plannedOrderIds(accountId, createdBefore);
}

interface Released {
  readonly orderId: string;
  readonly carrier: string;
  readonly printerUri: string;
}

/** Gives orders back that the account certainly did not book and that may go the other way, with the reason noted. */
async function release(reroute: Reroute, orderIds: readonly string[]): Promise<Released[]> {
  return reroute.workspace.store.write(async (write) => {
    const released: Released[] = [];
    for (const orderId of orderIds) {
      const order = await write.orders.byId(orderId);
      if (order === undefined || order.shipmentId === null) continue;
      const shipment = await write.shipments.byId(order.shipmentId);
      if (shipment === undefined || shipment.accountId !== reroute.from.id) continue;
      if (!mayReroute(reasonOf(reroute, shipment)) || (await wasThere(write, orderId, reroute.to))) continue;
      if (!(await giveBack(reroute, write, order, shipment))) continue;
      released.push({ orderId, carrier: shipment.carrier, printerUri: shipment.printerUri });
    }
    return released;
  });
}

function reasonOf({ laneCode }: Reroute, { errorCode }: Shipment): string {
  return errorCode === '' ? laneCode : errorCode;
}

async function wasThere(write: Repositories, orderId: string, to: Account | null): Promise<boolean> {
  if (to === null) return false;
  return (await write.shipments.ofOrder(orderId)).some(({ accountId }) => accountId === to.id);
}

async function giveBack(
  reroute: Reroute,
  write: Repositories,
  order: Order,
  shipment: Shipment,
): Promise<boolean> {
  const { workspace, from, to } = reroute;
  if (shipment.state === 'planned') {
    const job = await write.jobs.ofSubject(shipment.id);
    if (job?.state === 'claimed' || !(await write.shipments.move(shipment, 'refused'))) return false;
    if (job !== undefined) await write.jobs.settle(job.id);
  } else if (shipment.state !== 'refused') return false;
  const now = workspace.clock.now();
  const patch = {
    complaintsJson: '[]',
    errorCode: to === null ? 'BOOKING_BY_HAND' : '',
    updatedAt: now,
  };
  if (!(await write.orders.move(order, 'ready', patch))) return false;
  await addHistory(workspace, write, order.id, to === null ? 'by-hand' : 'rerouted', {
    code: reasonOf(reroute, shipment),
    note: to === null ? from.name : `${from.name} → ${to.name}`,
  });
  return true;
}

async function planAt(workspace: Workspace, to: Account, released: readonly Released[]): Promise<number> {
  const groups = new Map<string, Released[]>();
  for (const one of released) {
    const key = `${one.carrier}\n${one.printerUri}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  let planned = 0;
  for (const group of groups.values()) {
    const [first] = group;
    const outcome = await planBookings(workspace, {
      orderIds: group.map(({ orderId }) => orderId),
      accountId: to.id,
      carrier: first?.carrier ?? '',
      printerUri: first?.printerUri ? first.printerUri : null,
      chosenBy: new Map(group.map(({ orderId }) => [orderId, byBackup])),
      path: 'backup',
      isContinued: true,
    });
    if (outcome.ok) planned += outcome.value.planned;
  }
  return planned;
}
