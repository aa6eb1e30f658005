import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { secretAmong } from '../../usecases/accounts/accountFields.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import type { CommandContext } from '../main/command.ts';
import { readPairs } from '../main/standardInput.ts';
import { flag, many, pair } from '../main/word.ts';

/** Fields of an account: those that are no secret as arguments, all of them on standard input behind the key. */
export const fieldOptions = { customer: many(pair('K=V')), 'customer-stdin': flag } as const;

interface GivenFields {
  readonly customer: readonly (readonly [string, string])[];
  readonly 'customer-stdin': boolean;
}

/** Refuses a secret among the arguments before anything is read; what is read comes after the key, from the same input. */
export function fieldsGiven(
  workspace: Workspace,
  platform: string,
  options: GivenFields,
): Outcome<(context: CommandContext) => Promise<Outcome<Readonly<Record<string, string>>>>> {
  const keys = options.customer.map(([key]) => key);
  const field = secretAmong(workspace, platform, keys);
  if (field !== undefined) return failure('ACCOUNT_SECRET_IN_ARGUMENT', { field });
  return done(async (context) => {
    const read = options['customer-stdin'] ? await readPairs(context) : done([]);
    return read.ok ? done(Object.fromEntries([...options.customer, ...read.value])) : read;
  });
}
