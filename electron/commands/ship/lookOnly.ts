import type { Outcome } from '../../../shared/errors/outcome.ts';
import type { Order } from '../../store/schema.ts';
import { runPreflight } from '../../usecases/booking/preflight/runPreflight.ts';
import { importFiles } from '../../usecases/intake/importFiles.ts';
import { selectedOrders } from '../../usecases/orders/select.ts';
import type { ShipRequest } from '../../usecases/ship/shipFiles.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { preflightLines } from '../booking/preflight.ts';
import { importCounts } from '../intake/import.ts';
import { type CommandContext, type CommandResult, report } from '../main/command.ts';
import { phrases } from '../main/phrases.ts';

const say = phrases({
  rows: [
    '试运行：读取 {rows} 行，会新增 {imported} 单，待校正 {needsReview} 单；没有保存，没有取号。',
    'Dry run: {rows} rows read, {imported} orders would be new, {needsReview} to correct; nothing was stored or booked.',
  ],
});

/** `ship --dry-run`: reads the files without storing them, and looks at all that booking them would depend on. */
export async function lookOnly(
  workspace: Workspace,
  { language }: CommandContext,
  request: ShipRequest,
): Promise<Outcome<CommandResult>> {
  const unstored: Order[] = [];
  const { files, profile, encoding, password, askPassword } = request;
  const read = await importFiles(workspace, {
    paths: files,
    overrides: { profile, encoding, password },
    minConfidence: request.minConfidence,
    isDryRun: true,
    onUnstored: (orders) => unstored.push(...orders.map(slim)),
    signal: request.signal,
    onProgress: ({ rows }) => request.onProgress({ step: 'import', done: rows, total: 0 }),
    ...(askPassword === undefined ? {} : { askPassword }),
  });
  if (!read.ok) return read;
  const { reports, refused } = read.value;
  const counts = importCounts(reports, 'rows', 'imported', 'duplicates', 'needsReview', 'rejected');
  const preflight = await runPreflight(workspace, {
    orderIds: await selectedOrders(workspace, { allReady: true }),
    // null: each order goes with the account that its rule names, as booking them would do it.
    accountId: request.accountId,
    unstored: unstored.filter(({ state }) => state === 'ready'),
    carrier: request.carrier,
    printerUri: request.printerUri,
    sender: request.sender,
    mayAsk: true,
  });
  if (!preflight.ok) return preflight;
  const isClean = preflight.value.verdict === 'go' && counts.needsReview + counts.rejected === 0;
  return report(
    { ...counts, dryRun: true, preflight: preflight.value },
    [say(language, 'rows', counts), ...preflightLines(preflight.value, language)],
    !isClean || refused.length > 0,
  );
}

/** A file may hold 100,000 orders: what nobody looks at here is not kept. */
function slim(order: Order): Order {
  return { ...order, receiverText: '', receiverColumnsJson: '{}', complaintsJson: '[]' };
}
