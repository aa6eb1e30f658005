import type { Outcome } from '../../../shared/errors/outcome.ts';
import type { Order } from '../../store/schema.ts';
import { runPreflight } from '../../usecases/booking/preflight/runPreflight.ts';
import { type FilesRequest, importFiles } from '../../usecases/intake/importFiles.ts';
import { selectedOrders } from '../../usecases/orders/select.ts';
import type { ShipRequest } from '../../usecases/ship/shipFiles.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { preflightLines } from '../booking/preflight.ts';
import { importCounts } from '../intake/import.ts';
import { type CommandContext, type CommandResult, report, unwrap } from '../main/command.ts';
import { phrases } from '../main/phrases.ts';

const say = phrases({
  rows: [
    '试运行：读取 {rows} 行，会新增 {imported} 单，待校正 {needsReview} 单；没有保存，没有取号。',
    'Dry run: {rows} {rows|row|rows} read, {imported} {imported|order|orders} would be new, {needsReview} to correct; nothing was stored or booked.',
  ],
});

/** `ship --dry-run`: reads the files without storing them, and looks at all that booking them would depend on. */
export async function dryRun(
  workspace: Workspace,
  { language }: CommandContext,
  request: ShipRequest,
): Promise<Outcome<CommandResult>> {
  const unstored: Order[] = [];
  const { files, profile, encoding, password, askPassword, onNothingRead } = request;
  const reading: FilesRequest = {
    paths: files,
    overrides: { profile, encoding, password },
    minConfidence: request.minConfidence,
    isDryRun: true,
    onUnstored: (orders) => unstored.push(...orders.map(slim)),
    signal: request.signal,
    onProgress: ({ rows }) => request.onProgress({ step: 'import', done: rows, total: 0 }),
    onNothingRead,
    ...(askPassword === undefined ? {} : { askPassword }),
  };
  const { reports, refused } = unwrap(await importFiles(workspace, reading));
  const counts = importCounts(
    reports,
    'rows',
    'imported',
    'duplicates',
    'changed',
    'needsReview',
    'rejected',
  );
  const batch = {
    orderIds: await selectedOrders(workspace, { allReady: true }),
    // null: each order goes with the account that its rule names, as booking them would do it.
    accountId: request.accountId,
    unstored: unstored.filter(({ state }) => state === 'ready'),
    carrier: request.carrier,
    printerUri: request.printerUri,
    sender: request.sender,
    mayAsk: true,
  };
  const preflight = unwrap(await runPreflight(workspace, batch));
  const isClean = preflight.verdict === 'go' && counts.needsReview + counts.rejected === 0;
  return report(
    { ...counts, dryRun: true, preflight },
    [say(language, 'rows', counts), ...preflightLines(preflight, language)],
    !isClean || refused.length > 0,
  );
}

/** A file may hold 100,000 orders: what nobody looks at here is not kept. */
function slim(order: Order): Order {
  return { ...order, receiverText: '', receiverColumnsJson: '{}', complaintsJson: '[]' };
}
