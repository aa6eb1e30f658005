import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import { totalOf } from '../../store/orders/orderTotals.ts';
import { isOpenQuestion } from '../orders/counts.ts';
import { backUpByHand, type MadeBackup } from './backup.ts';
import { readWorkInHand } from './workInHand.ts';
import type { Workspace } from './workspace.ts';

/** What a new version must not come between. */
interface OpenWork {
  readonly bookings: number;
  readonly labels: number;
  readonly unsureOrders: number;
  readonly unsureLabels: number;
}

interface UpdateReadiness {
  readonly open: OpenWork;
  /** null: something is open, so nothing was made. */
  readonly backup: MadeBackup | null;
}

async function readOpenWork(workspace: Workspace): Promise<OpenWork> {
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

/**
 * Before another version is installed over this one: nothing is under way and nothing unsure, and a verified backup of this moment is
 * there to go back to. An older version does not open what a newer one has upgraded.
 */
export async function prepareUpdate(
  workspace: Workspace,
  target: string | undefined,
): Promise<Outcome<UpdateReadiness>> {
  const open = await readOpenWork(workspace);
  if (Object.values(open).some((count) => count > 0)) return done({ open, backup: null });
  const backup = await backUpByHand(workspace, target);
  return backup.ok ? done({ open, backup: backup.value }) : backup;
}
