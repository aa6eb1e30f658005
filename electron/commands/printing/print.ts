import { type LabelSize, labelSizes } from '../../../shared/domain/labelDocument.ts';
import { routedPrinterUri } from '../../../shared/domain/printer.ts';
import { done, type ErrorParams, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { AttentionRow } from '../../usecases/intake/importOrders.ts';
import { openPrinter } from '../../usecases/printing/openPrinter.ts';
import { latestCopies } from '../../usecases/printing/printJob.ts';
import { queuePrints } from '../../usecases/printing/queue.ts';
import { reprintLabel } from '../../usecases/printing/reprint.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import type { Command, CommandContext } from '../main/command.ts';
import { commandText } from '../main/commandText.ts';
import { withWorkers, withWorkspace } from '../main/withWorkspace.ts';
import { attentionLines, attentionView, ownLayoutLines } from '../ship/attention.ts';

const patienceMs = 20_000;
const allUnprinted = 100_000;

const about = (orderNo: string, code: string, params: ErrorParams = {}): AttentionRow => ({
  orderNo,
  rowNumber: 0,
  field: '',
  code,
  params,
});

async function chosenIds(
  workspace: Workspace,
  context: CommandContext,
): Promise<Outcome<{ ids: string[]; refused: AttentionRow[] }>> {
  const { orders } = workspace.store.read;
  if (context.flag('unprinted')) {
    const rows = await orders.window({ state: 'unprinted' }, { offset: 0, limit: allUnprinted });
    return done({ ids: rows.map((row) => row.id).reverse(), refused: [] });
  }
  const ids: string[] = [];
  const refused: AttentionRow[] = [];
  for (const orderNo of [...context.texts('order'), ...context.operands]) {
    const order = await orders.byOrderNo(orderNo);
    if (order === undefined) refused.push(about(orderNo, 'ORDER_NOT_FOUND'));
    else ids.push(order.id);
  }
  if (ids.length === 0 && refused.length === 0)
    return failure('USAGE', { detail: `print ${printCommand.usage}` });
  // Named twice is meant once: a reprint would put two labels on the table.
  return done({ ids: [...new Set(ids)], refused });
}

interface Wish {
  readonly ids: readonly string[];
  readonly printerUri: string;
  readonly size: LabelSize | undefined;
}

async function queue(
  workspace: Workspace,
  context: CommandContext,
  { ids, printerUri, size }: Wish,
): Promise<Outcome<AttentionRow[]>> {
  if (!context.flag('reprint')) {
    const queued = await queuePrints(workspace, ids, printerUri, { size });
    if (!queued.ok) return queued;
    return done(
      queued.value.refused.map(({ orderNo, failure: { code, params } }) => about(orderNo, code, params)),
    );
  }
  const reason = context.text('reason') ?? '';
  const parcelNo = parcelOf(context);
  if (reason.trim() === '') return failure('LABEL_REPRINT_NEEDS_REASON');
  const printer = printerUri === routedPrinterUri ? done(null) : openPrinter(workspace, printerUri);
  if (!printer.ok) return printer;
  const refused: AttentionRow[] = [];
  for (const orderId of ids) {
    const reprint = await reprintLabel(workspace, { orderId, parcelNo, printerUri, reason, size });
    const order = await workspace.store.read.orders.byId(orderId);
    if (!reprint.ok) refused.push(about(order?.orderNo ?? orderId, reprint.code, reprint.params));
  }
  return done(refused);
}

/** undefined: none was named. */
function parcelOf(context: CommandContext): number | undefined {
  const text = context.text('parcel');
  return text === undefined ? undefined : Number(text);
}

/** A parcel is named to reprint its label; first labels are printed for all that lack one. */
function isUsable(context: CommandContext): boolean {
  const parcelNo = parcelOf(context);
  if (context.text('printer') === undefined) return false;
  return parcelNo === undefined || (context.flag('reprint') && Number.isInteger(parcelNo) && parcelNo > 0);
}

async function work(workspace: Workspace, context: CommandContext) {
  const { tally } = await withWorkers(workspace, context, ({ printing }) => printing.untilIdle(patienceMs));
  return { counts: { printed: tally.printed, unsure: tally.printUnsure }, ownLayouts: tally.ownLayouts };
}

export const printCommand: Command = {
  name: 'print',
  usage:
    '[--order NO…|--unprinted] --printer URI|auto: [--size 76x130|100x150|100x180|60x40] [--reprint [--parcel N] --reason TEXT]',
  does: {
    'zh-CN': '打印面单，一件一张；auto: 按规则选打印机；已打印过的须写明补打原因，多件的订单写明第几件',
    en: 'print labels, one a parcel; auto: lets the rules choose the printer; one that was or may have been printed needs a reason, and of several parcels its place',
  },
  options: {
    order: { type: 'string', multiple: true },
    unprinted: { type: 'boolean' },
    printer: { type: 'string' },
    size: { type: 'string' },
    reprint: { type: 'boolean' },
    parcel: { type: 'string' },
    reason: { type: 'string' },
  },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const printerUri = context.text('printer');
      const size = labelSizes.find((known) => known === context.text('size'));
      const isSizeWrong = context.text('size') !== undefined && size === undefined;
      if (printerUri === undefined || isSizeWrong || !isUsable(context))
        return failure('USAGE', { detail: `print ${printCommand.usage}` });
      const chosen = await chosenIds(workspace, context);
      if (!chosen.ok) return chosen;
      const queued = await queue(workspace, context, { ids: chosen.value.ids, printerUri, size });
      if (!queued.ok) return queued;
      const { counts, ownLayouts } = await work(workspace, context);
      const open = await openJobs(workspace, chosen.value.ids);
      const isRefused = ({ orderNo }: AttentionRow) => queued.value.some((row) => row.orderNo === orderNo);
      // One word for a label: what was refused now says more than how an earlier copy ended.
      const failed = open.filter((row) => !row.isUnsure && !isRefused(row));
      const refused = [...chosen.value.refused, ...queued.value, ...failed];
      const troubled = [...refused, ...open.filter(({ isUnsure }) => isUnsure)];
      const views = troubled.map((row) => attentionView(row, context.language));
      return done({
        exitCode: refused.length + counts.unsure > 0 ? 3 : 0,
        json: {
          ...counts,
          refused: refused.map(({ orderNo, code }) => ({ orderNo, code })),
          attention: views,
          ...(ownLayouts.length === 0 ? {} : { ownLayouts }),
        },
        human: [
          commandText(context.language, 'printedLine', { ...counts, refused: refused.length }),
          ...ownLayoutLines(ownLayouts, context.language),
          ...attentionLines(views, context.language),
        ],
      });
    }),
};

/** Labels of these orders that are not on paper for certain, with what is known of each. */
async function openJobs(
  workspace: Workspace,
  orderIds: readonly string[],
): Promise<(AttentionRow & { readonly isUnsure: boolean })[]> {
  const open: (AttentionRow & { readonly isUnsure: boolean })[] = [];
  for (const id of orderIds) {
    const order = await workspace.store.read.orders.byId(id);
    if (order === undefined) continue;
    const labels = latestCopies(order, await workspace.store.read.printJobs.ofOrder(id));
    for (const { state, errorCode, errorParamsJson } of labels) {
      if (!['failed', 'held', 'waiting', 'unsure'].includes(state)) continue;
      const code = state === 'held' && errorCode === '' ? 'PRINT_JOB_HELD' : errorCode;
      const params = JSON.parse(errorParamsJson) as ErrorParams;
      if (code !== '') open.push({ ...about(order.orderNo, code, params), isUnsure: state === 'unsure' });
    }
  }
  return open;
}
