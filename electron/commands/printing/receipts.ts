import { type PickOrder, pickOrders, type ReceiptKind } from '../../../shared/domain/printing/printJob.ts';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import { describeError, type Language } from '../../../shared/text/describeError.ts';
import { printReceipts, type RefusedReceipt } from '../../usecases/printing/papers/printReceipts.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { type Command, type CommandResult, command, report, unwrap } from '../main/command.ts';
import { phrases } from '../main/phrases.ts';
import { many, type OptionValues, oneOf, optional, required, text, usual } from '../main/word.ts';
import { attentionLines, attentionView } from '../ship/attention.ts';

const say = phrases({
  printed: [
    '打印小票 {printed} 张，拒绝 {refused} 单',
    '{printed} {printed|receipt|receipts} printed, {refused} {refused|order|orders} refused',
  ],
  stopped: [
    '中途停下，其余没有打印：{says}{next}',
    'Stopped halfway, the rest was not printed: {says} {next}',
  ],
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

/** What papers are printed for, on what. */
export const paperOptions = {
  order: many(text('NO')),
  state: oneOf(['ready', 'booked', 'unprinted']),
  paper: usual(oneOf(['58', '80']), '80'),
  printer: required(text('NAME|URI')),
};

interface PaperAsked {
  readonly workspace: Workspace;
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly orderNos: readonly string[];
  readonly options: OptionValues<typeof paperOptions>;
  readonly pickOrder?: PickOrder;
}

/** Papers of these orders; what may not be printed is listed. */
export async function printPapersOf(
  kind: ReceiptKind,
  { workspace, language, signal, orderNos, options, pickOrder = 'code' }: PaperAsked,
): Promise<Outcome<CommandResult>> {
  const chosen = await chosenOrders(workspace, options.state, orderNos);
  const columns = options.paper === '58' ? (32 as const) : (48 as const);
  const { orderIds } = chosen;
  const wish = { kind, orderIds, columns, pickOrder };
  const outcome = unwrap(await printReceipts(workspace, wish, options.printer, signal));
  const { printed, stoppedBy, head } = outcome;
  const refused = [...chosen.refused, ...outcome.refused];
  const human = [
    say(language, 'printed', { printed, refused: refused.length }),
    ...(stoppedBy === ''
      ? []
      : [say(language, 'stopped', { ...describeError(stoppedBy, {}, language, 'commandLine') })]),
    ...attentionLines(
      refused.map(({ orderNo, code }) =>
        attentionView({ orderNo, code, rowNumber: 0, field: '', params: {} }, language),
      ),
      language,
    ),
  ];
  return report({ printed, refused, stoppedBy, head }, human, refused.length > 0 || stoppedBy !== '');
}

const sort = { sort: usual(oneOf(pickOrders), 'code') };

function receiptCommand(kind: ReceiptKind, words: Pick<Command, 'name' | 'zh' | 'en'>): Command {
  return command({
    ...words,
    access: 'packParcels',
    operands: [optional(many(text('NO')))],
    options: {
      ...paperOptions,
      ...(kind === 'pick-list' ? sort : ({} as Partial<typeof sort>)),
    },
    async run({ workspace, language, signal, operands: [named], options, wrongUsage }) {
      const orderNos = [...options.order, ...named];
      if (options.state === undefined && orderNos.length === 0) return wrongUsage();
      const pickOrder = options.sort ?? 'code';
      return printPapersOf(kind, { workspace, language, signal, orderNos, options, pickOrder });
    },
  });
}

export const receiptCommands: readonly Command[] = [
  receiptCommand('slip', {
    name: 'slip',
    zh: '在小票打印机（ESC/POS）上打印发货单',
    en: 'print packing slips on a receipt printer (ESC/POS)',
  }),
  receiptCommand('pick-list', {
    name: 'picklist',
    zh: '在小票打印机上打印拣货单：按商品编码汇总数量',
    en: 'print a picking list on a receipt printer: articles of all orders added up',
  }),
];
