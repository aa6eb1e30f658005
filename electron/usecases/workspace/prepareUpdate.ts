import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import { totalOf } from '../../store/orders/orderTotals.ts';
import { isOpenQuestion } from '../orders/counts.ts';
import { backUpByHand, type MadeBackup } from './backup.ts';
import { readWorkInHand } from './workInHand.ts';
import type { Workspace } from './workspace.ts';

/** What a new version must not come between. */
export interface OpenWork {
  readonly bookings: number;
  readonly labels: number;
  readonly unsureOrders: number;
  readonly unsureLabels: number;
}

export interface UpdateReadiness {
  readonly open: OpenWork;
  /** Nothing is under way, and there is something to go back to. */
  readonly isReady: boolean;
  /** null: something is open, so nothing was made; or the book lies on a server. */
  readonly backup: MadeBackup | null;
  /** Who makes the backups: of a book on a server whoever owns that, and only they can say that there is one. */
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

export const isNothing = (open: OpenWork): boolean => Object.values(open).every((count) => count === 0);

/**
 * Before another version is installed over this one: nothing is under way and nothing unsure, and a verified backup of this moment is
 * there to go back to. An older version does not open what a newer one has upgraded. A book on a server is backed up by its owner: the
 * gate of open work holds there as well.
 */
export async function prepareUpdate(
  workspace: Workspace,
  target: string | undefined,
  stopping?: AbortSignal,
): Promise<Outcome<UpdateReadiness>> {
  const open = await readOpenWork(workspace);
  const isIdle = isNothing(open);
  const { isShared } = workspace.workstation;
  const backedUpBy = isShared ? 'server' : 'program';
  if (!isIdle || isShared) return done({ open, isReady: isIdle, backup: null, backedUpBy });
  const backup = await backUpByHand(workspace, target, stopping);
  return backup.ok ? done({ open, isReady: true, backup: backup.value, backedUpBy }) : backup;
}
