import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Account } from '../../store/schema.ts';
import { whyNoAccount } from '../../usecases/accounts/accounts.ts';
import { readRuleSet } from '../../usecases/booking/choosing/ruleSets.ts';
import { isPracticeAccount, practiceAccount } from '../../usecases/workspace/practice.ts';
import { readSettings } from '../../usecases/workspace/settings.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { found } from '../main/word.ts';

async function accountByName({ store }: Workspace, name: string): Promise<Outcome<Account>> {
  const account = await store.read.accounts.byName(name);
  return account === undefined ? failure('ACCOUNT_NOT_FOUND', { name }) : done(account);
}

/** An account by its name. */
export const account = found('NAME', accountByName);

/** The same; the practice platform's name finds the practice account under whatever name it has. */
export const accountToShip = found('NAME', async (workspace, name) => {
  const named = await accountByName(workspace, name);
  if (named.ok) return named;
  const practice = (await workspace.store.read.accounts.all()).find(
    (one) => isPracticeAccount(one) && one.platform === name,
  );
  return practice === undefined ? named : done(practice);
});

/** Who asks for practice never books with a real account, also where one is named beside it. */
export function fitForPractice(named: Account, isPracticeWanted: boolean): Outcome<Account> {
  return isPracticeWanted && !isPracticeAccount(named)
    ? failure('ACCOUNT_NOT_PRACTICE', { name: named.name })
    : done(named);
}

/** The account a person named; else practice if wanted, the default of Settings, or the only one there is. */
export async function chooseAccount(
  workspace: Workspace,
  named: Account | undefined,
  isPracticeWanted: boolean,
): Promise<Outcome<Account>> {
  if (named !== undefined) return fitForPractice(named, isPracticeWanted);
  if (isPracticeWanted) return practiceAccount(workspace);
  const { defaultAccountId } = await readSettings(workspace);
  const all = await workspace.store.read.accounts.all();
  const chosen = all.find(({ id }) => id === defaultAccountId) ?? (all.length === 1 ? all[0] : undefined);
  return chosen === undefined ? failure(await whyNoAccount(workspace)) : done(chosen);
}

/**
 * The account a person named; null: the rules choose, whose last word is the default account. Where there is neither
 * rule nor account to choose, this says so before anything begins.
 */
export async function chooseAccountOrRules(
  workspace: Workspace,
  named: Account | undefined,
  isPracticeWanted: boolean,
): Promise<Outcome<Account | null>> {
  const { versionNo } = await readRuleSet(workspace.store.read);
  const isByRules = named === undefined && (!isPracticeWanted || workspace.isPractice);
  if (isByRules && versionNo > 0) return done(null);
  const chosen = await chooseAccount(workspace, named, isPracticeWanted);
  return chosen.ok && isByRules ? done(null) : chosen;
}
