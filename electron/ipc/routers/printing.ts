import type { PrintRules } from '../../../shared/contracts/printing.ts';
import { printJobStates } from '../../../shared/domain/printJob.ts';
import { zeroCounts } from '../../usecases/orders/counts.ts';
import { cancelPrints, releasePrints } from '../../usecases/printing/hold.ts';
import { loadPaperRoll, readPaperRolls } from '../../usecases/printing/paper.ts';
import { previewLabel } from '../../usecases/printing/preview.ts';
import { patchProfile } from '../../usecases/printing/printerSetup.ts';
import { readPrinterViews } from '../../usecases/printing/printerState.ts';
import { previewReceipts, printReceipts } from '../../usecases/printing/printReceipts.ts';
import {
  readPrintRoutes,
  readPrintRules,
  savePrintRoutes,
  savePrintRules,
} from '../../usecases/printing/printRules.ts';
import { queuePrints } from '../../usecases/printing/queue.ts';
import { planJamRecovery, recoverFromJam } from '../../usecases/printing/recoverFromJam.ts';
import { printFullForm, reprintLabel } from '../../usecases/printing/reprint.ts';
import { resolveUnsurePrint, retryFailedPrints, retryPrint } from '../../usecases/printing/resolve.ts';
import { scanLabel } from '../../usecases/printing/scanLabel.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { opened, refusal, unwrap } from '../gate.ts';
import { bitmapView, printJobView, refusedView } from '../views.ts';

async function rowOf(workspace: Workspace, jobId: string) {
  const row = await workspace.store.read.printJobs.rowById(jobId);
  if (row === undefined) throw new Error('a print job that was just changed is gone');
  return printJobView(row);
}

const printRouter = {
  window: opened.print.window.handler(async ({ context: { workspace }, input }) => {
    const { read } = workspace.store;
    const counts = await read.printJobs.countsByPrinter();
    const total = counts
      .filter((row) => input.state === undefined || row.state === input.state)
      .filter((row) => input.printerUri === undefined || row.printerUri === input.printerUri)
      .reduce((sum, row) => sum + row.total, 0);
    return { total, rows: (await read.printJobs.window(input, input)).map(printJobView) };
  }),
  counts: opened.print.counts.handler(async ({ context: { workspace } }) => {
    const { read } = workspace.store;
    const rows = await read.printJobs.counts();
    const all = rows.reduce((sum, row) => sum + row.total, 0);
    return {
      ...zeroCounts(printJobStates),
      all,
      retryable: (await read.printJobs.retryable()).length,
      ...Object.fromEntries(rows.map((row) => [row.state, row.total])),
    };
  }),
  preview: opened.print.preview.handler(async ({ context: { workspace }, input }) => {
    const { bitmap, drawnBy, ownLayoutReason } = unwrap(await previewLabel(workspace, input.jobId));
    return { ...bitmapView(bitmap), drawnBy, ownLayoutReason };
  }),
  print: opened.print.print.handler(async ({ context: { workspace }, input }) => {
    const { queued, refused } = unwrap(await queuePrints(workspace, input.orderIds, input.printerUri, input));
    return { queued, refused: refused.map(refusedView) };
  }),
  reprint: opened.print.reprint.handler(async ({ context: { workspace, session }, input }) => {
    const { approvalIds, ...request } = input;
    const reprinted = await session.withApprovals(approvalIds, input.orderId, (approvals) =>
      reprintLabel(workspace, { ...request, approvals }),
    );
    return unwrap(reprinted);
  }),
  printFull: opened.print.printFull.handler(async ({ context: { workspace, session }, input }) => {
    const { approvalIds, ...request } = input;
    const printed = await session.withApprovals(approvalIds, input.orderId, (approvals) =>
      printFullForm(workspace, { ...request, approvals }),
    );
    return unwrap(printed);
  }),
  resolveUnsure: opened.print.resolveUnsure.handler(async ({ context: { workspace }, input }) => {
    unwrap(await resolveUnsurePrint(workspace, input));
    return rowOf(workspace, input.jobId);
  }),
  retry: opened.print.retry.handler(async ({ context: { workspace }, input }) => {
    unwrap(await retryPrint(workspace, input));
    return rowOf(workspace, input.jobId);
  }),
  retryFailed: opened.print.retryFailed.handler(async ({ context: { workspace } }) => ({
    retried: await retryFailedPrints(workspace),
  })),
  printers: opened.print.printers.handler(({ context: { workspace, session } }) =>
    readPrinterViews(workspace, session.knowledge.printerStates),
  ),
  release: opened.print.release.handler(async ({ context: { workspace }, input }) => {
    const released = await releasePrints(workspace, input.jobs);
    return { released };
  }),
  cancel: opened.print.cancel.handler(async ({ context: { workspace }, input }) => ({
    cancelled: await cancelPrints(workspace, input.jobs),
  })),
  scan: opened.print.scan.handler(async ({ context: { workspace }, input }) =>
    rowOf(workspace, unwrap(await scanLabel(workspace, input.code)).id),
  ),
  planRecovery: opened.print.planRecovery.handler(async ({ context: { workspace }, input }) => {
    const { read } = workspace.store;
    const plan = unwrap(await planJamRecovery(read, input.printerUri, input.code));
    const rows = new Map(
      (await read.printJobs.rowsById(plan.rest.map(({ id }) => id))).map((row) => [
        row.id,
        printJobView(row),
      ]),
    );
    return {
      scanned: await rowOf(workspace, plan.scanned.id),
      confirmed: plan.confirmed.length,
      stillUnsure: plan.stillUnsure.length,
      rest: plan.rest.flatMap(({ id }) => rows.get(id) ?? []),
    };
  }),
  recover: opened.print.recover.handler(async ({ context: { workspace }, input }) => {
    const recovered = unwrap(await recoverFromJam(workspace, input));
    return { ...recovered };
  }),
  pause: opened.print.pause.handler(async ({ context: { workspace, session }, input }) => {
    const { printerUri, isPaused } = input;
    if (!(await patchProfile(workspace, printerUri, { isPaused })))
      throw refusal({ code: 'PRINTER_NOT_SET_UP' });
    return readPrinterViews(workspace, session.knowledge.printerStates);
  }),
  rules: opened.print.rules.handler(({ context: { workspace } }) => readPrintRules(workspace)),
  setRules: opened.print.setRules.handler(({ context: { workspace }, input }) =>
    savePrintRules(workspace, input as Partial<PrintRules>),
  ),
  routes: opened.print.routes.handler(({ context: { workspace } }) => readPrintRoutes(workspace)),
  setRoutes: opened.print.setRoutes.handler(async ({ context: { workspace }, input }) =>
    unwrap(await savePrintRoutes(workspace, input.routes)),
  ),
};

const paperRouter = {
  rolls: opened.paper.rolls.handler(({ context: { workspace } }) => readPaperRolls(workspace)),
  load: opened.paper.load.handler(async ({ context: { workspace }, input }) => {
    unwrap(await loadPaperRoll(workspace, input));
    return readPaperRolls(workspace);
  }),
};

const receiptsRouter = {
  preview: opened.receipts.preview.handler(async ({ context: { workspace }, input }) => {
    const { receipts, refused } = await previewReceipts(workspace, input);
    return { receipts, refused };
  }),
  print: opened.receipts.print.handler(async ({ context: { workspace }, input }) =>
    unwrap(await printReceipts(workspace, input, input.printerUri)),
  ),
};

export const printingRouters = { print: printRouter, paper: paperRouter, receipts: receiptsRouter };
