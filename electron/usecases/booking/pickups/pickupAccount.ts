import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { type OpenAccount, openAccount } from '../../accounts/openAccount.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { accountLock } from '../goLive/accountLock.ts';

/** The account that calls the courier: the one named, else the one that booked the order when it can, else the first that can. */
export async function pickupAccount(
  workspace: Workspace,
  named: string | null,
  bookedWith: string,
): Promise<Outcome<OpenAccount>> {
  const all = await workspace.store.read.accounts.all();
  const wanted = named ?? bookedWith;
  const others = named === null ? all.map(({ id }) => id).filter((id) => id !== wanted) : [];
  for (const id of [wanted, ...others]) {
    const opened = await openAccount(workspace, id);
    if (!opened.ok) {
      if (named !== null) return opened;
      continue;
    }
    const { platform, row } = opened.value;
    if (platform.orderPickup === undefined) {
      if (named !== null) return failure('PICKUP_ACCOUNT_CANNOT', { name: row.name });
      continue;
    }
    if ((await accountLock(workspace, row)) === 'locked') {
      if (named !== null) return failure('ACCOUNT_LOCKED', { name: row.name });
      continue;
    }
    return done(opened.value);
  }
  return failure('PICKUP_NOT_OFFERED');
}
