import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import { totalOf } from '../../store/orders/orderTotals.ts';
import { isOpenQuestion } from '../orders/counts.ts';
import { backUpByHand, type MadeBackup } from '../workspace/backup.ts';
import { readWorkInHand } from '../workspace/workInHand.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Open work that an update must not interrupt. */
export interface OpenWork {
  readonly bookings: number;
  readonly labels: number;
  readonly unsureOrders: number;
  readonly unsureLabels: number;
}

export interface UpdateReadiness {
  readonly open: OpenWork;
  /** No work is open, and there is a backup to go back to. */
  readonly isReady: boolean;
  /** null: work is open, so none was made; or the book is on a server. */
  readonly backup: MadeBackup | null;
  /** Who makes the backups: for a book on a server its owner, who alone can confirm that there is one. */
  readonly backedUpBy: 'program' | 'server';
}

export async function readOpenWork(workspace: Workspace): Promise<OpenWork> {
  const { orders, printJobs } = workspace.store.read;
  const unsureOrders = (await orders.tallies()).filter(({ shipmentState }) => isOpenQuestion(shipmentState));
  const unsureLabels = (await printJobs.tallies()).filter(
    ({ state, isCancelled }) => state === 'unsure' && isCancelled === 0,
  );
  const { bookings, labels } = await readWorkInHand(workspace);
  return {
    bookings,
    labels,
    unsureOrders: totalOf(unsureOrders),
    unsureLabels: totalOf(unsureLabels),
  };
}

export const isIdle = (open: OpenWork): boolean => Object.values(open).every((count) => count === 0);

/**
 * Before another version is installed: no work is open or unsure, and there is a verified backup of this moment. An older version cannot
 * open what a newer one has upgraded. A book on a server is backed up by its owner; the check for open work applies there too.
 */
export async function prepareUpdate(
  workspace: Workspace,
  target: string | undefined,
  stopping?: AbortSignal,
): Promise<Outcome<UpdateReadiness>> {
  const open = await readOpenWork(workspace);
  const { isShared } = workspace.workstation;
  const backedUpBy = isShared ? 'server' : 'program';
  const isReady = isIdle(open);
  if (!isReady || isShared) return done({ open, isReady, backup: null, backedUpBy });
  const backup = await backUpByHand(workspace, target, stopping);
  return backup.ok ? done({ open, isReady: true, backup: backup.value, backedUpBy }) : backup;
}
