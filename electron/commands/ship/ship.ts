import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { routedPrinterUri } from '../../../shared/domain/printer.ts';
import { isPrinted } from '../../../shared/domain/printJob.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Order } from '../../store/schema.ts';
import { readParcels } from '../../usecases/booking/parcels.ts';
import { recognitionOptions } from '../../usecases/intake/importOrders.ts';
import { openPrinter } from '../../usecases/printing/openPrinter.ts';
import { hasOddNumbers, waitsForAnswer } from '../../usecases/ship/attention.ts';
import { writeShipResult } from '../../usecases/ship/result.ts';
import { type ShipReport, type ShipRequest, shipFiles } from '../../usecases/ship/shipFiles.ts';
import { readSettings } from '../../usecases/workspace/settings.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { chooseAccount, chooseAccountOrRules } from '../accounts/chooseAccount.ts';
import { filePassword, readConfidence } from '../intake/import.ts';
import type { Command, CommandContext, CommandResult } from '../main/command.ts';
import { commandText } from '../main/commandText.ts';
import { withWorkspace } from '../main/withWorkspace.ts';
import { attentionLines, attentionView, ownLayoutLines } from './attention.ts';
import { chooseSender } from './chooseSender.ts';
import { lookOnly } from './lookOnly.ts';

async function readRequest(workspace: Workspace, context: CommandContext): Promise<Outcome<ShipRequest>> {
  const isPractice = context.flag('practice');
  const account = await chooseAccountOrRules(workspace, context.text('account'), isPractice);
  if (!account.ok) return account;
  const backupName = context.text('backup');
  const backup = backupName === undefined ? null : await chooseAccount(workspace, backupName, false);
  if (backup !== null && !backup.ok) return backup;
  const settings = await readSettings(workspace);
  const sender = await chooseSender(workspace, context);
  if (!sender.ok) return sender;
  const printerUri =
    context.text('printer') ??
    settings.defaultPrinterUri ??
    (isPractice || workspace.isPractice ? 'virtual:' : null);
  const isNamed = printerUri !== null && printerUri !== routedPrinterUri;
  const printer = isNamed ? openPrinter(workspace, printerUri) : null;
  if (printer !== null && !printer.ok) return printer;
  const minConfidence = await readConfidence(workspace, context.text('min-confidence'));
  if (!minConfidence.ok) return minConfidence;
  return done({
    files: context.operands.map((path) => (isAbsolute(path) ? path : resolve(path))),
    profile: context.text('profile'),
    encoding: context.text('encoding'),
    ...(await filePassword(context)),
    minConfidence: minConfidence.value,
    accountId: account.value?.id ?? null,
    backupAccountId: backup === null ? null : backup.value.id,
    carrier: (context.text('carrier') ?? '').toUpperCase(),
    printerUri,
    sender: sender.value,
    signal: context.signal,
    onProgress: ({ step, done: count, total }) =>
      context.terminal.progress(
        step === 'import'
          ? commandText(context.language, 'importing', { rows: count })
          : commandText(context.language, 'booking', { done: count, total }),
      ),
  });
}

function countsOf({ imports, tally, orders }: ShipReport) {
  const sum = (
    key: 'rows' | 'imported' | 'duplicates' | 'needsReview' | 'rejected' | 'skipped' | 'changed',
  ) => imports.reduce((total, report) => total + report[key], 0);
  const nowReview = orders.filter((order) => order.state === 'needs-review').length;
  return {
    rows: sum('rows'),
    imported: sum('imported'),
    duplicates: sum('duplicates'),
    changed: sum('changed'),
    needsReview: Math.max(sum('needsReview'), nowReview),
    rejected: sum('rejected'),
    skipped: sum('skipped'),
    booked: tally.booked,
    failed: tally.failed,
    unsure: orders.filter((order) => order.shipmentState === 'unsure' || order.shipmentState === 'sending')
      .length,
    // Not booked yet: queued, given back by a refused account, or cut short by a signal.
    waiting: orders.filter((order) => order.state === 'ready' || order.shipmentState === 'planned').length,
    printed: tally.printed,
    printUnsure: orders.filter((order) => order.printState === 'unsure').length,
    printFailed: orders.filter((order) => order.printState === 'failed' || order.printState === 'held')
      .length,
  };
}

