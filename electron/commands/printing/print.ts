import { labelSizes } from '../../../shared/domain/printing/labelDocument.ts';
import { done, type ErrorParams, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { AttentionRow } from '../../usecases/intake/importOrders.ts';
import { choosePrinter } from '../../usecases/printing/printers/choosePrinter.ts';
import { failureOf, latestCopies } from '../../usecases/printing/printJob.ts';
import { queuePrints } from '../../usecases/printing/queue.ts';
import { reprintLabel } from '../../usecases/printing/reprint.ts';
import { withWorkers } from '../../usecases/workspace/withWorkers.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { type Asked, type Command, command, report, unwrap } from '../main/command.ts';
import { phrases } from '../main/phrases.ts';
import { flag, many, oneOf, optional, required, text, whole } from '../main/word.ts';
import { attentionLines, attentionView, ownLayoutLines } from '../ship/attention.ts';

const say = phrases({
  printed: [
    '打印 {printed} 张，待确认 {unsure} 张，拒绝 {refused} 张',
    '{printed} printed, {unsure} unconfirmed, {refused} refused',
  ],
});

const allUnprinted = 100_000;

const operands = [optional(many(text('NO')))] as const;
const options = {
  order: many(text('NO')),
  unprinted: flag,
  printer: required(text('NAME|URI|auto:')),
  size: oneOf(labelSizes),
  reprint: flag,
  parcel: whole(1),
  reason: text('TEXT'),
  'handed-over': flag,
};

type PrintAsked = Asked<typeof operands, typeof options> & { readonly workspace: Workspace };

const about = (orderNo: string, code: string, params: ErrorParams = {}): AttentionRow => ({
  orderNo,
  rowNumber: 0,
  field: '',
  code,
  params,
});

interface Chosen {
  readonly ids: readonly string[];
  readonly refused: readonly AttentionRow[];
}

async function chosenOrders({
  workspace,
  operands: [named],
  options: { order, unprinted },
}: PrintAsked): Promise<Chosen> {
  const { orders } = workspace.store.read;
  if (unprinted) {
    const rows = await orders.window({ state: 'unprinted' }, { offset: 0, limit: allUnprinted });
    return { ids: rows.map((row) => row.id).reverse(), refused: [] };
  }
  // Named twice is meant once: a reprint would put two labels on the table.
  const ids = new Set<string>();
  const refused: AttentionRow[] = [];
  for (const orderNo of [...order, ...named]) {
    const found = await orders.byOrderNo(orderNo);
    if (found === undefined) refused.push(about(orderNo, 'ORDER_NOT_FOUND'));
    else ids.add(found.id);
  }
  return { ids: [...ids], refused };
}

async function queue(
  { workspace, options }: PrintAsked,
  ids: readonly string[],
): Promise<Outcome<AttentionRow[]>> {
  const { printer, size, reprint, parcel: parcelNo, reason = '', 'handed-over': hasLeft } = options;
  if (!reprint) {
    const { refused } = unwrap(await queuePrints(workspace, ids, printer, { size }));
    return done(refused.map(({ orderNo, failure: { code, params } }) => about(orderNo, code, params)));
  }
  if (reason.trim() === '') return failure('LABEL_REPRINT_NEEDS_REASON');
  const printerUri = unwrap(await choosePrinter(workspace, printer));
  const refused: AttentionRow[] = [];
  for (const orderId of ids) {
    const printed = await reprintLabel(workspace, { orderId, parcelNo, printerUri, reason, size, hasLeft });
    const order = await workspace.store.read.orders.byId(orderId);
    if (!printed.ok) refused.push(about(order?.orderNo ?? orderId, printed.code, printed.params));
  }
  return done(refused);
}

type OpenLabel = AttentionRow & { readonly isUnsure: boolean };

/** Labels of these orders that are not on paper for certain, with what is known of each. */
async function openLabels({ store }: Workspace, orderIds: readonly string[]): Promise<OpenLabel[]> {
  const open: OpenLabel[] = [];
  for (const id of orderIds) {
    const order = await store.read.orders.byId(id);
    if (order === undefined) continue;
    const labels = latestCopies(order, await store.read.printJobs.ofOrder(id));
    for (const label of labels) {
      const { state } = label;
      if (!['failed', 'held', 'waiting', 'unsure'].includes(state)) continue;
      const { code: known, params } = failureOf(label);
      const unsaid = state === 'held' ? 'PRINT_JOB_HELD' : state === 'waiting' ? 'PRINT_JOB_WAITS' : '';
      const code = known === '' ? unsaid : known;
      if (code !== '') open.push({ ...about(order.orderNo, code, params), isUnsure: state === 'unsure' });
    }
  }
  return open;
}

export const printCommands: readonly Command[] = [
  command({
    name: 'print',
    zh: '打印面单，一件一张；auto: 按规则选打印机；已打印过的须写明补打原因，多件的订单写明第几件，已交给快递的须加 --handed-over',
    en: 'print labels, one per parcel; auto: lets the rules choose the printer; one that was or may have been printed needs a reason, and of several parcels its place; one whose parcel has left needs --handed-over',
    access: 'packParcels',
    operands,
    options,
    perhaps: [['--reprint', '--parcel', '--handed-over']],
    async run(asked) {
      const {
        workspace,
        language,
        operands: [named],
        options: { order, unprinted },
      } = asked;
      const isNamed = order.length + named.length > 0;
      if (unprinted === isNamed) return asked.wrongUsage();
      const chosen = await chosenOrders(asked);
      const { tally, result: queued } = await withWorkers(
        workspace,
        asked,
        async ({ printing, untilIdle }) => {
          const refused = unwrap(await queue(asked, chosen.ids));
          printing.wake();
          await untilIdle(printing);
          return refused;
        },
      );
      const { printed, printUnsure: unsure, ownLayouts } = tally;
      const open = await openLabels(workspace, chosen.ids);
      const isRefused = ({ orderNo }: AttentionRow) => queued.some((row) => row.orderNo === orderNo);
      // One word for a label: what was refused now says more than how an earlier copy ended.
      const failed = open.filter((row) => !row.isUnsure && !isRefused(row));
      const refused = [...chosen.refused, ...queued, ...failed];
      const troubled = [...refused, ...open.filter(({ isUnsure }) => isUnsure)];
      const attention = troubled.map((row) => attentionView(row, language));
      const json = {
        printed,
        unsure,
        refused: refused.map(({ orderNo, code }) => ({ orderNo, code })),
        attention,
        ...(ownLayouts.length === 0 ? {} : { ownLayouts }),
      };
      const human = [
        say(language, 'printed', { printed, unsure, refused: refused.length }),
        ...ownLayoutLines(ownLayouts, language),
        ...attentionLines(attention, language),
      ];
      return report(json, human, refused.length + unsure > 0 || open.some(({ isUnsure }) => isUnsure));
    },
  }),
];
