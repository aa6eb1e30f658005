import { type HoldReason, holdReasons } from '../../shared/domain/order.ts';
import { done, failure } from '../../shared/errors/outcome.ts';
import { holdOrder, releaseOrder } from '../usecases/changeOrder.ts';
import type { Command } from './kit/command.ts';
import { orderByNumber, orderResult } from './kit/orderResult.ts';
import { withWorkspace } from './kit/withWorkspace.ts';

export const ordersHoldCommand: Command = {
  name: 'orders hold',
  usage: `NO [--reason ${holdReasons.join('|')}] [--note TEXT] [--reveal]`,
  does: { 'zh-CN': '挂起订单并记下原因', en: 'keep an order back, with why' },
  options: { reason: { type: 'string' }, note: { type: 'string' }, reveal: { type: 'boolean' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const reason = context.text('reason') ?? 'other';
      if (!(holdReasons as readonly string[]).includes(reason))
        return failure('ORDER_HOLD_REASON_UNKNOWN', { reason, known: holdReasons.join(', ') });
      const order = await orderByNumber(workspace, context.operands[0]);
      if (!order.ok) return order;
      const held = await holdOrder(workspace, {
        orderId: order.value.id,
        version: null,
        reason: reason as HoldReason,
        note: context.text('note') ?? '',
      });
      return held.ok ? done(await orderResult(workspace, [held.value], 1, context)) : held;
    }),
};

export const ordersReleaseCommand: Command = {
  name: 'orders release',
  usage: 'NO [--note TEXT] [--reveal]',
  does: { 'zh-CN': '解除挂起', en: 'let a held order go on' },
  options: { note: { type: 'string' }, reveal: { type: 'boolean' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const order = await orderByNumber(workspace, context.operands[0]);
      if (!order.ok) return order;
      const seen = { orderId: order.value.id, version: null, note: context.text('note') ?? '' };
      const released = await releaseOrder(workspace, seen);
      return released.ok ? done(await orderResult(workspace, [released.value], 1, context)) : released;
    }),
};
