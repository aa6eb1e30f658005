import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Account } from '../../store/schema.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import type { CommandContext } from '../main/command.ts';

/** The account that the first operand names. */
export async function accountByName(
  workspace: Workspace,
  context: CommandContext,
): Promise<Outcome<Account>> {
  const [name] = context.operands;
  if (name === undefined) return failure('USAGE', { detail: 'account … NAME' });
  const account = await workspace.store.read.accounts.byName(name);
  return account === undefined ? failure('ACCOUNT_NOT_FOUND', { name }) : done(account);
}
