import { basename } from 'node:path';
import type { BackupsView } from '../../../shared/contracts/backups.ts';
import type { Asked } from '../../../shared/contracts/contract.ts';
import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { alarmDaysOf, type BackupFacts, backupStanding } from '../../../shared/rules/backupAge.ts';
import type { PlaceRequest } from '../../store/backup/backupPlaces.ts';
import type { Settings } from '../../store/workspace/settings.ts';
import { readKeyFile } from '../../vault/workspaceKey.ts';
import { change, type Workspace } from '../workspace/workspace.ts';

/** What the running core knows of its backups beyond what is stored. */
export interface BackupKnowledge {
  readonly failing: Failure | null;
  /** What failed at the second place; the drive may just be away. */
  readonly secondFailing: Failure | null;
  /** UTC ms, of a program that makes them by itself: since when it may have. Absent: it makes none. */
  readonly makingSince?: number;
}

export const nothingFails: BackupKnowledge = { failing: null, secondFailing: null };

export interface BackupPlan {
  readonly isScheduled: boolean;
  /** Days after which a backup is too old. */
  readonly alarmDays: number;
  readonly second: { readonly folder: string; readonly chosenAt: number } | null;
}

type PlannedWorkspace = Pick<Workspace, 'store' | 'isPractice' | 'workstation'>;

/** How backups are made here: of a practice workspace only when somebody wants them, of a book on a server never. */
export async function readBackupPlan({
  store,
  isPractice,
  workstation,
}: PlannedWorkspace): Promise<BackupPlan> {
  const plan = await store.read.settings.get('backupPlan');
  const isScheduled = !workstation.isShared && (plan.isScheduled ?? !isPractice);
  return { isScheduled, alarmDays: alarmDaysOf({ ...plan, isScheduled }), second: plan.second };
}

/** Switches the schedule, or says when a backup is too old. */
export async function changeBackupPlan(
  workspace: Workspace,
  patch: Asked<'backups', 'set'>,
): Promise<Outcome<null>> {
  if (workspace.workstation.isShared) return failure('SERVER_BACKS_UP');
  await change(workspace, ['backups', 'status'], async (write) => {
    const plan = await write.settings.get('backupPlan');
    const { isScheduled = plan.isScheduled, alarmDays = plan.alarmDays } = patch;
    await write.settings.put('backupPlan', { ...plan, isScheduled, alarmDays });
  });
  return done(null);
}

/** A folder on another disk gets a copy of each backup from now on; null: no more. What lies there stays there. */
export async function chooseSecondPlace(workspace: Workspace, folder: string | null): Promise<Outcome<null>> {
  if (folder !== null) {
    const request = placeRequest(workspace, folder);
    if (request === null) return failure('WORKSPACE_DAMAGED');
    const marked = await workspace.store.backupWorks.mark(request);
    if (!marked.ok) return marked;
  }
  await change(workspace, ['backups', 'status'], async (write) => {
    const plan = await write.settings.get('backupPlan');
    const memory = await write.settings.get('backupMemory');
    const second = folder === null ? null : { folder, chosenAt: workspace.clock.now() };
    await write.settings.put('backupPlan', { ...plan, second });
    await write.settings.put('backupMemory', {
      ...memory,
      copied: null,
      looks: { ...memory.looks, second: null },
    });
  });
  return done(null);
}

/** null: the key file is not to be read, and with it the workspace's name. */
export function placeRequest({ folder }: Pick<Workspace, 'folder'>, place: string): PlaceRequest | null {
  const keyFile = readKeyFile(folder);
  if (keyFile?.ok !== true) return null;
  return { folder: place, workspaceFolder: folder, workspaceId: keyFile.value.workspaceId };
}

/** What the rule of age is asked with. `isFailing` is what the running core knows, `settings` what who asks has read of them. */
export async function readBackupFacts(
  workspace: PlannedWorkspace,
  isFailing: boolean,
  settings?: Pick<Settings, 'lastBackupAt'>,
): Promise<BackupFacts> {
  const plan = await readBackupPlan(workspace);
  const { copied } = await workspace.store.read.settings.get('backupMemory');
  const { lastBackupAt } = settings ?? {
    lastBackupAt: await workspace.store.read.settings.get('lastBackupAt'),
  };
  const secondSince = plan.second === null ? null : (copied?.at ?? plan.second.chosenAt);
  const usedSince = lastBackupAt === null ? await usedSinceOf(workspace) : null;
  return {
    lastBackupAt,
    isScheduled: plan.isScheduled,
    alarmDays: plan.alarmDays,
    isFailing,
    secondSince,
    usedSince,
    isElsewhere: workspace.workstation.isShared,
  };
}

/** The first order or the first account: before, there is nothing to lose. What is practised with is nothing, either. */
async function usedSinceOf({
  store,
  isPractice,
}: Pick<Workspace, 'store' | 'isPractice'>): Promise<number | null> {
  if (isPractice) return null;
  const order = await store.read.platformRecords.firstOrderAt();
  const accounts = (await store.read.accounts.all()).map(({ createdAt }) => createdAt);
  const first = Math.min(order ?? Number.POSITIVE_INFINITY, ...accounts);
  return Number.isFinite(first) ? first : null;
}

/** Everything Settings shows besides the list. */
export async function readBackups(
  workspace: Workspace,
  { failing, secondFailing }: BackupKnowledge,
): Promise<BackupsView> {
  const facts = await readBackupFacts(workspace, failing !== null);
  const { second } = await readBackupPlan(workspace);
  const { copied } = await workspace.store.read.settings.get('backupMemory');
  const keyFile = readKeyFile(workspace.folder);
  return {
    isScheduled: facts.isScheduled,
    alarmDays: alarmDaysOf(facts),
    lastBackupAt: facts.lastBackupAt,
    standing: backupStanding(facts, workspace.clock.now()),
    ...(failing === null ? {} : { failing }),
    second:
      second === null
        ? null
        : {
            folderName: basename(second.folder) || second.folder,
            copiedAt: copied?.at ?? null,
            ...(secondFailing === null ? {} : { failing: secondFailing }),
          },
    isBoundToMachine: keyFile?.ok === true && keyFile.value.slots.every(({ kind }) => kind === 'key-store'),
  };
}
