import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import { describeComplaint, type Language } from '../../../shared/text/describeError.ts';
import { maskParams } from '../../privacy/maskReply.ts';
import { answerVoid } from '../../usecases/booking/givingBack/voidByHand.ts';
import { readUnshipped } from '../../usecases/booking/summary.ts';
import { answerNotThere, askUnsureNow, readUnsure } from '../../usecases/booking/unsure.ts';
import { aligned } from '../main/columns.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { localTime, phrases } from '../main/phrases.ts';
import { filledText, flag, many, required, usual, whole } from '../main/word.ts';
import { order } from '../orders/order.ts';

const say = phrases({
  unshipped: [
    '{orderNo}  {waybillNo}  {carrier}  已取号 {ageDays} 天，退费期还剩 {refundDaysLeft} 天',
    '{orderNo}  {waybillNo}  {carrier}  booked {ageDays} {ageDays|day|days} ago, {refundDaysLeft} {refundDaysLeft|day|days} left for a refund',
  ],
  unshippedTotal: [
    '取号 {days} 天以上还没交给快递的 {total} 个运单',
    '{total} {total|waybill|waybills} booked {days} {days|day|days} ago or more and not handed over',
  ],
  unsure: [
    '{orderNo}  订单码 {orderCode}  已查 {questions} 次  {next}',
    '{orderNo}  code {orderCode}  asked {questions} {questions|time|times}  {next}',
  ],
  nextAsk: ['{at} 再查', 'asking again {at}'],
  nextWork: [
    '下次处理队列时再查（ship、dispatch）',
    'asking again when the queue is worked next (ship, dispatch)',
  ],
  yourTurn: [
    '请到平台后台看：这个订单码有没有运单？有就填单号（waybill bind），没有就回答“不存在”（orders notthere）',
    'look at the platform: is there a waybill for this code? Enter it with waybill bind, or answer with orders notthere',
  ],
  unsureTotal: ['待确认 {total} 单', '{total} unconfirmed'],
  asked: ['{count} 单现在就去查。', 'Asking for {count} of them now.'],
  cancelled: ['订单 {orderNo} 的运单已作废。', 'The waybill of order {orderNo} is cancelled.'],
  stands: ['订单 {orderNo} 继续使用原来的运单。', 'Order {orderNo} keeps its waybill.'],
  notThere: [
    '订单 {orderNo} 会用同一订单码再发一次。',
    'Order {orderNo} will be sent again under the same code.',
  ],
});

const limit = usual(whole(), 100);

type UnsureRow = Awaited<ReturnType<typeof readUnsure>>['rows'][number];

type Known = Pick<UnsureRow, 'orderCode' | 'errorCode' | 'errorParams'>;

/** Why nobody knows, without the advice: what comes next stands before it. */
function whatIsKnown({ orderCode, errorCode, errorParams }: Known, language: Language): string[] {
  const places = maskParams({ ...errorParams, orderCode });
  const known = describeComplaint(errorCode, places, language, 'commandLine');
  return known === null ? [] : [`    ${known.says} [${errorCode}]`];
}

function whatNext(nextAskAt: number | null, now: number, language: Language): string {
  if (nextAskAt === null) return say(language, 'yourTurn');
  return nextAskAt <= now
    ? say(language, 'nextWork')
    : say(language, 'nextAsk', { at: localTime(nextAskAt) });
}

function unsureLines({ nextAskAt, ...row }: UnsureRow, now: number, language: Language): string[] {
  const next = whatNext(nextAskAt, now, language);
  return [say(language, 'unsure', { ...row, next }), ...whatIsKnown(row, language)];
}

export const unsureCommands: readonly Command[] = [
  command({
    name: 'orders unshipped',
    zh: '取号几天还没交给快递的运单，按天数列出，退费期内可以作废',
    en: 'waybills booked days ago whose parcel was never handed over, while they can still be voided',
    access: 'seeWork',
    options: { days: whole(), limit },
    async run({ workspace, language, options: { days, ...window } }) {
      const only = days === undefined ? {} : { days };
      const found = await readUnshipped(workspace, { offset: 0, ...window, ...only });
      const human = found.rows.map((row) =>
        say(language, 'unshipped', { ...row, carrier: carrierName(row.carrier, language) }),
      );
      return report(
        found,
        [...aligned(human), say(language, 'unshippedTotal', { ...found })],
        found.total > 0,
      );
    },
  }),
  command({
    name: 'orders unsure',
    zh: '取号结果待确认的订单：已知什么、下一步是什么',
    en: 'unconfirmed bookings: what is known of each, and what comes next',
    access: 'seeWork',
    options: { limit },
    async run({ workspace, language, options: window }) {
      const { total, rows } = await readUnsure(workspace, { offset: 0, ...window });
      const human = rows.flatMap((row) => unsureLines(row, workspace.clock.now(), language));
      return report({ total, orders: rows }, [...human, say(language, 'unsureTotal', { total })], total > 0);
    },
  }),
  command({
    name: 'orders notthere',
    zh: '人工回答：平台后台没有这个订单码的运单；用同一订单码再发一次',
    en: 'your answer that the platform has no waybill: the order is sent again under the same code',
    access: 'bookParcels',
    operands: [order],
    options: { note: required(filledText('TEXT')) },
    async run({ workspace, language, operands: [{ id, orderNo }], options }) {
      const answered = unwrap(await answerNotThere(workspace, id, options.note));
      return report({ orderNo, planned: answered }, [say(language, 'notThere', { orderNo })]);
    },
  }),
  command({
    name: 'orders voided',
    zh: '人工回答：账号已删除、程序问不了平台的运单，在平台后台已作废，或没有作废、继续使用',
    en: 'your answer on a waybill whose account is removed: it is cancelled at the platform, or it stands',
    access: 'bookParcels',
    operands: [order],
    options: { cancelled: flag, stands: flag, note: required(filledText('TEXT', 200)) },
    either: [['--cancelled'], ['--stands']],
    async run({ workspace, language, operands: [{ id: orderId, orderNo }], options }) {
      const answer = options.cancelled ? 'cancelled' : 'stands';
      const { state } = unwrap(await answerVoid(workspace, { orderId, answer, note: options.note }));
      return report({ orderNo, answer, state }, [say(language, answer, { orderNo })]);
    },
  }),
  command({
    name: 'orders ask',
    zh: '待确认的订单下次处理队列时马上再查',
    en: 'ask again for unconfirmed bookings as soon as the queue is worked',
    access: 'bookParcels',
    operands: [many(order)],
    async run({ workspace, language, operands: [orders] }) {
      const ids = orders.map(({ id }) => id);
      const asked = await askUnsureNow(workspace, ids);
      return report({ asked }, [say(language, 'asked', { count: asked })]);
    },
  }),
];
