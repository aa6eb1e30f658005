import type { PrintBatchView } from '../../../shared/contracts/printing.ts';
import { batchActs } from '../../../shared/domain/printing/printJob.ts';
import { failure } from '../../../shared/errors/outcome.ts';
import { batchesShown, changeBatch, readBatches } from '../../usecases/printing/batches/batches.ts';
import { failureOf } from '../../usecases/printing/printJob.ts';
import { aligned } from '../main/columns.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { isoTime, localTime, phrases } from '../main/phrases.ts';
import { oneOf, text, usual, whole } from '../main/word.ts';

const say = phrases({
  batch: [
    '{id}  {at}  {operator}  共 {labels} 张，已打 {out}，等待 {waiting}，挂起 {held}，待确认 {unsure}，失败 {failed}  {why}',
    '{id}  {at}  {operator}  {labels} {labels|label|labels}, {out} printed, {waiting} waiting, {held} on hold, {unsure} unconfirmed, {failed} failed  {why}',
  ],
  label: [
    '{orderNo}  {waybillNo}  {serialNo}/{serialTotal}  {state}  {why}',
    '{orderNo}  {waybillNo}  {serialNo}/{serialTotal}  {state}  {why}',
  ],
  total: ['共 {total} 张面单', '{total} {total|label|labels}'],
  changed: ['{changed} 张面单', '{changed} {changed|label|labels}'],
});

/** How many labels failed for each code, whatever place or field each of them names. */
function byCode(failures: PrintBatchView['failures']) {
  const counts = new Map<string, number>();
  for (const { errorCode, count } of failures) counts.set(errorCode, (counts.get(errorCode) ?? 0) + count);
  return [...counts].map(([errorCode, count]) => ({ errorCode, count }));
}

export const printBatchCommands: readonly Command[] = [
  command({
    name: 'print list',
    zh: '面单批次：何时、谁、几张、打了几张、什么没打成；--batch 列出一批的面单，按出纸顺序',
    en: 'batches of labels: when, who, how many, how many printed, what failed; --batch lists the labels of one as they come out',
    access: 'seeWork',
    options: { batch: text('ID'), limit: usual(whole(1), 100) },
    async run({ workspace, language, options: { batch, limit } }) {
      const { read } = workspace.store;
      if (batch === undefined) {
        const shown = (await readBatches(read)).slice(0, Math.min(limit, batchesShown));
        const batches = shown.map(({ createdAt, failures, ...rest }) => ({
          ...rest,
          failures: byCode(failures),
          createdAt: isoTime(createdAt),
        }));
        const human = shown.map(({ id, createdAt, failures, waiting, underWay, ...row }) =>
          say(language, 'batch', {
            id: id || '-',
            at: createdAt === null ? '-' : localTime(createdAt),
            operator: row.operator,
            labels: row.labels,
            out: row.out,
            waiting: waiting + underWay,
            held: row.held,
            unsure: row.unsure,
            failed: row.failed,
            why: byCode(failures)
              .map(({ errorCode, count }) => `${errorCode} ${count}`)
              .join(' '),
          }),
        );
        return report({ batches }, human);
      }
      if ((await read.printBatches.byId(batch)) === undefined) return failure('PRINT_BATCH_NOT_FOUND');
      const rows = await read.printJobs.ofBatch(batch, { offset: 0, limit });
      const labels = rows.map((row) => ({
        orderNo: row.orderNo,
        waybillNo: row.waybillNo,
        parcelNo: row.parcelNo,
        copyNo: row.copyNo,
        serialNo: row.serialNo,
        serialTotal: row.serialTotal,
        printer: row.printerUri,
        state: row.state,
        code: row.state === 'held' ? 'PRINT_JOB_HELD' : failureOf(row).code,
      }));
      const human = labels.map((row) => say(language, 'label', { ...row, why: row.code }));
      const counts = await read.printBatches.totalsOf([batch]);
      const total = counts.reduce((sum, row) => sum + row.total, 0);
      return report({ batch, total, labels }, [...aligned(human), say(language, 'total', { total })]);
    },
  }),
  command({
    name: 'print batch',
    zh: '处理一批里还没打的面单：retry 重打失败的，hold 挂起，release 继续，cancel 不打了',
    en: 'act on the labels of a batch that have not come out: print the failed again, hold, release or cancel them',
    access: 'packParcels',
    operands: [oneOf(batchActs), text('ID')],
    async run({ workspace, language, operands: [act, batchId] }) {
      const { changed } = unwrap(await changeBatch(workspace, { batchId, act }));
      return report({ changed }, [say(language, 'changed', { changed })]);
    },
  }),
];
