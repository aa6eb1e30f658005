import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { secretAmong } from '../../usecases/accounts/accountFields.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import type { CommandContext } from '../main/command.ts';
import { phrases } from '../main/phrases.ts';
import { readPairs } from '../main/standardInput.ts';
import { flag, many, pair } from '../main/word.ts';

/** Fields of an account, as arguments or on standard input behind the key. */
export const fieldOptions = { customer: many(pair('K=V')), 'customer-stdin': flag } as const;

interface GivenFields {
  readonly customer: readonly (readonly [string, string])[];
  readonly 'customer-stdin': boolean;
}

type ReadFields = (context: CommandContext) => Promise<Outcome<Readonly<Record<string, string>>>>;

const say = phrases({
  seen: [
    '提示：字段 {field} 写在参数里，这台电脑上别的程序看得到；请用 --customer-stdin 从标准输入给出。',
    'Note: other programs on this computer see the field {field} among the arguments; give it on standard input with --customer-stdin.',
  ],
});

/** What is read comes after the key, from the same input. */
const readerOf =
  (options: GivenFields): ReadFields =>
  async (context) => {
    const read = options['customer-stdin'] ? await readPairs(context) : done([]);
    return read.ok ? done(Object.fromEntries([...options.customer, ...read.value])) : read;
  };

const secretOf = (workspace: Workspace, platform: string, { customer }: GivenFields): string | undefined =>
  secretAmong(
    workspace,
    platform,
    customer.map(([key]) => key),
  );

/** Refuses a secret among the arguments before anything is read: an account in use is never changed so. */
export function fieldsGiven(
  workspace: Workspace,
  platform: string,
  options: GivenFields,
): Outcome<ReadFields> {
  const field = secretOf(workspace, platform, options);
  return field === undefined ? done(readerOf(options)) : failure('ACCOUNT_SECRET_IN_ARGUMENT', { field });
}

/** The fields of a new account. The carrier's password may stand among them as its other fields do; whoever gives it so is warned. */
export function fieldsOfNew(
  workspace: Workspace,
  platform: string,
  options: GivenFields,
  { terminal, language }: Pick<CommandContext, 'terminal' | 'language'>,
): ReadFields {
  const field = secretOf(workspace, platform, options);
  if (field !== undefined) terminal.note(say(language, 'seen', { field }));
  return readerOf(options);
}
