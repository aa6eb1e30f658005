import type { ReachHint } from '../../../shared/domain/addressKnowledge.ts';
import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { askAddress } from '../../usecases/correcting/askPlatform.ts';
import { askReach, reachOfOrder } from '../../usecases/correcting/askReach.ts';
import { acceptReach } from '../../usecases/correcting/reach.ts';
import { receiverOf } from '../../usecases/orders/order.ts';
import { account } from '../accounts/account.ts';
import { inColumns } from '../main/columns.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { isoTime, localTime, phrases } from '../main/phrases.ts';
import { flag } from '../main/word.ts';
import { order, recordShown, seenNow } from '../orders/order.ts';
import { maskReceiver, receiverLine } from './receiver.ts';

const say = phrases({
  ours: ['本机：{receiver}', 'here: {receiver}'],
  answer: ['{account}（{at}）：{receiver}', '{account} ({at}): {receiver}'],
  same: ['两边一致。', 'Both agree.'],
  differs: ['不同的字段：{fields}', 'Fields that differ: {fields}'],
  ownList: ['自己的不发货清单', 'own no-ship list'],
  allCarriers: ['全部快递', 'all carriers'],
  noHints: [
    '还没有派送范围的信息；加 --ask 向平台查询。',
    'Nothing is known about its coverage; --ask asks a platform.',
  ],
  waived: ['已记下：这个订单仍然发货。', 'Noted: this order ships anyway.'],
});

export function carrierOrAll(carrier: string, language: Language): string {
  return carrier === '' ? say(language, 'allCarriers') : carrierName(carrier, language);
}

function hintCells(hint: ReachHint, language: Language): readonly string[] {
  const { carrier, answer, source, accountName, checkedAt, place, reason } = hint;
  const from = source === 'own-list' ? say(language, 'ownList') : accountName;
  return [
    carrierOrAll(carrier, language),
    wordFor(language, 'reach', answer),
    from,
    localTime(checkedAt),
    place,
    reason,
  ];
}

export const askCommands: readonly Command[] = [
  /** One order at a time and only on demand: the text leaves the machine. The answer is shown, never stored. */
  command({
    name: 'address ask',
    zh: '问平台怎样理解一个订单的地址，和本机的并排显示，不保存',
    en: 'ask the platform how it understands the address of one order; shown beside ours, not stored',
    access: 'correctAddresses',
    reveals: 'seePersonalData',
    operands: [order],
    options: { account },
    async run({ workspace, operands: [one], options, ...context }) {
      const { language, isRevealed } = context;
      const asked = unwrap(await askAddress(workspace, { orderId: one.id, accountId: options.account?.id }));
      await recordShown(workspace, context, { what: 'address', orderId: one.id, count: 1 });
      const { receiver, checkedAt, differs, accountName, platform } = asked;
      const ours = maskReceiver(receiverOf(one), isRevealed);
      const answer = maskReceiver(receiver, isRevealed);
      const told = { account: accountName, at: localTime(checkedAt), receiver: receiverLine(answer) };
      return report(
        { orderNo: one.orderNo, accountName, platform, checkedAt: isoTime(checkedAt), ours, answer, differs },
        [
          say(language, 'ours', { receiver: receiverLine(ours) }),
          say(language, 'answer', told),
          say(language, differs.length === 0 ? 'same' : 'differs', { fields: differs.join(', ') }),
        ],
      );
    },
  }),
  /** Without `--ask` nothing leaves the machine. Exit 3 when something says that the parcel would not arrive. */
  command({
    name: 'address reach',
    zh: '查一个订单是否超区；--ask 向平台查询，--accept 仍然发货',
    en: 'check the coverage of an order; --ask asks a platform, --accept ships it anyway',
    access: 'correctAddresses',
    operands: [order],
    options: { ask: flag, account, accept: flag },
    async run({ workspace, language, operands: [one], options: { ask, account: of, accept } }) {
      const { id: orderId, orderNo } = one;
      const isAsked = ask || of !== undefined;
      const wish = { orderId, accountId: of?.id };
      const hints = unwrap(await (isAsked ? askReach(workspace, wish) : reachOfOrder(workspace, orderId)));
      const { state } = accept ? unwrap(await acceptReach(workspace, seenNow(one))) : one;
      const lines = inColumns(hints.map((hint) => hintCells(hint, language)));
      const isBarred = hints.some(({ answer }) => answer === 'not-reachable');
      const told = hints.map((hint) => ({ ...hint, checkedAt: isoTime(hint.checkedAt) }));
      return report(
        { orderNo, state, hints: told },
        [
          ...(lines.length === 0 ? [say(language, 'noHints')] : lines),
          ...(accept ? [say(language, 'waived')] : []),
        ],
        isBarred && !accept,
      );
    },
  }),
];
