import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { describeError } from '../../../shared/text/describeError.ts';
import { accountView } from '../../ipc/views.ts';
import type { Account } from '../../store/schema.ts';
import {
  type AccountTest,
  addAccount,
  removeAccount,
  testAccount,
} from '../../usecases/accounts/accounts.ts';
import { chooseCarrierLabel } from '../../usecases/accounts/carrierLabels.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import type { Command, CommandContext } from '../main/command.ts';
import { commandText } from '../main/commandText.ts';
import { firstInputLine } from '../main/terminal.ts';
import { withWorkspace } from '../main/withWorkspace.ts';

function accountLine(context: CommandContext, account: Account): string {
  const { name, platform, merchantId, endpoint } = account;
  return commandText(context.language, 'accountLine', {
    name,
    platform,
    merchantId,
    endpoint: endpoint ?? '',
  });
}

function customerFields(pairs: readonly string[]): Record<string, string> | null {
  const entries = pairs.map((pair) => pair.split(/=(.*)/s, 2));
  if (entries.some(([key, value]) => key === undefined || key === '' || value === undefined)) return null;
  return Object.fromEntries(entries) as Record<string, string>;
}

export const accountAddCommand: Command = {
  name: 'account add',
  usage: 'PLATFORM --name NAME --id ID [--key-stdin] [--customer K=V]… [--endpoint URL] [--test]',
  does: {
    'zh-CN': '添加平台账号，密钥从标准输入第一行读取',
    en: 'add a platform account; its secret is the first line of stdin',
  },
  options: {
    name: { type: 'string' },
    id: { type: 'string' },
    'key-stdin': { type: 'boolean' },
    customer: { type: 'string', multiple: true },
    endpoint: { type: 'string' },
    test: { type: 'boolean' },
  },
  async run(context) {
    const [platform] = context.operands;
    const name = context.text('name');
    const fields = customerFields(context.texts('customer'));
    if (platform === undefined || name === undefined || fields === null)
      return failure('USAGE', { detail: `account add ${accountAddCommand.usage}` });
    return withWorkspace(context, async (workspace) => {
      // Not before it is open: the first line may be a PIN.
      const secret = await readSecret(context);
      const account = {
        platform,
        name,
        merchantId: context.text('id') ?? '',
        secret,
        endpoint: context.text('endpoint') ?? null,
        fields,
      };
      const added = await addAccount(workspace, account);
      if (!added.ok) return added;
      const view = accountView(added.value, 0);
      const human = [commandText(context.language, 'accountAdded', { name })];
      if (!context.flag('test')) return done({ exitCode: 0, json: view, human });
      const tested = await testAccount(workspace, added.value.id);
      if (!tested.ok) return tested;
      return done({
        exitCode: tested.value.ok ? 0 : 3,
        json: { ...view, test: tested.value },
        human: [...human, testLine(context, name, tested.value)],
      });
    });
  },
};

function testLine({ language }: CommandContext, name: string, test: AccountTest): string {
  if (test.errorCode === '') return commandText(language, 'accountOk', { name, durationMs: test.durationMs });
  const { says, next } = describeError(test.errorCode, { ...test.errorParams, name }, language);
  return `${says} ${next}`;
}

async function readSecret(context: CommandContext): Promise<string> {
  if (context.flag('key-stdin') || !context.terminal.isInteractive)
    return (await firstInputLine(context.terminal)).trim();
  return (await context.terminal.askSecret('API key: ')) ?? '';
}

export const accountListCommand: Command = {
  name: 'account list',
  usage: '',
  does: { 'zh-CN': '列出账号（不含密钥）', en: 'list accounts, without their secrets' },
  options: {},
  run: (context) =>
    withWorkspace(context, async ({ store }) => {
      const accounts = await store.read.accounts.all();
      const views = await Promise.all(
        accounts.map(async (account) =>
          accountView(account, await store.read.shipments.countUnfinished(account.id)),
        ),
      );
      const human =
        accounts.length === 0
          ? [commandText(context.language, 'none')]
          : accounts.map((account) => accountLine(context, account));
      return done({ exitCode: 0, json: { accounts: views }, human });
    }),
};

export const accountTestCommand: Command = {
  name: 'account test',
  usage: 'NAME',
  does: {
    'zh-CN': '用一次无害的调用检查地址、密钥和签名',
    en: 'check address, key and signature with one harmless call',
  },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const account = await accountByName(workspace, context);
      if (!account.ok) return account;
      const tested = await testAccount(workspace, account.value.id);
      if (!tested.ok) return tested;
      const { ok, errorCode, errorParams, durationMs } = tested.value;
      if (!ok && errorCode !== '') return failure(errorCode, { ...errorParams, name: account.value.name });
      return done({
        exitCode: 0,
        json: tested.value,
        human: [commandText(context.language, 'accountOk', { name: account.value.name, durationMs })],
      });
    }),
};

export const accountRemoveCommand: Command = {
  name: 'account remove',
  usage: 'NAME',
  does: { 'zh-CN': '删除账号', en: 'remove an account' },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const account = await accountByName(workspace, context);
      if (!account.ok) return account;
      const removed = await removeAccount(workspace, account.value.id);
      if (!removed.ok) return removed;
      const { name } = account.value;
      return done({
        exitCode: 0,
        json: { removed: name },
        human: [commandText(context.language, 'accountRemoved', { name })],
      });
    }),
};

export const accountLabelCommand: Command = {
  name: 'account label',
  usage: 'NAME --carrier|--ours',
  does: {
    'zh-CN': '打印快递公司自带的模板，或本程序的版式（命令行没有窗口，总是用本程序的版式并说明）',
    en: 'print the carrier’s own template, or our layout (the command line has no window and says so)',
  },
  options: { carrier: { type: 'boolean' }, ours: { type: 'boolean' } },
  run(context) {
    const isWanted = context.flag('carrier');
    if (isWanted === context.flag('ours'))
      return Promise.resolve(failure('USAGE', { detail: `account label ${accountLabelCommand.usage}` }));
    return withWorkspace(context, async (workspace) => {
      const account = await accountByName(workspace, context);
      if (!account.ok) return account;
      const { id, name } = account.value;
      const chosen = await chooseCarrierLabel(workspace, { accountId: id, isWanted });
      if (!chosen.ok) return chosen;
      const says = isWanted ? 'carrierLabelOn' : 'carrierLabelOff';
      return done({
        exitCode: 0,
        json: { account: name, carrierLabel: isWanted },
        human: [commandText(context.language, says, { name })],
      });
    });
  },
};

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
