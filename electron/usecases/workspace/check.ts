import { statSync } from 'node:fs';
import { readBookingHealth, readClockSkew } from '../booking/health.ts';
import { findBrokenAct } from '../operators/acts.ts';
import { readSettings } from './settings.ts';
import type { Workspace } from './workspace.ts';

export interface WorkspaceCheck {
  readonly name:
    | 'key'
    | 'database'
    | 'permissions'
    | 'queue'
    | 'unsure'
    | 'prints'
    | 'sender'
    | 'accounts'
    | 'resources'
    | 'backup'
    | 'journal'
    | 'clock'
    | 'lanes'
    | 'acts';
  readonly state: 'ok' | 'warn' | 'fail';
  /** A count or a fact, no sentence. */
  readonly detail: string;
}

/** Looks at everything a shift depends on. Opening the workspace has proven key, pragmas and structure already. */
export async function checkWorkspace(workspace: Workspace): Promise<WorkspaceCheck[]> {
  const { read } = workspace.store;
  const settings = await readSettings(workspace);
  const states = await read.orders.shipmentCounts();
  const count = (state: string) =>
    states.filter((row) => row.shipmentState === state).reduce((sum, row) => sum + row.total, 0);
  const unsure = count('unsure') + count('voiding');
  const prints = await read.printJobs.counts();
  const openPrints = prints
    .filter(({ state }) => state === 'unsure' || state === 'failed')
    .reduce((sum, row) => sum + row.total, 0);
  const accounts = await read.accounts.all();
  const isSound = await read.health();
  return [
    {
      name: 'key',
      state: workspace.isPractice ? 'warn' : 'ok',
      detail: workspace.isPractice ? 'practice' : 'sealed',
    },
    { name: 'database', state: isSound ? 'ok' : 'fail', detail: isSound ? 'ok' : 'fail' },
    permissionCheck(workspace.folder),
    { name: 'queue', state: 'ok', detail: String(count('planned')) },
    { name: 'unsure', state: unsure > 0 ? 'warn' : 'ok', detail: String(unsure) },
    { name: 'prints', state: openPrints > 0 ? 'warn' : 'ok', detail: String(openPrints) },
    {
      name: 'sender',
      state: settings.sender === null ? 'warn' : 'ok',
      detail: settings.sender === null ? '0' : '1',
    },
    { name: 'accounts', state: accounts.length === 0 ? 'warn' : 'ok', detail: String(accounts.length) },
    resourceCheck(workspace),
    backupCheck(settings.lastBackupAt, workspace.clock.now()),
    await journalCheck(workspace),
    await clockCheck(workspace),
    await laneCheck(workspace),
    await actsCheck(workspace),
  ];
}

const dayMs = 24 * 60 * 60_000;
/** A week of orders is what a small merchant can still write down again by hand. */
const oldBackupDays = 7;

/** `detail`: days since the last backup. */
function backupCheck(lastBackupAt: number | null, now: number): WorkspaceCheck {
  if (lastBackupAt === null) return { name: 'backup', state: 'warn', detail: 'never' };
  const days = Math.floor((now - lastBackupAt) / dayMs);
  return { name: 'backup', state: days >= oldBackupDays ? 'warn' : 'ok', detail: String(days) };
}

/** `detail`: bookings the journal knows of whose orders have not come back since a backup was restored. */
async function journalCheck({ store, journal }: Workspace): Promise<WorkspaceCheck> {
  const open = await store.read.outsideReferences.countOpen();
  const isSound = journal.after(null).damagedLines === 0;
  if (!isSound) return { name: 'journal', state: 'fail', detail: 'fail' };
  return { name: 'journal', state: open > 0 ? 'warn' : 'ok', detail: String(open) };
}

/** `detail`: seconds this computer is behind (negative: ahead), as the last replies told. */
async function clockCheck(workspace: Workspace): Promise<WorkspaceCheck> {
  const { skewMs, limitMs } = await readClockSkew(workspace);
  if (skewMs === null) return { name: 'clock', state: 'ok', detail: 'unmeasured' };
  const isOff = Math.abs(skewMs) > limitMs;
  return { name: 'clock', state: isOff ? 'warn' : 'ok', detail: String(Math.round(skewMs / 1_000)) };
}

/** `detail`: accounts that the platform refuses, or that may not book for real yet. */
async function laneCheck(workspace: Workspace): Promise<WorkspaceCheck> {
  const health = await readBookingHealth(workspace);
  const standing = health.filter(({ lane, lock }) => lane === 'stopped' || lock === 'locked').length;
  return { name: 'lanes', state: standing > 0 ? 'warn' : 'ok', detail: String(standing) };
}

/** `detail`: the first entry of the record of acts that was changed, or before which one is missing. */
async function actsCheck(workspace: Workspace): Promise<WorkspaceCheck> {
  const brokenNo = await findBrokenAct(workspace);
  return {
    name: 'acts',
    state: brokenNo === null ? 'ok' : 'fail',
    detail: brokenNo === null ? 'ok' : String(brokenNo),
  };
}

function permissionCheck(folder: string): WorkspaceCheck {
  // Windows keeps rights elsewhere; the per-user folder is its owner's.
  const mode = statSync(folder).mode & 0o777;
  const isOwnerOnly = process.platform === 'win32' || (mode & 0o077) === 0;
  return { name: 'permissions', state: isOwnerOnly ? 'ok' : 'fail', detail: mode.toString(8) };
}

function resourceCheck(workspace: Workspace): WorkspaceCheck {
  try {
    void workspace.fonts;
    const { version, refusedUpdate } = workspace.divisions;
    if (refusedUpdate === null) return { name: 'resources', state: 'ok', detail: version };
    return { name: 'resources', state: 'warn', detail: `${version} (divisions/: ${refusedUpdate})` };
  } catch {
    return { name: 'resources', state: 'fail', detail: '' };
  }
}
