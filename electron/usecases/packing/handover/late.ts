import type { Answered } from '../../../../shared/contracts/contract.ts';
import { hourMs, startOfShopDay } from '../../../../shared/rules/shopTime.ts';
import { readSettings, type Settings } from '../../workspace/settings.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { handoverView } from './lists.ts';

type Reading = Pick<Workspace, 'store' | 'clock'>;
interface Window {
  readonly offset: number;
  readonly limit: number;
}

/** Lists of a day before this moment should have been signed: today's after the cut-off. */
async function dayBefore(
  workspace: Reading,
  settings: Promise<Pick<Settings, 'cutOffHour'>> = readSettings(workspace),
): Promise<number> {
  const now = workspace.clock.now();
  const midnight = startOfShopDay(now);
  const { cutOffHour } = await settings;
  const isOver = cutOffHour > 0 && now >= midnight + cutOffHour * hourMs;
  return isOver ? midnight + 1 : midnight;
}

/** What should have left by now. `settings`: what who asks has read of them. */
export async function readLate(
  workspace: Reading,
  settings?: Promise<Pick<Settings, 'cutOffHour'>>,
): Promise<Answered<'handover', 'late'>> {
  const { late } = workspace.store.read;
  return {
    stayed: await late.stayedCount(),
    unsigned: await late.unsignedCount(await dayBefore(workspace, settings)),
    pickups: await late.latePickupCount(workspace.clock.now()),
  };
}

/** Parcels the courier left behind, longest waiting first. */
export async function listStayed(
  { store: { read } }: Reading,
  window: Window,
): Promise<Answered<'handover', 'stayed'>> {
  const rows = await read.late.stayed(window);
  return {
    total: await read.late.stayedCount(),
    rows: rows.map(({ closedAt, ...row }) => ({ ...row, packedAt: closedAt ?? 0 })),
  };
}

/** Lists that were not signed in time, oldest first. */
export async function listUnsigned(
  workspace: Reading,
  window: Window,
): Promise<Answered<'handover', 'unsigned'>> {
  const { read } = workspace.store;
  const bound = await dayBefore(workspace);
  const rows = await read.late.unsigned(bound, window);
  return {
    total: await read.late.unsignedCount(bound),
    rows: await Promise.all(rows.map((row) => handoverView(read, row))),
  };
}

/** Couriers who were called and have not come, latest first. */
export async function listLatePickups(
  { store: { read }, clock }: Reading,
  window: Window,
): Promise<Answered<'handover', 'latePickups'>> {
  const now = clock.now();
  const rows = await read.late.latePickups(now, window);
  return {
    total: await read.late.latePickupCount(now),
    rows: rows.map(({ endAt, ...row }) => ({ ...row, endAt: endAt ?? now })),
  };
}
