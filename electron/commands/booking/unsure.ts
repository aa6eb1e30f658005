import type { UnsureRow } from '../../../shared/contracts/bookingHealth.ts';
import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import { done, failure } from '../../../shared/errors/outcome.ts';
import { readUnshipped } from '../../usecases/booking/summary.ts';
import { answerNotThere, askUnsureNow, readUnsure } from '../../usecases/booking/unsure.ts';
import type { Command, CommandContext } from '../main/command.ts';
import { localTime } from '../main/commandText.ts';
import { withWorkspace } from '../main/withWorkspace.ts';
import { orderByNumber } from '../orders/orderResult.ts';
import { dispatchText } from './dispatchText.ts';

const defaultLimit = 100;

/** null: not a whole number. */
function wholeNumber(text: string | undefined, usual: number): number | null {
  const number = Number(text ?? usual);
  return Number.isInteger(number) && number >= 0 ? number : null;
}

export const ordersUnshippedCommand: Command = {
  name: 'orders unshipped',
  usage: '[--days N] [--limit N]',
  does: {
    'zh-CN': '取了号却几天没交寄的单号，按天数列出，退费期内可以作废',
    en: 'numbers booked days ago whose parcel was never handed over, while they can still be given back',
  },
  options: { days: { type: 'string' }, limit: { type: 'string' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const limit = wholeNumber(context.text('limit'), defaultLimit);
      const days = wholeNumber(context.text('days'), 0);
      if (limit === null || days === null) return failure('USAGE', { detail: '--days N --limit N' });
      const report = await readUnshipped(workspace, {
        offset: 0,
        limit,
        ...(context.text('days') === undefined ? {} : { days }),
      });
      const { language } = context;
      const human = report.rows.map((row) =>
        dispatchText(language, 'unshippedLine', {
          ...row,
          isPrinted: '',
          carrier: carrierName(row.carrier, language),
        }),
      );
      const { total, days: usedDays } = report;
      return done({
        exitCode: total > 0 ? 3 : 0,
        json: report,
        human: [...human, dispatchText(language, 'unshippedTotal', { total, days: usedDays })],
      });
    }),
};

function unsureLine(row: UnsureRow, { language }: CommandContext): string {
  const next =
    row.nextAskAt === null
      ? dispatchText(language, 'yourTurn')
      : dispatchText(language, 'nextAsk', { at: localTime(row.nextAskAt) });
  const { orderNo, orderCode, questions } = row;
  return dispatchText(language, 'unsureLine', { orderNo, orderCode, questions, next });
}

export const ordersUnsureCommand: Command = {
  name: 'orders unsure',
  usage: '[--limit N]',
  does: {
    'zh-CN': '取号结果不明的订单：已知什么、下一步是什么',
    en: 'bookings whose outcome is not known, with what is known and what comes next',
  },
  options: { limit: { type: 'string' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const limit = wholeNumber(context.text('limit'), defaultLimit);
      if (limit === null) return failure('USAGE', { detail: '--limit N' });
      const { total, rows } = await readUnsure(workspace, { offset: 0, limit });
      return done({
        exitCode: total > 0 ? 3 : 0,
        json: { total, orders: rows },
        human: [
          ...rows.map((row) => unsureLine(row, context)),
          dispatchText(context.language, 'unsureTotal', { total }),
        ],
      });
    }),
};

export const ordersNotThereCommand: Command = {
  name: 'orders notthere',
  usage: 'NO --note TEXT',
  does: {
    'zh-CN': '人工回答：平台后台没有这个订单码的运单；用同一订单码再发一次',
    en: 'a person looked and no waybill is there: the order is sent again under the same code',
  },
  options: { note: { type: 'string' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const note = context.text('note')?.trim() ?? '';
      if (note === '') return failure('USAGE', { detail: `orders notthere ${ordersNotThereCommand.usage}` });
      const order = await orderByNumber(workspace, context.operands[0]);
      if (!order.ok) return order;
      const answered = await answerNotThere(workspace, order.value.id, note);
      if (!answered.ok) return answered;
      const { orderNo } = order.value;
      return done({
        exitCode: 0,
        json: { orderNo, planned: answered.value },
        human: [dispatchText(context.language, 'notThere', { orderNo })],
      });
    }),
};

export const ordersAskCommand: Command = {
  name: 'orders ask',
  usage: 'NO…',
  does: {
    'zh-CN': '结果不明的订单下次处理队列时马上再查',
    en: 'unsure bookings are asked for as soon as the queue is worked',
  },
  options: {},
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      if (context.operands.length === 0) return failure('USAGE', { detail: 'orders ask NO…' });
      const ids: string[] = [];
      for (const orderNo of context.operands) {
        const order = await orderByNumber(workspace, orderNo);
        if (!order.ok) return order;
        ids.push(order.value.id);
      }
      const asked = await askUnsureNow(workspace, ids);
      return done({
        exitCode: 0,
        json: { asked },
        human: [dispatchText(context.language, 'asked', { count: asked })],
      });
    }),
};
