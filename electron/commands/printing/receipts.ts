import { type PickOrder, pickOrders, type ReceiptKind } from '../../../shared/domain/printJob.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { printReceipts, type RefusedReceipt } from '../../usecases/printing/printReceipts.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import type { Command, CommandContext } from '../main/command.ts';
import { commandText } from '../main/commandText.ts';
import { withWorkspace } from '../main/withWorkspace.ts';

/** Orders a command may take without naming each. */
const states = ['ready', 'booked', 'unprinted'] as const;
const mostOrders = 10_000;

const options = {
  order: { type: 'string', multiple: true },
  state: { type: 'string' },
  paper: { type: 'string' },
  printer: { type: 'string' },
} as const;

interface Chosen {
  readonly ids: readonly string[];
  readonly refused: readonly RefusedReceipt[];
}

async function chosenOrders(workspace: Workspace, context: CommandContext): Promise<Chosen | null> {
  const { orders } = workspace.store.read;
  const state = states.find((known) => known === context.text('state'));
  if (state !== undefined) {
    const rows = await orders.window({ state }, { offset: 0, limit: mostOrders });
    return { ids: rows.map(({ id }) => id).reverse(), refused: [] };
  }
  const orderNos = [...context.texts('order'), ...context.operands];
  if (context.text('state') !== undefined || orderNos.length === 0) return null;
  const ids: string[] = [];
  const refused: RefusedReceipt[] = [];
  for (const orderNo of orderNos) {
    const order = await orders.byOrderNo(orderNo);
    if (order === undefined) refused.push({ orderNo, code: 'ORDER_NOT_FOUND' });
    else ids.push(order.id);
  }
  return { ids, refused };
}

async function printKind(
  workspace: Workspace,
  context: CommandContext,
  kind: ReceiptKind,
  usage: string,
): Promise<Outcome<{ exitCode: 0 | 3; json: object; human: string[] }>> {
  const printerUri = context.text('printer');
  const chosen = await chosenOrders(workspace, context);
  const pickOrder = pickOrders.find(
    (order): order is PickOrder =>
      order === (kind === 'pick-list' ? (context.text('sort') ?? 'code') : 'code'),
  );
  const paper = context.text('paper') ?? '80';
  if (printerUri === undefined || chosen === null || pickOrder === undefined || !['58', '80'].includes(paper))
    return failure('USAGE', { detail: usage });
  const columns = paper === '58' ? 32 : 48;
  const outcome = await printReceipts(
    workspace,
    { kind, orderIds: chosen.ids, columns, pickOrder },
    printerUri,
  );
  if (!outcome.ok) return outcome;
  const { printed, stoppedBy } = outcome.value;
  const refused = [...chosen.refused, ...outcome.value.refused];
  return done({
    exitCode: refused.length > 0 || stoppedBy !== '' ? 3 : 0,
    json: { printed, refused, stoppedBy },
    human: [
      commandText(context.language, 'receiptLine', { printed, refused: refused.length }),
      ...(stoppedBy === '' ? [] : [commandText(context.language, 'receiptStopped', { code: stoppedBy })]),
    ],
  });
}

function receiptCommand(name: string, kind: ReceiptKind, does: Command['does'], more = ''): Command {
  const usage = `(--order NO… | --state ready|booked|unprinted)${more} [--paper 58|80] --printer URI`;
  return {
    name,
    usage,
    does,
    options: kind === 'pick-list' ? { ...options, sort: { type: 'string' } } : options,
    run: (context) =>
      withWorkspace(context, (workspace) => printKind(workspace, context, kind, `${name} ${usage}`)),
  };
}

export const slipCommand = receiptCommand('slip', 'slip', {
  'zh-CN': '在小票打印机（ESC/POS）上打印装箱单',
  en: 'print packing slips on a receipt printer (ESC/POS)',
});

export const picklistCommand = receiptCommand(
  'picklist',
  'pick-list',
  {
    'zh-CN': '在小票打印机上打印拣货单：按商品编码汇总数量',
    en: 'print a picking list on a receipt printer: articles of all orders added up',
  },
  ' [--sort code|name|quantity]',
);

export const handoverCommand = receiptCommand('handover', 'handover', {
  'zh-CN': '在小票打印机上打印快递交接单，每家快递一张',
  en: 'print the list a courier signs, one a carrier, on a receipt printer',
});
