import { done, failure } from '../../../shared/errors/outcome.ts';
import { orderView } from '../../ipc/views.ts';
import { bindWaybill } from '../../usecases/booking/bind.ts';
import type { Command } from '../main/command.ts';
import { commandText } from '../main/commandText.ts';
import { stateText } from '../main/stateText.ts';
import { withWorkspace } from '../main/withWorkspace.ts';
import { maskOrders, recordShown } from '../orders/orderResult.ts';

export const waybillBindCommand: Command = {
  name: 'waybill bind',
  usage: 'NO WAYBILL --carrier CODE [--reveal]',
  does: {
    'zh-CN': '手工通道：给订单绑定预印或人工取得的单号',
    en: 'the manual channel: give an order a pre-printed or hand-obtained number',
  },
  options: { carrier: { type: 'string' }, reveal: { type: 'boolean' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const [orderNo, waybillNo] = context.operands;
      if (orderNo === undefined || waybillNo === undefined)
        return failure('USAGE', { detail: `waybill bind ${waybillBindCommand.usage}` });
      const order = await workspace.store.read.orders.byOrderNo(orderNo);
      if (order === undefined) return failure('ORDER_NOT_FOUND', { orderNo });
      const bound = await bindWaybill(workspace, {
        orderId: order.id,
        waybillNo,
        carrier: context.text('carrier') ?? '',
      });
      if (!bound.ok) return bound;
      const isRevealed = context.flag('reveal');
      await recordShown(workspace, context, { what: 'order', orderId: order.id, count: 1 });
      const [view] = maskOrders([orderView(bound.value)], isRevealed);
      const human = [
        commandText(context.language, 'changed', {
          orderNo,
          state: stateText('order', bound.value.state, context.language),
        }),
      ];
      return done({ exitCode: 0, json: view, human });
    }),
};
