import { accountSchema } from '../../../shared/contracts/settings.ts';
import { failure } from '../../../shared/errors/outcome.ts';
import { changeAccount } from '../../usecases/accounts/changeAccount.ts';
import { removeAccount } from '../../usecases/accounts/removeAccount.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { phrases } from '../main/phrases.ts';
import { readSecret } from '../main/terminal.ts';
import { filledText, flag, text } from '../main/word.ts';
import { account } from './account.ts';
import { fieldOptions, fieldsGiven } from './fieldOptions.ts';

const say = phrases({
  changed: ['账号 {name} 已更新。', 'The account {name} is changed.'],
  proven: ['新的密钥测试通过，用时 {durationMs} 毫秒。', 'The new key works; the call took {durationMs} ms.'],
  unchanged: ['平台没有接受新的内容，什么都没有改。', 'The platform did not accept it; nothing was changed.'],
  removed: ['账号 {name} 已删除。', 'Account {name} is removed.'],
  handedOver: [
    '账号 {name} 已删除，它的包裹和规则由 {heir} 接手。',
    'Account {name} is removed; {heir} takes over its parcels and rules.',
  ],
});

export const accountChangeCommands: readonly Command[] = [
  command({
    name: 'account change',
    zh: '修改账号的名称、编号、密钥、地址或字段；新的密钥先测试，通过才换上',
    en: 'change name, id, key, endpoint or fields; a new key is tested before it takes the old one’s place',
    access: 'changeAccounts',
    operands: [account],
    options: {
      name: filledText('NEW', 40),
      id: filledText('ID', 100),
      'key-stdin': flag,
      ...fieldOptions,
      endpoint: text('URL|own'),
      untested: flag,
    },
    reads: '--key-stdin: the new key, --customer-stdin: K=V lines',
    async run({ workspace, operands: [{ id: accountId, platform, name }], options, ...context }) {
      const { language, terminal } = context;
      const readFields = unwrap(fieldsGiven(workspace, platform, options));
      const secret = options['key-stdin'] ? await readSecret(terminal, 'API key: ') : '';
      const fields = unwrap(await readFields(context));
      const { endpoint } = options;
      const wish = {
        accountId,
        ...(options.name === undefined ? {} : { name: options.name }),
        ...(options.id === undefined ? {} : { merchantId: options.id }),
        ...(secret === '' ? {} : { secret }),
        ...(endpoint === undefined ? {} : { endpoint: endpoint === 'own' ? null : endpoint }),
        ...(Object.keys(fields).length === 0 ? {} : { fields }),
        isUntested: options.untested,
      };
      // Only the account and whether it is tested: nothing to do.
      if (Object.keys(wish).length === 2) return failure('ACCOUNT_NOTHING_TO_CHANGE', { name });
      const { account: row, isSaved, test } = unwrap(await changeAccount(workspace, wish));
      if (!isSaved && test !== null && test.errorCode !== '') {
        terminal.note(say(language, 'unchanged'));
        return failure(test.errorCode, { ...test.errorParams, name });
      }
      const unfinished = await workspace.store.read.shipments.countUnfinished(accountId);
      const human = [
        say(language, 'changed', { name: row.name }),
        ...(test === null ? [] : [say(language, 'proven', { durationMs: test.durationMs })]),
      ];
      return report({ ...accountSchema.parse({ ...row, unfinished }), test }, human);
    },
  }),
  command({
    name: 'account remove',
    zh: '删除账号；还有包裹或规则要用它时拒绝，或交给同一商户的另一个账号',
    en: 'remove an account; refused while parcels or rules need it, unless another of the same merchant takes over',
    access: 'changeAccounts',
    operands: [account],
    options: { to: account },
    async run({ workspace, language, operands: [{ id: accountId, name }], options: { to: heir } }) {
      unwrap(await removeAccount(workspace, { accountId, heirId: heir?.id ?? null }));
      const human =
        heir === undefined
          ? say(language, 'removed', { name })
          : say(language, 'handedOver', { name, heir: heir.name });
      return report({ removed: name, handedTo: heir?.name ?? null }, [human]);
    },
  }),
];
