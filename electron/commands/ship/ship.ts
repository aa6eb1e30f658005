import { existsSync } from 'node:fs';
import { asksToShip } from '../../../shared/domain/intake/shippingQuestions.ts';
import { isPrinted } from '../../../shared/domain/printing/printJob.ts';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import { ownFolderPrinterUri, printerWay } from '../../printers/transports/index.ts';
import type { Order } from '../../store/schema.ts';
import { readParcels } from '../../usecases/booking/parcels.ts';
import { recognitionOptions } from '../../usecases/intake/importOrders.ts';
import { choosePrinterOrNone } from '../../usecases/printing/printers/choosePrinter.ts';
import { openPrinter } from '../../usecases/printing/printers/openPrinter.ts';
import { hasOddNumbers, waitsForAnswer } from '../../usecases/ship/attention.ts';
import { writeShipResult } from '../../usecases/ship/result.ts';
import { type ShipReport, type ShipRequest, shipFiles } from '../../usecases/ship/shipFiles.ts';
import { readSettings } from '../../usecases/workspace/settings.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { accountToShip, chooseAccountOrRules, fitForPractice } from '../accounts/account.ts';
import { filePassword, importCounts, readingOptions, say as sayIntake } from '../intake/import.ts';
import { carrier } from '../main/carrier.ts';
import {
  type Asked,
  type Command,
  type CommandContext,
  type CommandResult,
  command,
  report,
  unwrap,
} from '../main/command.ts';
import { phrases } from '../main/phrases.ts';
import { flag, many, path, text } from '../main/word.ts';
import { attentionLines, attentionView, ownLayoutLines, refusedFileNotes } from './attention.ts';
import { dryRun } from './dryRun.ts';
import { patience, patienceMsOf } from './patience.ts';
import { chooseSender } from './sender.ts';

export const say = phrases({
  booking: ['正在取号打印：{done}/{total}', 'Booking and printing: {done}/{total}'],
  firstBooked: ['正在取号打印：已完成 {done}', 'Booking and printing: {done} so far'],
  booked: [
    '取号 {booked} 单，取号失败 {failed} 单，待确认 {unsure} 单，等待 {waiting} 单，打印 {printed} 张',
    '{booked} booked, {failed} rejected, {unsure} unconfirmed, {waiting} waiting, {printed} printed',
  ],
  unsent: [
    '失败的里有 {unsent} 单还没有发出：账号停了，恢复后再运行一次就继续',
    '{unsent} of the rejected were never sent, because their account stopped; once it works again, run this again',
  ],
  attention: ['需要处理的 {count} 条：', '{count} {count|needs|need} attention:'],
  correcting: [
    '校正：orders edit 订单号 --set 字段=内容（例如 --set detail=文三路1号），再对同一文件运行一次 ship。',
    'To correct one: orders edit NO --set field=value (such as --set phone=13800000000), then run ship on the same file again.',
  ],
  releasing: [
    '问到能不能发货的，确认可以发：orders release 订单号，再对同一文件运行一次 ship。',
    'Where it is asked whether an order may leave: orders release NO says that it may, then run ship on the same file again.',
  ],
  labels: ['面单图片：{folder}', 'Label pictures: {folder}'],
  resultFile: ['结果文件：{file}', 'Result file: {file}'],
});

const operands = [many(path('FILE'))] as const;
const options = {
  account: accountToShip,
  backup: accountToShip,
  carrier,
  printer: text('NAME|URI'),
  sender: text('FILE.json'),
  ...readingOptions,
  patience,
  practice: flag,
  'dry-run': flag,
};

type ShipAsked = Asked<typeof operands, typeof options> & { readonly workspace: Workspace };

async function readRequest({
  workspace,
  operands: [files],
  options: given,
  ...context
}: ShipAsked): Promise<ShipRequest> {
  const { language, terminal, signal } = context;
  const { practice, profile, encoding, backup } = given;
  const account = unwrap(await chooseAccountOrRules(workspace, given.account, practice));
  if (backup !== undefined) unwrap(fitForPractice(backup, practice));
  const settings = await readSettings(workspace);
  const sender = unwrap(await chooseSender(workspace, given));
  const usualPrinter = practice || workspace.isPractice ? ownFolderPrinterUri : null;
  const printer = given.printer ?? settings.defaultPrinterUri ?? usualPrinter;
  const printerUri = unwrap(await choosePrinterOrNone(workspace, printer));
  return {
    files,
    profile,
    encoding,
    ...(await filePassword(context, given['password-stdin'])),
    onNothingRead: refusedFileNotes(context),
    minConfidence: given['min-confidence'] ?? settings.minConfidence,
    accountId: account?.id ?? null,
    backupAccountId: backup?.id ?? null,
    carrier: given.carrier ?? '',
    printerUri,
    sender,
    patienceMs: patienceMsOf(given.patience),
    signal,
    onProgress: ({ step, done: count, total }) =>
      terminal.progress(
        step === 'import'
          ? sayIntake(language, 'importing', { rows: count })
          : // While the last of many are still planned.
            say(language, total < count ? 'firstBooked' : 'booking', { done: count, total }),
      ),
  };
}

