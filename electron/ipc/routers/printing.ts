import type { PrintRules } from '../../../shared/contracts/printing.ts';
import { printingContracts } from '../../../shared/contracts/printing.ts';
import { printJobStates } from '../../../shared/domain/printing/printJob.ts';
import { zeroCounts } from '../../usecases/orders/counts.ts';
import { changeBatch, readBatches, readBatchWindow } from '../../usecases/printing/batches/batches.ts';
import { cancelPrints, releasePrints } from '../../usecases/printing/hold.ts';
import { loadPaperRoll, readPaperRolls } from '../../usecases/printing/paper.ts';
import { previewReceipts, printReceipts } from '../../usecases/printing/papers/printReceipts.ts';
import { previewLabel } from '../../usecases/printing/preview.ts';
import { patchProfile } from '../../usecases/printing/printers/printerSetup.ts';
import { readPrinterViews } from '../../usecases/printing/printers/printerState.ts';
import {
  readPrintRoutes,
  readPrintRules,
  savePrintRoutes,
  savePrintRules,
} from '../../usecases/printing/printRules.ts';
import { queuePrints } from '../../usecases/printing/queue.ts';
import { planJamRecovery, recoverFromJam } from '../../usecases/printing/recoverFromJam.ts';
import { printFullForm, reprintLabel } from '../../usecases/printing/reprint.ts';
import {
  answerUnsurePrints,
  resolveUnsurePrint,
  retryFailedPrints,
  retryPrint,
} from '../../usecases/printing/resolve.ts';
import { scanLabel } from '../../usecases/printing/scanLabel.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { does, doesApproved, doesThen, gateOf, refusal } from '../gate.ts';
import { bitmapView, printJobView, refusedView } from '../views.ts';

const { onWorkspace } = gateOf(printingContracts);

async function rowOf(workspace: Workspace, jobId: string) {
  const row = await workspace.store.read.printJobs.rowById(jobId);
  if (row === undefined) throw new Error('a print job that was just changed is gone');
  return printJobView(row);
}

const rowOfInput = (_: unknown, workspace: Workspace, { jobId }: { readonly jobId: string }) =>
  rowOf(workspace, jobId);

const printRouter = onWorkspace('print', {
  async window({ store: { read } }, input) {
    const rows = (await read.printJobs.window(input, input)).map(printJobView);
    if (input.search !== undefined || input.printed !== undefined)
      return { total: await read.printJobs.foundCount(input), rows };
    const counts = await read.printJobs.countsByPrinter();
    const total = counts
      .filter((row) => input.state === undefined || row.state === input.state)
      .filter((row) => input.printerUri === undefined || row.printerUri === input.printerUri)
      .reduce((sum, row) => sum + row.total, 0);
    return { total, rows };
  },
  batches: ({ store }) => readBatches(store.read),
  async batchWindow({ store }, input) {
    const { total, rows } = await readBatchWindow(store.read, input);
    return { total, rows: rows.map(printJobView) };
  },
  changeBatch: does(changeBatch),
  async counts({ store: { read } }) {
    const rows = await read.printJobs.counts();
    return {
      ...zeroCounts(printJobStates),
      all: rows.reduce((sum, row) => sum + row.total, 0),
      retryable: (await read.printJobs.retryable()).length,
      ...Object.fromEntries(rows.map((row) => [row.state, row.total])),
    };
  },
  preview: does(
    (workspace, { jobId }) => previewLabel(workspace, jobId),
    ({ bitmap, ...rest }) => ({ ...rest, ...bitmapView(bitmap) }),
  ),
  print: does(
    (workspace, input) => queuePrints(workspace, input.orderIds, input.printerUri, input),
    ({ queued, refused }) => ({ queued, refused: refused.map(refusedView) }),
  ),
  reprint: doesApproved(reprintLabel),
  printFull: doesApproved(printFullForm),
  resolveUnsure: does(resolveUnsurePrint, rowOfInput),
  answerUnsure: async (workspace, { jobs, isPrinted }) => ({
    answered: (await answerUnsurePrints(workspace, { jobs }, isPrinted)).length,
  }),
  retry: does(retryPrint, rowOfInput),
  retryFailed: async (workspace) => ({ retried: await retryFailedPrints(workspace) }),
  printers: (workspace, _, { session }) => readPrinterViews(workspace, session.knowledge.printerStates),
  release: async (workspace, { jobs }) => ({ released: await releasePrints(workspace, jobs) }),
  cancel: async (workspace, { jobs }) => ({ cancelled: await cancelPrints(workspace, jobs) }),
  scan: does(
    (workspace, { code }) => scanLabel(workspace, code),
    ({ id }, workspace) => rowOf(workspace, id),
  ),
  planRecovery: does(
    ({ store }, { printerUri, code }) => planJamRecovery(store.read, printerUri, code),
    async (plan, workspace) => {
      const found = await workspace.store.read.printJobs.rowsById(plan.rest.map(({ id }) => id));
      const rows = new Map(found.map((row) => [row.id, printJobView(row)]));
      return {
        scanned: await rowOf(workspace, plan.scanned.id),
        confirmed: plan.confirmed.length,
        stillUnsure: plan.stillUnsure.length,
        rest: plan.rest.flatMap(({ id }) => rows.get(id) ?? []),
      };
    },
  ),
  recover: does(recoverFromJam),
  async pause(workspace, { printerUri, isPaused }, { session }) {
    if (!(await patchProfile(workspace, printerUri, { isPaused })))
      throw refusal({ code: 'PRINTER_NOT_SET_UP' });
    return readPrinterViews(workspace, session.knowledge.printerStates);
  },
  rules: readPrintRules,
  setRules: (workspace, input) => savePrintRules(workspace, input as Partial<PrintRules>),
  routes: readPrintRoutes,
  setRoutes: does((workspace, { routes }) => savePrintRoutes(workspace, routes)),
});

const paperRouter = onWorkspace('paper', {
  rolls: readPaperRolls,
  load: doesThen(loadPaperRoll, readPaperRolls),
});

const receiptsRouter = onWorkspace('receipts', {
  preview: previewReceipts,
  print: does((workspace, input) => printReceipts(workspace, input, input.printerUri)),
});

export const printingRouters = { print: printRouter, paper: paperRouter, receipts: receiptsRouter };
