import { done, failure } from '../../../shared/errors/outcome.ts';
import { askAddress } from '../../usecases/correcting/askAddress.ts';
import { receiverOf } from '../../usecases/orders/orderRow.ts';
import type { Command } from '../main/command.ts';
import { localTime } from '../main/localTime.ts';
import { withWorkspace } from '../main/withWorkspace.ts';
import { orderByNumber } from '../orders/orderByNumber.ts';
import { recordShown } from '../orders/recordShown.ts';
import { knowledgeText } from './knowledgeText.ts';
import { maskReceiver, receiverLine } from './maskReceiver.ts';

/** One order at a time and only on demand: the text leaves the machine. The answer is shown, never stored. */
export const addressAskCommand: Command = {
  name: 'address ask',
  usage: 'NO [--account NAME] [--reveal]',
  does: {
    'zh-CN': '问平台怎样理解一个订单的地址，和本机的并排显示，不保存',
    en: 'ask the platform how it understands the address of one order; shown beside ours, not stored',
  },
  options: { account: { type: 'string' }, reveal: { type: 'boolean' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const order = await orderByNumber(workspace, context, addressAskCommand);
      if (!order.ok) return order;
      const name = context.text('account');
      const account = name === undefined ? undefined : await workspace.store.read.accounts.byName(name);
      if (name !== undefined && account === undefined) return failure('ACCOUNT_NOT_FOUND', { name });
      const orderId = order.value.id;
      const asked = await askAddress(workspace, { orderId, accountId: account?.id });
      if (!asked.ok) return asked;
      const isRevealed = context.flag('reveal');
      await recordShown(workspace, context, { what: 'address', orderId, count: 1 });
      const { receiver, checkedAt, differs, accountName, platform } = asked.value;
      const ours = maskReceiver(receiverOf(order.value), isRevealed);
      const answer = maskReceiver(receiver, isRevealed);
      const { language } = context;
      const said = { account: accountName, at: localTime(checkedAt), receiver: receiverLine(answer) };
      return done({
        exitCode: 0,
        json: {
          orderNo: order.value.orderNo,
          accountName,
          platform,
          checkedAt: new Date(checkedAt).toISOString(),
          ours,
          answer,
          differs,
        },
        human: [
          knowledgeText(language, 'ours', { receiver: receiverLine(ours) }),
          knowledgeText(language, 'answer', said),
          differs.length === 0
            ? knowledgeText(language, 'same')
            : knowledgeText(language, 'differs', { fields: differs.join(', ') }),
        ],
      });
    }),
};
