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
import { gate, toError, unwrap } from '../gate.ts';
import { bitmapView, printJobView } from '../views.ts';

async function rowOf(workspace: Workspace, jobId: string) {
  const row = await workspace.store.read.printJobs.rowById(jobId);
  if (row === undefined) throw new Error('a print job that was just changed is gone');
  return printJobView(row);
}

export const printRouter = {
  window: gate.print.window.handler(async ({ context, input, errors }) => {
    const { read } = unwrap(errors, context.session.workspace()).store;
    const counts = await read.printJobs.countsByPrinter();
    const total = counts
      .filter((row) => input.state === undefined || row.state === input.state)
      .filter((row) => input.printerUri === undefined || row.printerUri === input.printerUri)
      .reduce((sum, row) => sum + row.total, 0);
    return { total, rows: (await read.printJobs.window(input, input)).map(printJobView) };
  }),
  counts: gate.print.counts.handler(async ({ context, errors }) => {
    const { read } = unwrap(errors, context.session.workspace()).store;
    const rows = await read.printJobs.counts();
    const all = rows.reduce((sum, row) => sum + row.total, 0);
    return {
      ...zeroCounts(printJobStates),
      all,
      retryable: (await read.printJobs.retryable()).length,
      ...Object.fromEntries(rows.map((row) => [row.state, row.total])),
    };
  }),
  preview: gate.print.preview.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { bitmap, drawnBy, ownLayoutReason } = unwrap(errors, await previewLabel(workspace, input.jobId));
    return { ...bitmapView(bitmap), drawnBy, ownLayoutReason };
  }),
  print: gate.print.print.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const outcome = unwrap(errors, await queuePrints(workspace, input.orderIds, input.printerUri, input));
    context.session.wake();
    return {
      queued: outcome.queued,
      refused: outcome.refused.map(({ orderNo, failure }) => ({ orderNo, code: failure.code })),
    };
  }),
  reprint: gate.print.reprint.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { approvalIds, ...request } = input;
    const reprinted = await context.session.withApprovals(approvalIds, input.orderId, (approvals) =>
      reprintLabel(workspace, { ...request, approvals }),
    );
    const outcome = unwrap(errors, reprinted);
    context.session.wake();
    return { ...outcome };
  }),
  printFull: gate.print.printFull.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { approvalIds, ...request } = input;
    const printed = await context.session.withApprovals(approvalIds, input.orderId, (approvals) =>
      printFullForm(workspace, { ...request, approvals }),
    );
    const { copyNo } = unwrap(errors, printed);
    context.session.wake();
    return { copyNo };
  }),
  resolveUnsure: gate.print.resolveUnsure.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    unwrap(errors, await resolveUnsurePrint(workspace, input));
    return rowOf(workspace, input.jobId);
  }),
  retry: gate.print.retry.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    unwrap(errors, await retryPrint(workspace, input));
    context.session.wake();
    return rowOf(workspace, input.jobId);
  }),
  retryFailed: gate.print.retryFailed.handler(async ({ context, errors }) => {
    const retried = await retryFailedPrints(unwrap(errors, context.session.workspace()));
    context.session.wake();
    return { retried };
  }),
  printers: gate.print.printers.handler(({ context, errors }) =>
    readPrinterViews(unwrap(errors, context.session.workspace()), context.session.knowledge.printerStates),
  ),
  release: gate.print.release.handler(async ({ context, input, errors }) => {
    const released = await releasePrints(unwrap(errors, context.session.workspace()), input.jobs);
    context.session.wake();
    return { released };
  }),
  cancel: gate.print.cancel.handler(async ({ context, input, errors }) => ({
    cancelled: await cancelPrints(unwrap(errors, context.session.workspace()), input.jobs),
  })),
  scan: gate.print.scan.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    return rowOf(workspace, unwrap(errors, await scanLabel(workspace, input.code)).id);
  }),
  planRecovery: gate.print.planRecovery.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { read } = workspace.store;
    const plan = unwrap(errors, await planJamRecovery(read, input.printerUri, input.code));
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
  recover: gate.print.recover.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const recovered = unwrap(errors, await recoverFromJam(workspace, input));
    context.session.wake();
    return { ...recovered };
  }),
  pause: gate.print.pause.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { printerUri, isPaused } = input;
    if (!(await patchProfile(workspace, printerUri, { isPaused })))
      throw toError(errors, { code: 'PRINTER_NOT_SET_UP' });
    context.session.wake();
    return readPrinterViews(workspace, context.session.knowledge.printerStates);
  }),
  rules: gate.print.rules.handler(({ context, errors }) =>
    readPrintRules(unwrap(errors, context.session.workspace())),
  ),
  setRules: gate.print.setRules.handler(({ context, input, errors }) =>
    savePrintRules(unwrap(errors, context.session.workspace()), input as Partial<PrintRules>),
  ),
  routes: gate.print.routes.handler(({ context, errors }) =>
    readPrintRoutes(unwrap(errors, context.session.workspace())),
  ),
  setRoutes: gate.print.setRoutes.handler(async ({ context, input, errors }) =>
    unwrap(errors, await savePrintRoutes(unwrap(errors, context.session.workspace()), input.routes)),
  ),
};

export const paperRouter = {
  rolls: gate.paper.rolls.handler(({ context, errors }) =>
    readPaperRolls(unwrap(errors, context.session.workspace())),
  ),
  load: gate.paper.load.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    unwrap(errors, await loadPaperRoll(workspace, input));
    return readPaperRolls(workspace);
  }),
};

export const receiptsRouter = {
  preview: gate.receipts.preview.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { receipts, refused } = await previewReceipts(workspace, input);
    return { receipts: receipts.map((lines) => [...lines]), refused: refused.map((one) => ({ ...one })) };
  }),
  print: gate.receipts.print.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { printed, refused, stoppedBy } = unwrap(
      errors,
      await printReceipts(workspace, input, input.printerUri),
    );
    return { printed, refused: refused.map((one) => ({ ...one })), stoppedBy };
  }),
};
