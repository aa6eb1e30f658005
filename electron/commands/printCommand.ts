import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { queuePrints } from '../usecases/queuePrints.ts';
import { reprintLabel } from '../usecases/reprintLabel.ts';
import { startWorkers } from '../usecases/startWorkers.ts';
import type { Workspace } from '../usecases/workspace.ts';
import { createWorkTally } from '../usecases/workTally.ts';
import type { Command, CommandContext } from './kit/command.ts';
import { commandText } from './kit/commandText.ts';
import { withWorkspace } from './kit/withWorkspace.ts';

const patienceMs = 20_000;
const allUnprinted = 100_000;

interface Refused {
  readonly orderNo: string;
  readonly code: string;
}

async function chosenIds(
  workspace: Workspace,
  context: CommandContext,
): Promise<Outcome<{ ids: string[]; refused: Refused[] }>> {
  const { orders } = workspace.store.read;
  if (context.flag('unprinted')) {
    const rows = await orders.window({ state: 'unprinted' }, { offset: 0, limit: allUnprinted });
    return done({ ids: rows.map((row) => row.id).reverse(), refused: [] });
  }
  const ids: string[] = [];
  const refused: Refused[] = [];
  for (const orderNo of [...context.texts('order'), ...context.operands]) {
    const order = await orders.byOrderNo(orderNo);
    if (order === undefined) refused.push({ orderNo, code: 'ORDER_NOT_FOUND' });
    else ids.push(order.id);
  }
  if (ids.length === 0 && refused.length === 0)
    return failure('USAGE', { detail: `print ${printCommand.usage}` });
  return done({ ids, refused });
}

async function queue(
  workspace: Workspace,
  context: CommandContext,
  ids: readonly string[],
  printerUri: string,
): Promise<Outcome<Refused[]>> {
  if (!context.flag('reprint')) {
    const queued = await queuePrints(workspace, ids, printerUri);
    return queued.ok
      ? done(queued.value.refused.map(({ orderNo, failure: problem }) => ({ orderNo, code: problem.code })))
      : queued;
  }
  const reason = context.text('reason') ?? '';
  if (reason.trim() === '') return failure('LABEL_REPRINT_NEEDS_REASON');
  const refused: Refused[] = [];
  for (const orderId of ids) {
    const reprint = await reprintLabel(workspace, { orderId, printerUri, reason });
    const order = await workspace.store.read.orders.byId(orderId);
    if (!reprint.ok) refused.push({ orderNo: order?.order_no ?? orderId, code: reprint.code });
  }
  return done(refused);
}

export const printCommand: Command = {
  name: 'print',
  usage: '[--order NO…|--unprinted] --printer URI [--reprint --reason TEXT]',
  does: {
    'zh-CN': '打印面单；已打印过的须写明补打原因',
    en: 'print labels; one that was or may have been printed needs a reason',
  },
  options: {
    order: { type: 'string', multiple: true },
    unprinted: { type: 'boolean' },
    printer: { type: 'string' },
    reprint: { type: 'boolean' },
    reason: { type: 'string' },
  },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const printerUri = context.text('printer');
      if (printerUri === undefined) return failure('USAGE', { detail: `print ${printCommand.usage}` });
      const chosen = await chosenIds(workspace, context);
      if (!chosen.ok) return chosen;
      const queued = await queue(workspace, context, chosen.value.ids, printerUri);
      if (!queued.ok) return queued;
      const tally = createWorkTally();
      const bugs: unknown[] = [];
      const onBug = (error: unknown) => bugs.push(error);
      const workers = await startWorkers(workspace, { onPrint: tally.countPrint, onBug });
      const stop = () => void workers.stop();
      context.signal.addEventListener('abort', stop, { once: true });
      try {
        await workers.printing.untilIdle(patienceMs);
      } finally {
        await workers.stop();
      }
      if (bugs.length > 0) throw bugs[0];
      const refused = [
        ...chosen.value.refused,
        ...queued.value,
        ...(await failedJobs(workspace, chosen.value.ids)),
      ];
      const counts = { printed: tally.printed, unsure: tally.printUnsure };
      return done({
        exitCode: refused.length + counts.unsure > 0 ? 3 : 0,
        json: { ...counts, refused },
        human: [commandText(context.language, 'printedLine', { ...counts, refused: refused.length })],
      });
    }),
};

async function failedJobs(workspace: Workspace, orderIds: readonly string[]): Promise<Refused[]> {
  const refused: Refused[] = [];
  for (const id of orderIds) {
    const last = (await workspace.store.read.printJobs.ofOrder(id)).at(-1);
    const order = await workspace.store.read.orders.byId(id);
    if (last === undefined || order === undefined) continue;
    const isOpen = last.state === 'failed' || last.state === 'held' || last.state === 'waiting';
    const code = last.state === 'held' && last.error_code === '' ? 'PRINT_JOB_HELD' : last.error_code;
    if (isOpen && code !== '') refused.push({ orderNo: order.order_no, code });
  }
  return refused;
}
