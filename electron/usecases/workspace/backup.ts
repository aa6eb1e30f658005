import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { shopSecond } from '../../../shared/rules/shopTime.ts';
import { backupFolder } from '../../store/backup/backUpDatabase.ts';
import { type BackupHeader, backupExtension } from '../../store/backup/backupFile.ts';
import { recordAct } from '../operators/acts.ts';
import { change, type Workspace } from './workspace.ts';

export interface MadeBackup {
  readonly file: string;
  readonly header: BackupHeader;
  /** Nothing but this computer's key store opens it: useless on another machine. */
  readonly isBoundToMachine: boolean;
}

/**
 * The same by somebody's hand, who may take it anywhere: on record before it is made, so that the copy knows of itself and
 * one that was killed is known of too.
 */
export async function backUpByHand(
  workspace: Workspace,
  target: string | undefined,
  stopping?: AbortSignal,
): Promise<Outcome<MadeBackup>> {
  if (workspace.workstation.isShared) return failure('SERVER_BACKS_UP');
  const what = target === undefined ? '' : basename(target);
  await change(workspace, ['operators'], (write) => recordAct(workspace, write, { kind: 'backed-up', what }));
  return backUpWorkspace(workspace, target, stopping);
}

/** Makes a verified backup. Into a folder it goes under its usual name; without a place, into the workspace's own `backups`. */
export async function backUpWorkspace(
  workspace: Workspace,
  target: string | undefined,
  stopping?: AbortSignal,
): Promise<Outcome<MadeBackup>> {
  const now = workspace.clock.now();
  const usualName = `shipdesk-${fileStamp(now)}${backupExtension}`;
  const isFolder =
    target !== undefined && statSync(target, { throwIfNoEntry: false })?.isDirectory() === true;
  const file =
    target === undefined || isFolder ? join(target ?? backupFolder(workspace.folder), usualName) : target;
  const made = await workspace.store.backUp(file, stopping);
  if (!made.ok) return made;
  await change(workspace, ['status', 'backups'], (write) => write.settings.put('lastBackupAt', now));
  const isBoundToMachine = made.value.keyFile.slots.every(({ kind }) => kind === 'key-store');
  return { ok: true, value: { file, header: made.value, isBoundToMachine } };
}

/** A moment as part of a file name, on the clock of the shop, which never changes its offset: `2026-11-26-000300`. People read these names. */
export function fileStamp(at: number): string {
  return shopSecond(at).replace(' ', '-').replaceAll(':', '');
}
