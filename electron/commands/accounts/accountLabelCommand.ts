import { done, failure } from '../../../shared/errors/outcome.ts';
import { chooseCarrierLabel } from '../../usecases/accounts/carrierLabels.ts';
import type { Command } from '../main/command.ts';
import { commandText } from '../main/commandText.ts';
import { withWorkspace } from '../main/withWorkspace.ts';
import { accountByName } from './accountByName.ts';

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
