import type { LaneEventKind } from '../../../../shared/domain/insight/alarm.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import type { Account, LaneEvent } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { accountLock } from '../../booking/goLive/checklist.ts';
import { wakeAccountLane } from '../../booking/lanes.ts';
import { rerouteAsked } from '../../booking/reroute.ts';
import { recordAct } from '../../operators/acts.ts';
import type { Workspace } from '../../workspace/workspace.ts';

export interface SwitchRequest {
  readonly accountId: string;
  readonly toAccountId: string;
  readonly reason: string;
  /** Empty: not from an alarm. */
  readonly alarmId: string;
}

/**
 * Another account takes this one's orders until a person switches back: waiting ones move now, later ones when they are planned. What may
 * have been booked stays and is only asked about.
 */
export async function switchToBackup(
  workspace: Workspace,
  { accountId, toAccountId, reason, alarmId }: SwitchRequest,
): Promise<Outcome<LaneEvent>> {
  const { read } = workspace.store;
  const from = await read.accounts.byId(accountId);
  const to = await read.accounts.byId(toAccountId);
  if (from === undefined || to === undefined) return failure('ACCOUNT_GONE');
  if (from.id === to.id) return failure('SWITCH_SAME_ACCOUNT', { name: from.name });
  if (!(await maySwitchTo(workspace, to))) return failure('SWITCH_TARGET_UNUSABLE', { name: to.name });
  await workspace.store.write(async (write) => {
    await write.lanes.put(from.id, { divertedTo: to.id, divertedAt: workspace.clock.now() });
    const what = `${from.name} → ${to.name}`;
    await recordAct(workspace, write, { kind: 'account-switched', what, reason });
  });
  const moved = await rerouteAsked(workspace, from, to);
  const stayed = await staying(read, from.id);
  return noted(workspace, { kind: 'switched', from, to, reason, alarmId, moved, stayed });
}

/** The account takes its own orders again; those already moved stay with the other one. */
export async function switchBack(
  workspace: Workspace,
  { accountId, reason, alarmId }: Omit<SwitchRequest, 'toAccountId'>,
): Promise<Outcome<LaneEvent>> {
  const { read } = workspace.store;
  const from = await read.accounts.byId(accountId);
  if (from === undefined) return failure('ACCOUNT_GONE');
  const { divertedTo } = await read.lanes.of(accountId);
  if (divertedTo === null) return failure('SWITCH_NOT_DIVERTED', { name: from.name });
  const to = { id: divertedTo, name: (await read.accounts.names()).get(divertedTo) ?? '' };
  await workspace.store.write(async (write) => {
    await write.lanes.put(from.id, { divertedTo: null, divertedAt: null });
    const what = `${to.name} → ${from.name}`;
    await recordAct(workspace, write, { kind: 'account-switched-back', what, reason });
  });
  await wakeAccountLane(workspace, from.id);
  const event = { kind: 'switched-back', from, to, reason, alarmId, moved: 0, stayed: 0 } as const;
  return noted(workspace, event);
}

/** An account that is locked, stopped, or itself switched to another takes none over. */
export async function maySwitchTo(workspace: Workspace, to: Account): Promise<boolean> {
  const lane = await workspace.store.read.lanes.of(to.id);
  if (lane.haltCode !== '' || lane.divertedTo !== null) return false;
  return (await accountLock(workspace, to)) !== 'locked';
}

interface Switched extends Pick<LaneEvent, 'reason' | 'alarmId' | 'moved' | 'stayed'> {
  readonly kind: LaneEventKind;
  readonly from: Pick<Account, 'id' | 'name'>;
  readonly to: Pick<Account, 'id' | 'name'>;
}

async function noted(workspace: Workspace, { from, to, ...said }: Switched): Promise<Outcome<LaneEvent>> {
  const event: LaneEvent = {
    id: workspace.nextId(),
    at: workspace.clock.now(),
    fromAccountId: from.id,
    fromName: from.name,
    toAccountId: to.id,
    toName: to.name,
    operator: workspace.actor.name,
    ...said,
  };
  await workspace.store.write((write) => write.laneEvents.add(event));
  workspace.changed('alarms', 'orders', 'shipments', 'settings', 'status');
  return done(event);
}

/** Bookings in progress that must not move. */
async function staying({ bookings }: Repositories, accountId: string): Promise<number> {
  const open = await bookings.openCounts();
  return open.filter((row) => row.accountId === accountId).reduce((sum, row) => sum + row.total, 0);
}
