import { printJobStates } from '../../../shared/domain/printJob.ts';
import { zeroCounts } from '../../usecases/countOrders.ts';
import { previewLabel } from '../../usecases/previewLabel.ts';
import { queuePrints, reprintLabel } from '../../usecases/queuePrints.ts';
import { resolveUnsurePrint, retryPrint } from '../../usecases/resolvePrint.ts';
import type { Workspace } from '../../usecases/workspace.ts';
import { gate, unwrap } from '../gate.ts';
import { printJobView } from '../views.ts';

async function rowOf(workspace: Workspace, jobId: string) {
  const row = await workspace.store.read.printJobs.rowById(jobId);
  if (row === undefined) throw new Error('a print job that was just changed is gone');
  return printJobView(row);
}

export const printRouter = {
  window: gate.print.window.handler(async ({ context, input, errors }) => {
    const { read } = unwrap(errors, context.session.workspace()).store;
    const counts = await read.printJobs.counts();
    const total = counts
      .filter((row) => input.state === undefined || row.state === input.state)
      .reduce((sum, row) => sum + row.total, 0);
    return { total, rows: (await read.printJobs.window(input.state, input)).map(printJobView) };
  }),
  counts: gate.print.counts.handler(async ({ context, errors }) => {
    const rows = await unwrap(errors, context.session.workspace()).store.read.printJobs.counts();
    const all = rows.reduce((sum, row) => sum + row.total, 0);
    return {
      ...zeroCounts(printJobStates),
      all,
      ...Object.fromEntries(rows.map((row) => [row.state, row.total])),
    };
  }),
  preview: gate.print.preview.handler(async ({ context, input, errors }) => {
    const { widthDots, heightDots, bytesPerRow, data } = unwrap(
      errors,
      await previewLabel(unwrap(errors, context.session.workspace()), input.jobId),
    );
    return { widthDots, heightDots, bytesPerRow, bitsBase64: Buffer.from(data).toString('base64') };
  }),
  print: gate.print.print.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const outcome = unwrap(errors, await queuePrints(workspace, input.orderIds, input.printerUri));
    context.session.wake();
    return {
      queued: outcome.queued,
      refused: outcome.refused.map(({ orderNo, failure }) => ({ orderNo, code: failure.code })),
    };
  }),
  reprint: gate.print.reprint.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const outcome = unwrap(errors, await reprintLabel(workspace, input));
    context.session.wake();
    return { ...outcome };
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
};
