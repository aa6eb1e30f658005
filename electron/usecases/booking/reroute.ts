import { minuteMs } from '../../../shared/rules/shopTime.ts';
import { mayReroute } from '../../dispatch/decideBooking.ts';
import { faultPoint } from '../../platform/faultPoint.ts';
import type { Account, AccountLane } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { addHistory } from '../orders/history.ts';
import { readSettings } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { WorkedBooking } from './book.ts';
import { byBackup } from './choosing/planByRules.ts';
import { eachOpenBooking, giveBack } from './givingBack/giveBack.ts';
import { accountLock } from './goLive/checklist.ts';
import { breakerLane } from './lanes.ts';
import { type PreviousBooking, planAgain } from './planAgain.ts';

interface Reroute {
  readonly workspace: Workspace;
  readonly from: Account;
  /** null: the manual channel. */
  readonly to: Account | null;
  /** Why the lane waits, for orders that were never tried. */
  readonly laneCode: string;
  /** A person asked for it: everything that waits is moved. */
  readonly isAsked?: boolean;
}

/**
 * Applies the account's fallback after a booking that certainly did not happen: its order, or all that wait when the lane has stopped,
 * goes to the backup account or to the manual channel. Unsure ones stay. An order never goes to the same account twice. Returns how many
 * were moved.
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
      : [worked.orderId, ...(worked.unsent ?? [])];
  const released = await release({ workspace, from, to, laneCode: worked.code ?? '' }, orderIds);
  if (released.length === 0) return 0;
  faultPoint('reroute.after-release');
  workspace.changed('orders', 'shipments', 'status');
  return to === null ? 0 : planAtBackup(workspace, released);
}

/**
 * A person switches to another account: what waits at this one and was certainly not sent is moved. Returns how many were planned again.
 */
export async function rerouteAsked(workspace: Workspace, from: Account, to: Account): Promise<number> {
  const orderIds = await workspace.store.read.bookings.plannedOrderIds(from.id, Number.POSITIVE_INFINITY);
  const released = await release({ workspace, from, to, laneCode: '', isAsked: true }, orderIds);
  return released.length === 0 ? 0 : planAtBackup(workspace, released);
}

/** Returns how many were planned again, each at the account it now names. */
async function planAtBackup(workspace: Workspace, released: readonly PreviousBooking[]): Promise<number> {
  const chosenBy = new Map(released.map(({ orderId }) => [orderId, byBackup]));
  const planned = await planAgain(workspace, released, { chosenBy, path: 'backup', isContinued: true });
  return planned.ok ? planned.value.planned : 0;
}

/** An account that is locked, deleted or itself refused is no fallback. */
async function usableBackup(workspace: Workspace, lane: AccountLane): Promise<Account | null> {
  const { read } = workspace.store;
  const backup = lane.backupAccountId === null ? undefined : await read.accounts.byId(lane.backupAccountId);
  if (backup === undefined || (await accountLock(workspace, backup)) === 'locked') return null;
  return (await read.lanes.of(backup.id)).haltCode === '' ? backup : null;
}

/** All that wait when the lane's breaker is open; otherwise those that wait longer than the deadline in Settings. */
async function waitingTooLong(workspace: Workspace, accountId: string): Promise<string[]> {
  const { read } = workspace.store;
  const isStanding = workspace.breaker.view(breakerLane(accountId, 'book')).state === 'open';
  const { bookingDeadlineMinutes } = await readSettings(workspace);
  const createdBefore = isStanding
    ? Number.POSITIVE_INFINITY
    : workspace.clock.now() - bookingDeadlineMinutes * minuteMs;
  return read.bookings.plannedOrderIds(accountId, createdBefore);
}

/** Gives back orders that the account certainly did not book and that may be moved, recording the reason. */
async function release(reroute: Reroute, orderIds: readonly string[]): Promise<PreviousBooking[]> {
  const { workspace, from, to } = reroute;
  const released: PreviousBooking[] = [];
  await eachOpenBooking(workspace, orderIds, from.id, async (write, { order, shipment }) => {
    const code = shipment.errorCode === '' ? reroute.laneCode : shipment.errorCode;
    if ((reroute.isAsked !== true && !mayReroute(code)) || (await wasAtAccount(write, order.id, to))) return;
    const byHand = to === null ? ({ errorCode: 'BOOKING_BY_HAND' } as const) : {};
    if ((await giveBack(workspace, write, order, shipment, byHand)) === null) return;
    await addHistory(workspace, write, order.id, to === null ? 'by-hand' : 'rerouted', {
      code,
      note: to === null ? from.name : `${from.name} → ${to.name}`,
    });
    released.push({ ...shipment, accountId: to?.id ?? '' });
  });
  return released;
}

async function wasAtAccount(write: Repositories, orderId: string, to: Account | null): Promise<boolean> {
  if (to === null) return false;
  return (await write.shipments.ofOrder(orderId)).some(({ accountId }) => accountId === to.id);
}
