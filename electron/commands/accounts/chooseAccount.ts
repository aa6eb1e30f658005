import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Account } from '../../store/schema.ts';
import { readRuleSet } from '../../usecases/booking/choosing/ruleSets.ts';
import { isPracticeAccount, practiceAccount } from '../../usecases/workspace/practice.ts';
import { readSettings } from '../../usecases/workspace/settings.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';

/** The account by name; without a name practice if wanted, the default of Settings, or the only one there is. */
export async function chooseAccount(
  workspace: Workspace,
  name: string | undefined,
  isPracticeWanted: boolean,
): Promise<Outcome<Account>> {
  const { accounts } = workspace.store.read;
  if (name !== undefined) {
    const named =
      (await accounts.byName(name)) ??
      (await accounts.all()).find((one) => isPracticeAccount(one) && one.platform === name);
    return named === undefined ? failure('ACCOUNT_NOT_FOUND', { name }) : done(named);
  }
  if (isPracticeWanted) return practiceAccount(workspace);
  const { defaultAccountId } = await readSettings(workspace);
  const all = await accounts.all();
  const chosen = all.find(({ id }) => id === defaultAccountId) ?? (all.length === 1 ? all[0] : undefined);
  return chosen === undefined ? failure('ACCOUNT_MISSING') : done(chosen);
}

/**
 * The account a person named; null: the rules choose, whose last word is the default account. Where there is neither
 * rule nor account to be told, this says so before anything is begun.
 */
export async function chooseAccountOrRules(
  workspace: Workspace,
  name: string | undefined,
  isPracticeWanted: boolean,
): Promise<Outcome<Account | null>> {
  const { versionNo } = await readRuleSet(workspace.store.read);
  const isByRules = name === undefined && (!isPracticeWanted || workspace.isPractice);
  if (isByRules && versionNo > 0) return done(null);
  const account = await chooseAccount(workspace, name, isPracticeWanted);
  return account.ok && isByRules ? done(null) : account;
}
