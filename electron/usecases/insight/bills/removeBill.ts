import { setImmediate as nextTurn } from 'node:timers/promises';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import type { Bill } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { recordAct } from '../../operators/acts.ts';
import { change, type Workspace } from '../../workspace/workspace.ts';

const rowsAtATime = 5_000;

/** Its rows part by part, the bill itself last: stopped in between it is found again, and taken up. */
export async function removeRows({ store }: Pick<Workspace, 'store'>, billId: string): Promise<void> {
  while ((await store.write((write) => write.bills.removeSome(billId, rowsAtATime))) > 0) await nextTurn();
  await store.write((write) => write.bills.removeBill(billId));
}

export async function findBill({ store }: Pick<Workspace, 'store'>, id: string): Promise<Outcome<Bill>> {
  const bill = await store.read.bills.byId(id);
  return bill?.state === 'ready' ? done(bill) : failure('BILL_NOT_FOUND');
}

/** How many claims of a bill the carrier has received: with these it is evidence, and stays as it is. */
async function sentClaims({ bills }: Repositories, billId: string): Promise<number> {
  const totals = await bills.claimTotals(billId);
  return totals.reduce((sum, { claimState, items }) => sum + (claimState === 'open' ? 0 : items), 0);
}

export async function removeBill(workspace: Workspace, id: string): Promise<Outcome<null>> {
  const found = await findBill(workspace, id);
  if (!found.ok) return found;
  const count = await sentClaims(workspace.store.read, id);
  if (count > 0) return failure('BILL_CLAIMS_SENT', { count });
  const { carrier, fileName } = found.value;
  await change(workspace, ['bills'], async (write) => {
    // From here on it counts for nothing; what is left of its rows is removed at the next bill should this stop.
    await write.bills.finish(id, { state: 'reading' });
    // Exceptions that only this bill reported go with it.
    await write.caseWatches.watchBill(id, workspace.clock.now());
    await write.cod.forgetBill(id);
    await recordAct(workspace, write, { kind: 'bill-removed', what: `${carrier} ${fileName}` });
  });
  await removeRows(workspace, id);
  return done(null);
}
