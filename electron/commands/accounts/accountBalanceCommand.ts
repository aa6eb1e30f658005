import { carrierName } from '../../../shared/domain/carriers/carrierNames.ts';
import { readCarrierCode } from '../../../shared/domain/carriers/readCarrierCode.ts';
import { done, failure } from '../../../shared/errors/outcome.ts';
import { type AskedBalance, askBalance } from '../../usecases/accounts/balance.ts';
import type { Command, CommandContext } from '../main/command.ts';
import { commandText } from '../main/commandText.ts';
import { withWorkspace } from '../main/withWorkspace.ts';

export const accountBalanceCommand: Command = {
  name: 'account balance',
  usage: 'NAME [--carrier CODE]',
  does: {
    'zh-CN': '查询账号在快递公司网点的单号余量',
    en: 'ask how many waybill numbers are left at a carrier',
  },
  options: { carrier: { type: 'string' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const [name] = context.operands;
      if (name === undefined)
        return failure('USAGE', { detail: `account balance ${accountBalanceCommand.usage}` });
      const account = await workspace.store.read.accounts.byName(name);
      if (account === undefined) return failure('ACCOUNT_NOT_FOUND', { name });
      const said = context.text('carrier') ?? '';
      const asked = await askBalance(workspace, account.id, readCarrierCode(said) ?? said);
      if (!asked.ok) return asked;
      const { carrier, balance, checkedAt } = asked.value;
      const json = { account: name, carrier, ...balance, checkedAt: new Date(checkedAt).toISOString() };
      return done({ exitCode: 0, json, human: [line(context, asked.value)] });
    }),
};

function line({ language }: CommandContext, { carrier, balance }: AskedBalance): string {
  const named = carrierName(carrier, language);
  switch (balance.kind) {
    case 'counted':
      return commandText(language, 'balanceLine', { carrier: named, available: balance.available });
    case 'unlimited':
      return commandText(language, 'balanceUnlimited', { carrier: named });
    case 'unknown':
      return commandText(language, 'balanceUnknown', { carrier: named });
  }
}
