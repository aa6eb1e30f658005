import { pickOrders, type ReceiptKind } from '../../../shared/domain/printing/printJob.ts';
import { printReceipts, type RefusedReceipt } from '../../usecases/printing/papers/printReceipts.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { phrases } from '../main/phrases.ts';
import { many, oneOf, optional, required, text, usual } from '../main/word.ts';

const say = phrases({
  printed: [
    '打印小票 {printed} 张，拒绝 {refused} 单',
    '{printed} receipts printed, {refused} orders refused',
  ],
  stopped: ['中途停下：{code}，其余没有打印。', 'Stopped halfway by {code}; the rest was not printed.'],
});

const mostOrders = 10_000;

type OrderState = 'ready' | 'booked' | 'unprinted';

interface Chosen {
  readonly orderIds: readonly string[];
  readonly refused: readonly RefusedReceipt[];
}

/** Orders by their numbers, or all of one state without naming each. */
async function chosenOrders(
  { store }: Workspace,
  state: OrderState | undefined,
  orderNos: readonly string[],
): Promise<Chosen> {
  const { orders } = store.read;
  if (state !== undefined) {
    const rows = await orders.window({ state }, { offset: 0, limit: mostOrders });
    return { orderIds: rows.map(({ id }) => id).reverse(), refused: [] };
  }
  const orderIds: string[] = [];
  const refused: RefusedReceipt[] = [];
  for (const orderNo of orderNos) {
    const order = await orders.byOrderNo(orderNo);
    if (order === undefined) refused.push({ orderNo, code: 'ORDER_NOT_FOUND' });
    else orderIds.push(order.id);
  }
  return { orderIds, refused };
}

const sort = { sort: usual(oneOf(pickOrders), 'code') };

function receiptCommand(kind: ReceiptKind, words: Pick<Command, 'name' | 'zh' | 'en'>): Command {
  return command({
    ...words,
    access: 'packParcels',
    operands: [optional(many(text('NO')))],
    options: {
      order: many(text('NO')),
      state: oneOf(['ready', 'booked', 'unprinted']),
      ...(kind === 'pick-list' ? sort : ({} as Partial<typeof sort>)),
      paper: usual(oneOf(['58', '80']), '80'),
      printer: required(text('NAME|URI')),
    },
    async run({ workspace, language, operands: [named], options, wrongUsage }) {
      const orderNos = [...options.order, ...named];
      if (options.state === undefined && orderNos.length === 0) return wrongUsage();
      const chosen = await chosenOrders(workspace, options.state, orderNos);
      const columns = options.paper === '58' ? (32 as const) : (48 as const);
      const { orderIds } = chosen;
      const wish = { kind, orderIds, columns, pickOrder: options.sort ?? 'code' };
      const outcome = unwrap(await printReceipts(workspace, wish, options.printer));
      const { printed, stoppedBy, head } = outcome;
      const refused = [...chosen.refused, ...outcome.refused];
      const human = [
        say(language, 'printed', { printed, refused: refused.length }),
        ...(stoppedBy === '' ? [] : [say(language, 'stopped', { code: stoppedBy })]),
      ];
      return report({ printed, refused, stoppedBy, head }, human, refused.length > 0 || stoppedBy !== '');
    },
  });
}

export const receiptCommands: readonly Command[] = [
  receiptCommand('slip', {
    name: 'slip',
    zh: '在小票打印机（ESC/POS）上打印装箱单',
    en: 'print packing slips on a receipt printer (ESC/POS)',
  }),
  receiptCommand('pick-list', {
    name: 'picklist',
    zh: '在小票打印机上打印拣货单：按商品编码汇总数量',
    en: 'print a picking list on a receipt printer: articles of all orders added up',
  }),
  receiptCommand('handover', {
    name: 'handover',
    zh: '在小票打印机上打印快递交接单，每家快递一张',
    en: 'print the list a courier signs, one per carrier, on a receipt printer',
  }),
];
