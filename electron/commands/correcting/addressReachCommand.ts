import type { ReachHint } from '../../../shared/domain/addressKnowledge.ts';
import { carrierName } from '../../../shared/domain/carriers/carrierNames.ts';
import { done, failure } from '../../../shared/errors/outcome.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { acceptReach } from '../../usecases/correcting/acceptReach.ts';
import { askReach, reachOfOrder } from '../../usecases/correcting/askReach.ts';
import type { Command } from '../main/command.ts';
import { localTime } from '../main/localTime.ts';
import { withWorkspace } from '../main/withWorkspace.ts';
import { orderByNumber } from '../orders/orderByNumber.ts';
import { knowledgeText, reachAnswerText } from './knowledgeText.ts';

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
      const order = await orderByNumber(workspace, context, addressReachCommand);
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
