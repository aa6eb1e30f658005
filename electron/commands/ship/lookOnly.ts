import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Order } from '../../store/schema.ts';
import { runPreflight } from '../../usecases/booking/preflight/runPreflight.ts';
import { importFiles } from '../../usecases/intake/importFiles.ts';
import { selectedOrders } from '../../usecases/orders/select.ts';
import type { ShipRequest } from '../../usecases/ship/shipFiles.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { dispatchText } from '../booking/dispatchText.ts';
import { preflightLines } from '../booking/preflight.ts';
import type { CommandContext, CommandResult } from '../main/command.ts';

/** `ship --dry-run`: reads the files without storing them, and looks at all that booking them would depend on. */
export async function lookOnly(
  workspace: Workspace,
  context: CommandContext,
  request: ShipRequest,
): Promise<Outcome<CommandResult>> {
  const unstored: Order[] = [];
  const read = await importFiles(workspace, {
    paths: request.files,
    overrides: { profile: request.profile, encoding: request.encoding, password: request.password },
    minConfidence: request.minConfidence,
    isDryRun: true,
    onUnstored: (orders) => unstored.push(...orders.map(slim)),
    signal: request.signal,
    onProgress: ({ rows }) => request.onProgress({ step: 'import', done: rows, total: 0 }),
    ...(request.askPassword === undefined ? {} : { askPassword: request.askPassword }),
  });
  if (!read.ok) return read;
  const sum = (key: 'rows' | 'imported' | 'duplicates' | 'needsReview' | 'rejected') =>
    read.value.reports.reduce((total, report) => total + report[key], 0);
  const counts = {
    rows: sum('rows'),
    imported: sum('imported'),
    duplicates: sum('duplicates'),
    needsReview: sum('needsReview'),
    rejected: sum('rejected'),
  };
  const report = await runPreflight(workspace, {
    orderIds: await selectedOrders(workspace, { allReady: true }),
    // null: each order goes with the account that its rule names, as booking them would do it.
    accountId: request.accountId,
    unstored: unstored.filter(({ state }) => state === 'ready'),
    carrier: request.carrier,
    printerUri: request.printerUri,
    sender: request.sender,
    mayAsk: true,
  });
  if (!report.ok) return report;
  const isClean = report.value.verdict === 'go' && counts.needsReview + counts.rejected === 0;
  return done({
    exitCode: isClean && read.value.refused.length === 0 ? 0 : 3,
    json: { ...counts, dryRun: true, preflight: report.value },
    human: [
      dispatchText(context.language, 'dryRows', counts),
      ...preflightLines(report.value, context.language),
    ],
  });
}

/** A file may hold 100,000 orders: what nobody looks at here is not kept. */
function slim(order: Order): Order {
  return { ...order, receiverText: '', receiverColumnsJson: '{}', complaintsJson: '[]' };
}
