import { accountSchema } from '../../../shared/contracts/settings.ts';
import { failure } from '../../../shared/errors/outcome.ts';
import { describeError, inOneLine } from '../../../shared/text/describeError.ts';
import { type AccountTest, addAccount, testAccount } from '../../usecases/accounts/accounts.ts';
import { chooseCarrierLabel } from '../../usecases/accounts/carrierLabels.ts';
import { inColumns } from '../main/columns.ts';
import { type Command, type CommandContext, command, report, unwrap } from '../main/command.ts';
import { nothing, phrases } from '../main/phrases.ts';
import { firstInputLine } from '../main/terminal.ts';
import { flag, needed, required, text } from '../main/word.ts';
import { account } from './account.ts';
import { fieldOptions, fieldsOfNew } from './fieldOptions.ts';

const say = phrases({
  added: ['账号 {name} 已保存。', 'Account {name} is saved.'],
  works: [
    '账号 {name} 测试通过，用时 {durationMs} 毫秒。',
    'Account {name} works; the call took {durationMs} ms.',
  ],
  carrierLabelOn: [
    '账号 {name} 打印快递公司的模板：从下一单取号开始。',
    'Account {name} prints the carrier’s template, from the next booking on.',
  ],
  carrierLabelOff: ['账号 {name} 打印本程序的版式。', 'Account {name} prints our layout.'],
});

function testLine({ language }: Pick<CommandContext, 'language'>, name: string, test: AccountTest): string {
  if (test.errorCode === '') return say(language, 'works', { name, durationMs: test.durationMs });
  const params = { ...test.errorParams, name };
  return inOneLine(describeError(test.errorCode, params, language, 'commandLine'), language);
}

async function readKey({ terminal }: Pick<CommandContext, 'terminal'>, isPiped: boolean): Promise<string> {
  if (isPiped || !terminal.isInteractive) return (await firstInputLine(terminal)).trim();
  return (await terminal.askSecret('API key: ')) ?? '';
}

export const accountCommands: readonly Command[] = [
  command({
    name: 'account add',
    zh: '添加平台账号，密钥从标准输入第一行读取',
    en: 'add a platform account; its secret is the first line of stdin',
    access: 'changeAccounts',
    begins: true,
    operands: [text('PLATFORM')],
    options: {
      name: required(text('NAME')),
      id: needed(text('ID')),
      'key-stdin': flag,
      ...fieldOptions,
      endpoint: text('URL'),
      test: flag,
    },
    reads: 'the key, then with --customer-stdin K=V lines',
    async run({ workspace, operands: [platform], options, ...context }) {
      const { name, id, endpoint = null } = options;
      const readFields = fieldsOfNew(workspace, platform, options, context);
      const secret = await readKey(context, options['key-stdin']);
      const fields = unwrap(await readFields(context));
      const wish = { platform, name, merchantId: id, secret, endpoint, fields };
      const added = unwrap(await addAccount(workspace, wish));
      const view = accountSchema.parse({ ...added, unfinished: 0 });
      const human = [say(context.language, 'added', { name })];
      if (!options.test) return report(view, human);
      const test = unwrap(await testAccount(workspace, added.id));
      return report({ ...view, test }, [...human, testLine(context, name, test)], !test.ok);
    },
  }),
  command({
    name: 'account list',
    zh: '列出账号（不含密钥）',
    en: 'list accounts, without their secrets',
    access: 'seeWork',
    begins: true,
    async run({ workspace: { store, platforms }, language }) {
      const accounts = await store.read.accounts.all();
      const named = (id: string) =>
        platforms.find(({ manifest }) => manifest.id === id)?.manifest.name[language] ?? id;
      const views = await Promise.all(
        accounts.map(async (row) =>
          accountSchema.parse({ ...row, unfinished: await store.read.shipments.countUnfinished(row.id) }),
        ),
      );
      const lines = inColumns(
        views.map(({ name, platform, merchantId, endpoint }) => [
          name,
          named(platform),
          merchantId,
          endpoint ?? '',
        ]),
      );
      return report({ accounts: views }, lines.length === 0 ? [nothing(language)] : lines);
    },
  }),
  command({
    name: 'account test',
    zh: '用一次无害的调用检查地址、密钥和签名',
    en: 'check address, key and signature with one harmless call',
    access: 'changeAccounts',
    operands: [account],
    async run({ workspace, operands: [{ id, name }], ...context }) {
      const tested = unwrap(await testAccount(workspace, id));
      const { ok, errorCode, errorParams } = tested;
      if (!ok && errorCode !== '') return failure(errorCode, { ...errorParams, name });
      return report(tested, [testLine(context, name, tested)]);
    },
  }),
  command({
    name: 'account label',
    zh: '打印快递公司自带的模板，或本程序的版式（命令行没有窗口，总是用本程序的版式并说明）',
    en: 'print the carrier’s own template, or our layout (the command line has no window and says so)',
    access: 'changeAccounts',
    operands: [account],
    options: { carrier: flag, ours: flag },
    either: [['--carrier'], ['--ours']],
    async run({ workspace, language, operands: [{ id, name }], options: { carrier: isWanted } }) {
      unwrap(await chooseCarrierLabel(workspace, { accountId: id, isWanted }));
      const says = isWanted ? 'carrierLabelOn' : 'carrierLabelOff';
      return report({ account: name, carrierLabel: isWanted }, [say(language, says, { name })]);
    },
  }),
];