function countsOf({ imports, tally, orders }: ShipReport) {
  const counts = importCounts(
    imports,
    'rows',
    'orders',
    'furtherRows',
    'repeatedRows',
    'imported',
    'duplicates',
    'changed',
    'needsReview',
  );
  const count = (is: (order: Order) => boolean) => orders.filter(is).length;
  return {
    ...counts,
    needsReview: Math.max(
      counts.needsReview,
      count(({ state }) => state === 'needs-review'),
    ),
    ...importCounts(imports, 'rejected', 'skipped'),
    booked: tally.booked,
    failed: tally.failed,
    unsent: tally.unsent,
    unsure: count(({ shipmentState: state }) => state === 'unsure' || state === 'sending'),
    // Not booked yet: queued, or cut short by a signal. What a refused account gave back is counted as rejected.
    waiting: count(
      ({ id, state, shipmentState }) =>
        (state === 'ready' || shipmentState === 'planned') && !tally.hasFailed(id),
    ),
    printed: tally.printed,
    printUnsure: count(({ printState: state }) => state === 'unsure'),
    printFailed: count(({ printState: state }) => state === 'failed' || state === 'held'),
  };
}

/** An order stands here once; of several parcels each with its own number. */
async function waybillsOf({ store }: Workspace, orders: readonly Order[]) {
  const waybills = [];
  for (const order of orders) {
    // A number that was given back is no number of the order any more.
    if (order.waybillNo === '' || order.shipmentState === 'voided') continue;
    const parcels = order.parcelCount > 1 ? await readParcels(store.read, order) : [];
    const each = parcels.map(({ no, waybillNo, printState }) => ({
      no,
      waybillNo,
      printed: isPrinted(printState),
    }));
    waybills.push({
      orderNo: order.orderNo,
      carrier: order.bookedCarrier,
      platform: order.platform,
      waybillNo: order.waybillNo,
      printed: isPrinted(order.printState),
      ...(each.length === 0 ? {} : { parcels: each }),
    });
  }
  return waybills;
}

async function writeResults(
  workspace: Workspace,
  { language }: CommandContext,
  { imports, orders, journeys, tally }: ShipReport,
) {
  const files: string[] = [];
  for (const { source, isGoodsReport } of imports) {
    if (isGoodsReport === true) continue;
    const rows = {
      path: source.path,
      options: recognitionOptions(source.overrides),
      orders,
      journeys,
      waitsForAccount: tally.waitsForAccount,
      language,
    };
    files.push(unwrap(await writeShipResult(workspace, rows)));
  }
  return files;
}

function isUnfinished(
  counts: ReturnType<typeof countsOf>,
  { refused, orders, imports }: ShipReport,
): boolean {
  const { needsReview, rejected, skipped, changed, failed, unsure, waiting, printUnsure, printFailed } =
    counts;
  return (
    needsReview + rejected - skipped + changed + failed + unsure + waiting + printUnsure + printFailed > 0 ||
    refused.length > 0 ||
    orders.some((order) => hasOddNumbers(order) || waitsForAnswer(order)) ||
    imports.some(({ isCancelled }) => isCancelled)
  );
}

/** Where a virtual printer puts its labels. */
function labelFolderOf(workspace: Workspace, printerUri: string | null): string | null {
  const printer = printerUri === null ? null : openPrinter(workspace, printerUri);
  return printer?.ok === true && printerWay(printer.value.target.transport)?.keepsFiles === true
    ? printer.value.target.path
    : null;
}

async function reportOf(
  workspace: Workspace,
  context: CommandContext,
  { printerUri }: ShipRequest,
  shipped: ShipReport,
): Promise<Outcome<CommandResult>> {
  const { language } = context;
  const files = await writeResults(workspace, context, shipped);
  const counts = countsOf(shipped);
  const attention = shipped.attention.map((row) => attentionView(row, language));
  const labelFolder = labelFolderOf(workspace, printerUri);
  const { ownLayouts } = shipped.tally;
  const human = [
    sayIntake(language, 'rows', counts),
    say(language, 'booked', counts),
    ...(counts.unsent > 0 ? [say(language, 'unsent', counts)] : []),
    ...(attention.length === 0 ? [] : [say(language, 'attention', { count: attention.length })]),
    ...attentionLines(attention, language),
    ...(counts.needsReview > 0 ? [say(language, 'correcting')] : []),
    ...(shipped.attention.some(asksToShip) ? [say(language, 'releasing')] : []),
    ...ownLayoutLines(ownLayouts, language),
    ...(labelFolder !== null && existsSync(labelFolder)
      ? [say(language, 'labels', { folder: labelFolder })]
      : []),
    ...files.map((file) => say(language, 'resultFile', { file })),
  ];
  const json = {
    ...counts,
    waybills: await waybillsOf(workspace, shipped.orders),
    attention,
    resultFile: files[0] ?? '',
    resultFiles: files,
    labelFolder,
    ...(ownLayouts.length === 0 ? {} : { ownLayouts }),
  };
  return report(json, human, isUnfinished(counts, shipped));
}

export const shipCommands: readonly Command[] = [
  command({
    name: 'ship',
    zh: '主流程：导入 → 校正地址 → 取号 → 打印 → 汇总；可重复运行',
    en: 'the main job: import → correct → book → print → report; safe to run again',
    access: ['importOrders', 'bookParcels', 'packParcels'],
    begins: true,
    operands,
    options,
    async run(asked) {
      const { workspace } = asked;
      const request = await readRequest(asked);
      if (asked.options['dry-run']) return dryRun(workspace, asked, request);
      return reportOf(workspace, asked, request, unwrap(await shipFiles(workspace, request)));
    },
  }),
];
