import { statSync } from 'node:fs';
import { backupStanding } from '../../../shared/rules/backupAge.ts';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import { othersWhoRead } from '../../platform/ownerOnlyFiles.ts';
import { placeOf } from '../../platform/windows/drives.ts';
import { readBackupFacts } from '../backups/plan.ts';
import { readBookingHealth, readClockSkew } from '../booking/health.ts';
import { checkRecord } from '../operators/seal.ts';
import { showRetention } from '../retention/retention.ts';
import { readMoveParts } from '../workstations/moveParts.ts';
import { readSettings } from './settings.ts';
import type { Workspace } from './workspace.ts';

export interface WorkspaceCheck {
  readonly name:
    | 'key'
    | 'keys'
    | 'database'
    | 'permissions'
    | 'place'
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
    | 'acts'
    | 'seal'
    | 'pins'
    | 'retention'
    | 'parts';
  readonly state: 'ok' | 'warn' | 'fail';
  /** A count or a fact, not a sentence. */
  readonly detail: string;
}

/** Checks everything a shift depends on. Opening the workspace has already proven key, pragmas and structure. */
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
    checked('key', !workspace.isPractice, workspace.isPractice ? 'practice' : 'sealed'),
    keysCheck(workspace),
    checked('database', isSound, isSound ? 'ok' : 'fail', 'fail'),
    permissionCheck(workspace),
    placeCheck(workspace),
    checked('queue', true, count('planned')),
    checked('unsure', unsure === 0, unsure),
    checked('prints', openPrints === 0, openPrints),
    checked('sender', settings.sender !== null, settings.sender === null ? 0 : 1),
    checked('accounts', accounts.length > 0, accounts.length),
    resourceCheck(workspace),
    await backupCheck(workspace),
    await journalCheck(workspace),
    await clockCheck(workspace),
    await laneCheck(workspace),
    await pinCheck(workspace),
    await retentionCheck(workspace),
    await partsCheck(workspace),
    ...(await recordChecks(workspace)),
  ];
}

function checked(
  name: WorkspaceCheck['name'],
  isFine: boolean,
  detail: string | number,
  otherwise: 'warn' | 'fail' = 'warn',
): WorkspaceCheck {
  return { name, state: isFine ? 'ok' : otherwise, detail: String(detail) };
}

/** `detail`: how many keys open it · `bound`: none that another computer could use · `weak`: a passphrase easy to guess. */
function keysCheck({ isPractice, keyChain }: Workspace): WorkspaceCheck {
  const known = keyChain.slots();
  if (!known.ok) return checked('keys', false, 'fail', 'fail');
  if (isPractice) return checked('keys', true, 'practice');
  const isBound = known.value.every(({ kind }) => kind === 'key-store');
  if (isBound) return checked('keys', false, 'bound');
  return checked('keys', !keyChain.isPassphraseWeak, keyChain.isPassphraseWeak ? 'weak' : known.value.length);
}

/** `detail`: days since the last backup · `server`: made elsewhere. Judged as the status bar does. */
async function backupCheck(workspace: Workspace): Promise<WorkspaceCheck> {
  if (workspace.workstation.isShared) return checked('backup', true, 'server');
  const now = workspace.clock.now();
  const facts = await readBackupFacts(workspace, false);
  if (facts.lastBackupAt === null) return checked('backup', false, 'never');
  const days = Math.max(0, Math.floor((now - facts.lastBackupAt) / dayMs));
  return checked('backup', backupStanding(facts, now) === 'fine', days);
}

/** `detail`: bookings in the journal whose orders have not come back since a backup was restored. */
async function journalCheck({ store, journal }: Workspace): Promise<WorkspaceCheck> {
  const open = await store.read.outsideReferences.countOpen();
  const isSound = journal.refusal() === null && journal.isWhole();
  return isSound ? checked('journal', open === 0, open) : checked('journal', false, 'fail', 'fail');
}

/** `detail`: seconds this computer is behind (negative: ahead), as the last replies showed. */
async function clockCheck(workspace: Workspace): Promise<WorkspaceCheck> {
  const { skewMs, limitMs } = await readClockSkew(workspace);
  if (skewMs === null) return checked('clock', true, 'unmeasured');
  return checked('clock', Math.abs(skewMs) <= limitMs, Math.round(skewMs / 1_000));
}

/** `detail`: accounts that the platform refuses, or that may not make real bookings yet. */
async function laneCheck(workspace: Workspace): Promise<WorkspaceCheck> {
  const health = await readBookingHealth(workspace);
  const stoppedLanes = health.filter(({ lane, lock }) => lane === 'stopped' || lock === 'locked').length;
  return checked('lanes', stoppedLanes === 0, stoppedLanes);
}

/** `detail`: managers whose PIN is shorter than now required. */
async function pinCheck({ store }: Workspace): Promise<WorkspaceCheck> {
  const active = await store.read.operators.active();
  const short = active.filter(({ role, pinForm }) => role === 'manager' && pinForm === 'short').length;
  return checked('pins', short === 0, short);
}

/** `detail`: orders whose personal data is overdue, where no retention time is set and nothing is erased automatically. */
async function retentionCheck(workspace: Workspace): Promise<WorkspaceCheck> {
  const { isChosen, due } = await showRetention(workspace);
  return checked('retention', isChosen || due === 0, due);
}

/** `detail`: servers on which an interrupted move may have left part of the book. */
async function partsCheck(workspace: Workspace): Promise<WorkspaceCheck> {
  const { length } = await readMoveParts(workspace);
  return checked('parts', length === 0, length);
}

/** `detail`: the first changed entry of the record of acts · what contradicts the sealed file. */
async function recordChecks(workspace: Workspace): Promise<WorkspaceCheck[]> {
  const { brokenNo, troubles } = await checkRecord(workspace);
  const seen = [...new Set(troubles)].join(' ');
  return [
    checked('seal', seen === '', seen === '' ? 'ok' : seen, 'fail'),
    checked('acts', brokenNo === null, brokenNo ?? 'ok', 'fail'),
  ];
}

/** `detail`: the folder's mode, on Windows who else can read it · what others could read until now. */
function permissionCheck({ folder, tightened }: Workspace): WorkspaceCheck {
  if (process.platform === 'win32') {
    const others = othersWhoRead(folder);
    if (others.includes('?')) return checked('permissions', false, 'unchecked');
    if (others.length > 0) return checked('permissions', false, others.join(' '), 'fail');
    return checked('permissions', tightened.length === 0, tightened.join(' ') || 'own');
  }
  const mode = statSync(folder).mode & 0o777;
  if ((mode & 0o077) !== 0) return checked('permissions', false, mode.toString(8), 'fail');
  return checked('permissions', tightened.length === 0, tightened.join(' ') || mode.toString(8));
}

/** `detail`: on this computer · a network drive, where two programs cannot be kept apart · a profile copied at each sign-out. */
function placeCheck({ folder }: Workspace): WorkspaceCheck {
  const place = placeOf(folder);
  return checked('place', place === 'local', place, place === 'network' ? 'fail' : 'warn');
}

function resourceCheck(workspace: Workspace): WorkspaceCheck {
  try {
    void workspace.fonts;
    const { version, refusedUpdate } = workspace.divisions;
    const isFine = refusedUpdate === null;
    return checked('resources', isFine, isFine ? version : `${version} (divisions/: ${refusedUpdate})`);
  } catch {
    return checked('resources', false, '', 'fail');
  }
}
