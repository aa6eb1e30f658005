import { join } from 'node:path';
import { done, type Failure, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { shopSecond } from '../../../../shared/rules/shopTime.ts';
import { type Language, sentencesOf } from '../../../../shared/text/describeError.ts';
import { writeAside } from '../../../imports/writers/writeTextWorkbook.ts';
import { type DroppedFile, hashFile, moveInto } from '../../../platform/dropFolder.ts';
import { systemCodeOf } from '../../../platform/expectedFailure.ts';
import { faultPoint } from '../../../platform/faultPoint.ts';
import { shownLine } from '../../../platform/shownText.ts';
import { maskParams } from '../../../privacy/maskReply.ts';
import { watchReportJson } from '../../../store/intake/intakeJson.ts';
import type { WatchedFile } from '../../../store/schema.ts';
import { planByRules } from '../../booking/choosing/planByRules.ts';
import { readSettings, type Settings } from '../../workspace/settings.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { writeFailedFile } from '../failedFile.ts';
import { type ImportReport, importOrders } from '../importOrders.ts';

export type WatchSetting = NonNullable<Settings['watch']>;

export interface TakenFile extends ReturnType<typeof countsOf> {
  readonly file: string;
  /** `again`: the same content was imported before; it was only moved away. */
  readonly state: 'taken' | 'failed' | 'again';
  readonly code: string;
  readonly movedTo: string;
}

/** Complaints listed in a report. */
const reportedRows = 1_000;

/**
 * Imports one finished file: import, record, report, move, in this order. After a kill between any two, the next run recognises the
 * content and continues from there; orders are never doubled, the file is never removed.
 */
export async function takeDroppedFile(
  workspace: Workspace,
  setting: WatchSetting,
  file: DroppedFile,
): Promise<Outcome<TakenFile>> {
  const contentHash = await hashFile(file.path);
  const known = await workspace.store.read.watchedFiles.byHash(contentHash);
  if (known?.state === 'taken') return putAway(setting, file, known, 'again');
  if (known !== undefined) {
    // It was dropped again unchanged: the report is written again.
    await workspace.store.write((write) =>
      write.watchedFiles.put({ ...known, state: 'failed', at: workspace.clock.now() }),
    );
    return putAway(setting, file, known, 'failed');
  }
  const settings = await readSettings(workspace);
  const imported = await importOrders(workspace, {
    path: file.path,
    overrides: setting.profile === '' ? {} : { profile: setting.profile },
    minConfidence: settings.minConfidence,
    isDryRun: false,
  });
  faultPoint('watch.after-import');
  const planned =
    imported.ok && setting.action === 'ship' ? await plan(workspace, setting, imported.value) : done(0);
  const failed = imported.ok ? (planned.ok ? null : planned) : imported;
  const report = imported.ok ? imported.value : null;
  const counts = countsOf(report, planned.ok ? planned.value : 0);
  const row: WatchedFile = {
    contentHash,
    fileName: file.name,
    state: imported.ok ? 'taken' : 'failed',
    importId: imported.ok ? imported.value.importId : '',
    code: failed?.code ?? '',
    reportJson: JSON.stringify(counts),
    at: workspace.clock.now(),
  };
  await workspace.store.write((write) => write.watchedFiles.put(row));
  faultPoint('watch.after-record');
  await writeReports(workspace, setting, file, { row, report, counts, failed });
  faultPoint('watch.after-report');
  workspace.changed('imports', 'status');
  return putAway(setting, file, row, imported.ok ? 'taken' : 'failed');
}

async function putAway(
  setting: WatchSetting,
  file: DroppedFile,
  row: WatchedFile,
  state: TakenFile['state'],
): Promise<Outcome<TakenFile>> {
  const folder = join(setting.folder, row.state === 'taken' ? 'done' : 'failed');
  try {
    const movedTo = await moveInto(file.path, file.name, folder);
    const counts = watchReportJson.readOr(row.reportJson, countsOf(null, 0));
    return done({ file: file.name, state, code: row.code, movedTo, ...counts });
  } catch (error) {
    // Another program still holds it: it is moved next time.
    return failure('WATCH_NOT_MOVED', { file: file.name, reason: systemCodeOf(error) || 'unknown' });
  }
}

/** Queues the ready orders of this file; the host works the queue. */
async function plan(
  workspace: Workspace,
  { printerUri }: WatchSetting,
  report: ImportReport,
): Promise<Outcome<number>> {
  const settings = await readSettings(workspace);
  const orders = report.orderRows.isEmpty()
    ? []
    : await workspace.store.read.orders.ofImport(report.importId);
  const planned = await planByRules(workspace, {
    orderIds: orders.filter(({ state }) => state === 'ready').map(({ id }) => id),
    accountId: null,
    carrier: '',
    printerUri: printerUri === undefined ? settings.defaultPrinterUri : printerUri,
  });
  return planned.ok ? done(planned.value.planned) : planned;
}

function countsOf(report: ImportReport | null, planned: number) {
  return {
    imported: report?.imported ?? 0,
    duplicates: report?.duplicates ?? 0,
    needsReview: report?.needsReview ?? 0,
    rejected: report?.rejected ?? 0,
    planned,
  };
}

const reportWords = {
  'zh-CN': '第 {row} 行 {orderNo}',
  en: 'row {row} {orderNo}',
} as const;

/** How one dropped file was imported. */
interface FileResult {
  readonly row: WatchedFile;
  readonly report: ImportReport | null;
  readonly counts: ReturnType<typeof countsOf>;
  readonly failed: Failure | null;
}

/** The report as people read it, without the persons the file's cells name. */
function reportLines(
  { name }: DroppedFile,
  { row, report, counts, failed }: FileResult,
  language: Language,
): string[] {
  const sentence = (code: string, params: Failure['params']) =>
    `${sentencesOf(code, maskParams(params), language)} [${code}]`;
  return [
    `${name}  ${shopSecond(row.at)}`,
    ...Object.entries(counts).map(([kind, count]) => `${kind}: ${count}`),
    ...(failed === null ? [] : [sentence(failed.code, failed.params)]),
    ...(report?.attention ?? []).slice(0, reportedRows).map(({ orderNo, rowNumber, code, params }) => {
      const where = reportWords[language].replace('{row}', String(rowNumber)).replace('{orderNo}', orderNo);
      return `${where}  ${sentence(code, { orderNo, row: rowNumber, ...params })}`;
    }),
  ];
}

/** Writes beside the file: its report, and the rows to fix as they are in it. */
async function writeReports(
  workspace: Workspace,
  setting: WatchSetting,
  file: DroppedFile,
  result: FileResult,
): Promise<void> {
  const { row, report } = result;
  const { language } = await readSettings(workspace);
  const lines = reportLines(file, result, language);
  const folder = join(setting.folder, row.state === 'taken' ? 'done' : 'failed');
  // Written inside the watched folder under a name it ignores: renaming then never crosses to another disk.
  const asidePath = (kind: string) => join(setting.folder, `.shipdesk-${workspace.nextId()}.${kind}`);
  const reportPath = asidePath('txt');
  const written = await writeAside(reportPath, (handle) =>
    handle.writeFile(`\uFEFF${lines.map(shownLine).join('\r\n')}\r\n`, 'utf8'),
  );
  if (written.ok) await moveInto(reportPath, `${file.name}.report.txt`, folder);
  if (report === null || report.rejected === report.skipped) return;
  const options = setting.profile === '' ? {} : { profile: setting.profile };
  const rows = await writeFailedFile(workspace, {
    path: file.path,
    options,
    language,
    outPath: asidePath('xlsx'),
  });
  if (rows.ok) await moveInto(rows.value.path, `${file.name}.failed-rows.xlsx`, folder);
}
