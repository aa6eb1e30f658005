import { join } from 'node:path';
import { backupFolder } from '../../store/backup/backUpDatabase.ts';
import { type FoundBackup, listBackups as listFolder, scheduledAt } from '../../store/backup/backupPlaces.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { placeRequest, readBackupPlan } from './plan.ts';

export interface ListedBackup {
  readonly file: string;
  readonly name: string;
  readonly place: 'own' | 'second';
  /** `schedule`: removed by the program when the ladder has no place for it. `person`: kept until somebody removes it. */
  readonly madeBy: 'schedule' | 'person' | 'upgrade';
  /** UTC ms; null with `isProven` false: nobody can say. */
  readonly madeAt: number | null;
  readonly orders: number | null;
  readonly bytes: number;
  /** It is whole, as its header says, and of this workspace. Its pages were read through when it was made. */
  readonly isProven: boolean;
}

/** What a closed workspace can say of the backups in its own folder, the newest first: what they say of themselves. */
export function backupsBeside(
  workspaceFolder: string,
): readonly Pick<ListedBackup, 'file' | 'name' | 'madeAt' | 'orders' | 'bytes'>[] {
  const folder = backupFolder(workspaceFolder);
  return listFolder(folder, null)
    .map(({ name, bytes, header }) => ({
      file: join(folder, name),
      name,
      bytes,
      madeAt: header?.madeAt ?? null,
      orders: header?.orders ?? null,
    }))
    .sort((one, other) => (other.madeAt ?? 0) - (one.madeAt ?? 0));
}

/** The backups there are, the newest first; those of a second place that is away are not among them. */
export async function listBackups(workspace: Workspace): Promise<readonly ListedBackup[]> {
  const { backupWorks } = workspace.store;
  const { second } = await readBackupPlan(workspace);
  const workspaceId = placeRequest(workspace, '')?.workspaceId ?? '';
  const owner = { workspaceId, key: workspace.keyFor('backup header') };
  const own = backupFolder(workspace.folder);
  const listed = async (folder: string, place: ListedBackup['place']) =>
    (await backupWorks.list(folder, owner))
      .filter(({ name, header }) => place === 'own' || isOurs(name, header, workspaceId))
      .map((found) => shown(found, folder, place, workspaceId));
  const lists = [await listed(own, 'own'), second === null ? [] : await listed(second.folder, 'second')];
  return lists.flat().sort((one, other) => (other.madeAt ?? 0) - (one.madeAt ?? 0));
}

/** A share may hold the backups of several benches. */
function isOurs(name: string, header: FoundBackup['header'], workspaceId: string): boolean {
  return header === null ? scheduledAt(name, workspaceId) !== null : header.workspaceId === workspaceId;
}

function shown(
  { name, bytes, header }: FoundBackup,
  folder: string,
  place: ListedBackup['place'],
  workspaceId: string,
): ListedBackup {
  const madeBy = scheduledAt(name, workspaceId) !== null ? 'schedule' : 'person';
  return {
    file: join(folder, name),
    name,
    place,
    madeBy: name.startsWith('before-') ? 'upgrade' : madeBy,
    madeAt: header?.madeAt ?? null,
    orders: header?.orders ?? null,
    bytes,
    isProven: header !== null && header.workspaceId === workspaceId,
  };
}