/** An order stands here once; of several parcels each with its own number. */
async function waybillsOf({ store }: Workspace, orders: readonly Order[]) {
  const waybills = [];
  for (const order of orders) {
    // A number that was given back is no number of the order any more.
    if (order.waybillNo === '' || order.shipmentState === 'voided') continue;
    const parcels = order.parcelCount > 1 ? await readParcels(store.read, order) : [];
    waybills.push({
      orderNo: order.orderNo,
      carrier: order.bookedCarrier,
      platform: order.platform,
      waybillNo: order.waybillNo,
      printed: isPrinted(order.printState),
      ...(parcels.length === 0
        ? {}
        : {
            parcels: parcels.map(({ no, waybillNo, printState }) => ({
              no,
              waybillNo,
              printed: isPrinted(printState),
            })),
          }),
    });
  }
  return waybills;
}

async function reportOf(
  workspace: Workspace,
  context: CommandContext,
  request: ShipRequest,
  report: ShipReport,
): Promise<Outcome<CommandResult>> {
  const resultFiles: string[] = [];
  for (const { source, isGoodsReport } of report.imports) {
    if (isGoodsReport === true) continue;
    const written = await writeShipResult(workspace, {
      path: source.path,
      options: recognitionOptions(source.overrides),
      orders: report.orders,
      language: context.language,
    });
    if (!written.ok) return written;
    resultFiles.push(written.value);
  }
  const counts = countsOf(report);
  const attention = report.attention.map((row) => attentionView(row, context.language));
  const waybills = await waybillsOf(workspace, report.orders);
  const isOpen =
    counts.needsReview +
      counts.rejected -
      counts.skipped +
      counts.changed +
      counts.failed +
      counts.unsure +
      counts.waiting +
      counts.printUnsure +
      counts.printFailed >
      0 ||
    report.refused.length > 0 ||
    report.orders.some((order) => hasOddNumbers(order) || waitsForAnswer(order)) ||
    report.imports.some(({ isCancelled }) => isCancelled);
  const text = (key: Parameters<typeof commandText>[1], params: Readonly<Record<string, string | number>>) =>
    commandText(context.language, key, params);
  const printer = request.printerUri === null ? null : openPrinter(workspace, request.printerUri);
  const labelFolder =
    printer?.ok === true && printer.value.target.transport === 'virtual' ? printer.value.target.path : null;
  const human = [
    text('rows', counts),
    text('bookedLine', counts),
    ...(attention.length === 0 ? [] : [text('attentionHead', { count: attention.length })]),
    ...attentionLines(attention, context.language),
    ...ownLayoutLines(report.tally.ownLayouts, context.language),
    ...(labelFolder !== null && existsSync(labelFolder) ? [text('labels', { folder: labelFolder })] : []),
    ...resultFiles.map((file) => text('resultFile', { file })),
  ];
  return done({
    exitCode: isOpen ? 3 : 0,
    json: {
      ...counts,
      waybills,
      attention,
      resultFile: resultFiles[0] ?? '',
      resultFiles,
      labelFolder,
      ...(report.tally.ownLayouts.length === 0 ? {} : { ownLayouts: report.tally.ownLayouts }),
    },
    human,
  });
}

export const shipCommand: Command = {
  name: 'ship',
  usage:
    'FILE… [--account NAME] [--backup NAME] [--carrier CODE] [--printer URI] [--sender FILE.json] [--profile NAME] [--encoding utf-8|gb18030|big5|utf-16le|utf-16be] [--password-stdin] [--min-confidence 0..1] [--practice] [--dry-run]',
  does: {
    'zh-CN': '主流程：导入 → 校正地址 → 取号 → 打印 → 汇总；可重复运行',
    en: 'the main job: import → correct → book → print → report; safe to run again',
  },
  options: {
    account: { type: 'string' },
    backup: { type: 'string' },
    carrier: { type: 'string' },
    printer: { type: 'string' },
    sender: { type: 'string' },
    profile: { type: 'string' },
    encoding: { type: 'string' },
    'password-stdin': { type: 'boolean' },
    'min-confidence': { type: 'string' },
    practice: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  },
  run(context) {
    if (context.operands.length === 0)
      return Promise.resolve(failure('USAGE', { detail: `ship ${shipCommand.usage}` }));
    return withWorkspace(
      context,
      async (workspace) => {
        const request = await readRequest(workspace, context);
        if (!request.ok) return request;
        if (context.flag('dry-run')) return lookOnly(workspace, context, request.value);
        const report = await shipFiles(workspace, request.value);
        return report.ok ? reportOf(workspace, context, request.value, report.value) : report;
      },
      { isPracticeWanted: context.flag('practice') },
    );
  },
};
