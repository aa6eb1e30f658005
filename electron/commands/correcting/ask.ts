import type { ReachHint } from '../../../shared/domain/addressKnowledge.ts';
import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import { done, failure } from '../../../shared/errors/outcome.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { askAddress } from '../../usecases/correcting/askPlatform.ts';
import { askReach, reachOfOrder } from '../../usecases/correcting/askReach.ts';
import { acceptReach } from '../../usecases/correcting/reach.ts';
import { receiverOf } from '../../usecases/orders/order.ts';
import type { Command } from '../main/command.ts';
import { localTime } from '../main/commandText.ts';
import { withWorkspace } from '../main/withWorkspace.ts';
import { orderOfOperand, recordShown } from '../orders/orderResult.ts';
import { knowledgeText, maskReceiver, reachAnswerText, receiverLine } from './knowledgeText.ts';

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
      const order = await orderOfOperand(workspace, context, addressAskCommand);
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

function hintLine(hint: ReachHint, language: Language): string {
  const { carrier, answer, source, accountName, checkedAt, place, reason } = hint;
  const line = knowledgeText(language, 'reachLine', {
    carrier: carrier === '' ? knowledgeText(language, 'allCarriers') : carrierName(carrier, language),
    answer: reachAnswerText(language, answer),
    source: source === 'own-list' ? knowledgeText(language, 'ownList') : accountName,
    at: localTime(checkedAt),
  });
  return [line, place, reason].filter((text) => text !== '').join('  ');
}

/** Without `--ask` nothing leaves the machine. Exit 3 when something says that the parcel would not arrive. */
export const addressReachCommand: Command = {
  name: 'address reach',
  usage: 'NO [--ask] [--account NAME] [--accept]',
  does: {
    'zh-CN': '查看一个订单能否送达；--ask 向平台查询，--accept 仍然发货',
    en: 'show whether an order can be delivered; --ask asks a platform, --accept ships it anyway',
  },
  options: { ask: { type: 'boolean' }, account: { type: 'string' }, accept: { type: 'boolean' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const order = await orderOfOperand(workspace, context, addressReachCommand);
      if (!order.ok) return order;
      const name = context.text('account');
      const account = name === undefined ? undefined : await workspace.store.read.accounts.byName(name);
      if (name !== undefined && account === undefined) return failure('ACCOUNT_NOT_FOUND', { name });
      const { id: orderId, orderNo } = order.value;
      const isAsked = context.flag('ask') || account !== undefined;
      const hints = isAsked
        ? await askReach(workspace, { orderId, accountId: account?.id })
        : await reachOfOrder(workspace, orderId);
      if (!hints.ok) return hints;
      const isAccepted = context.flag('accept');
      const accepted = isAccepted ? await acceptReach(workspace, { orderId, version: null }) : order;
      if (!accepted.ok) return accepted;
      const { language } = context;
      const lines = hints.value.map((hint) => hintLine(hint, language));
      const isBarred = hints.value.some(({ answer }) => answer === 'not-reachable');
      return done({
        exitCode: isBarred && !isAccepted ? 3 : 0,
        json: {
          orderNo,
          state: accepted.value.state,
          hints: hints.value.map((hint) => ({ ...hint, checkedAt: new Date(hint.checkedAt).toISOString() })),
        },
        human: [
          ...(lines.length === 0 ? [knowledgeText(language, 'noHints')] : lines),
          ...(isAccepted ? [knowledgeText(language, 'waived')] : []),
        ],
      });
    }),
};
