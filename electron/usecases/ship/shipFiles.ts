import type { Party } from '../../../shared/domain/party.ts';
import { routedPrinterUri } from '../../../shared/domain/printing/printer.ts';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Order } from '../../store/schema.ts';
import { planByRules } from '../booking/choosing/planByRules.ts';
import { giveBackUnsent } from '../booking/givingBack/giveBack.ts';
import { bookedElsewhere } from '../booking/parcels.ts';
import { type FilesRequest, importFiles } from '../intake/importFiles.ts';
import type { AttentionRow, ImportReport } from '../intake/importOrders.ts';
import { notYetPaper } from '../orders/counts.ts';
import { wantPrintsAgain } from '../printing/hold.ts';
import { queuePrints } from '../printing/queue.ts';
import { leaveNothingPlanned, type WorkerLoops, withWorkers } from '../workspace/withWorkers.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { WorkTally } from '../workspace/workTally.ts';
import { shipAttention } from './attention.ts';

export interface ShipRequest {
  readonly files: readonly string[];
  readonly profile?: string | undefined;
  /** Character encoding of text files, chosen by a person. */
  readonly encoding?: string | undefined;
  /** Opens protected workbooks; never stored. */
  readonly password?: string | undefined;
  readonly askPassword?: FilesRequest['askPassword'];
  readonly onNothingRead?: FilesRequest['onNothingRead'];
  readonly minConfidence: number;
  /** A person's choice; null: the rules choose. */
  readonly accountId: string | null;
  /** Gets what the first account certainly did not book; null: none. */
  readonly backupAccountId: string | null;
  readonly carrier: string;
  /** null: no labels now. */
  readonly printerUri: string | null;
  /** null: each order's shop's, or that of Settings. */
  readonly sender: Party | null;
  /** Ends the wait when nothing is booked, refused or printed for this long; absent: the default. */
  readonly patienceMs?: number | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ShipProgress) => void;
}

export interface ShipProgress {
  readonly step: 'import' | 'book';
  readonly done: number;
  /** 0: unknown yet. */
  readonly total: number;
}

export interface ShipReport {
  readonly imports: readonly ImportReport[];
  /** Files of the run that were not read, each with its reason. */
  readonly refused: readonly AttentionRow[];
  readonly tally: WorkTally;
  /** Every order of the files and what it travels in, as it stands at the end. */
  readonly orders: readonly Order[];
  /** Combined or split order of the files → the orders it travels in. */
  readonly journeys: ReadonlyMap<string, readonly string[]>;
  readonly attention: readonly AttentionRow[];
}

/**
 * The main job: import → correct → book → print. Safe to run again after any interruption: nothing is stored, booked or (possibly) printed
 * twice.
 */
export async function shipFiles(workspace: Workspace, request: ShipRequest): Promise<Outcome<ShipReport>> {
  const read = await importFiles(workspace, {
    paths: request.files,
    overrides: { profile: request.profile, encoding: request.encoding, password: request.password },
    minConfidence: request.minConfidence,
    isDryRun: false,
    signal: request.signal,
    onProgress: ({ rows }) => request.onProgress({ step: 'import', done: rows, total: 0 }),
    askPassword: request.askPassword,
    onNothingRead: request.onNothingRead,
  });
  if (!read.ok) return read;
  const { reports: imports, refused } = read.value;
  const rows = new Map(imports.flatMap((report) => [...report.orderRows]));
  const { rowOf, journeys } = await followRegrouped(workspace, rows);
  const orderIds = [...rowOf.keys()];
  const onTally = ({ booked, failed, unsure, planned: total }: WorkTally) =>
    request.onProgress({ step: 'book', done: booked + failed + unsure, total });
  const { signal, printerUri, patienceMs } = request;
  await wantPrintsAgain(workspace, orderIds, printerUri === routedPrinterUri ? null : printerUri);
  const own = new Set(orderIds);
  const run = { signal, isOwn: (id: string) => own.has(id), onTally, patienceMs };
  const { tally, result } = await withWorkers(workspace, run, (...hands) =>
    work(workspace, request, orderIds, ...hands),
  );
  if (!result.ok) return result;
  await leaveNothingPlanned(workspace, orderIds, signal);
  const orders = await workspace.store.read.orders.byIds(orderIds);
  const attention = [...refused, ...(await shipAttention(workspace, imports, rowOf, orders))];
  return done({ imports, refused, tally, orders, journeys, attention });
}

/**
 * A file knows an order by the number the shop gave it, whatever was combined or split since: what these orders travel in is booked and
 * printed with them, and stands at their row.
 */
async function followRegrouped({ store }: Workspace, rows: ReadonlyMap<string, number>) {
  const rowOf = new Map(rows);
  const journeys = new Map<string, string[]>();
  for (const { originId, orderId, kind } of await store.read.orderParts.ofOrigins([...rows.keys()])) {
    if (!rowOf.has(orderId)) rowOf.set(orderId, rows.get(originId) ?? 0);
    if (kind !== 'extra') journeys.set(originId, [...(journeys.get(originId) ?? []), orderId]);
  }
  return { rowOf, journeys };
}

/** Plans, books and prints the orders, then again with the backup account what the first certainly did not book. */
async function work(
  workspace: Workspace,
  request: ShipRequest,
  orderIds: readonly string[],
  { booking, printing, untilIdle }: WorkerLoops,
  tally: WorkTally,
): Promise<Outcome<null>> {
  const { accountId: first, backupAccountId: backup } = request;
  const accounts = backup === null ? [first] : [first, backup];
  for (const [index, accountId] of accounts.entries()) {
    const isBackup = index > 0;
    if (isBackup) await releasePrevious(workspace, orderIds, accountId);
    const planned = await planReady(workspace, request, orderIds, { accountId, isBackup });
    if (!planned.ok) return planned;
    tally.plan(planned.value.planned);
    booking.wake();
    await untilIdle(booking, { isLast: index === accounts.length - 1 });
  }
  await queueMissingPrints(workspace, request, orderIds);
  printing.wake();
  await untilIdle(printing);
  return done(null);
}

/** By any account: the rules may have chosen several. */
async function releasePrevious(
  workspace: Workspace,
  orderIds: readonly string[],
  backupId: string | null,
): Promise<void> {
  for (const { id } of await workspace.store.read.accounts.all())
    if (id !== backupId) await giveBackUnsent(workspace, orderIds, id);
}

async function planReady(
  workspace: Workspace,
  request: ShipRequest,
  orderIds: readonly string[],
  { accountId, isBackup }: { readonly accountId: string | null; readonly isBackup: boolean },
) {
  const orders = await workspace.store.read.orders.byIds(orderIds);
  // The backup account only gets what is ready again: refused by the first, and proven not to exist there.
  const ready = orders.filter((order) => order.state === 'ready').map((order) => order.id);
  if (request.signal.aborted || ready.length === 0) return done({ planned: 0, refused: [], held: 0 });
  return planByRules(workspace, {
    orderIds: ready,
    accountId,
    isBackup,
    carrier: request.carrier,
    printerUri: request.printerUri,
    sender: request.sender,
    stopping: request.signal,
  });
}

/** Labels that certainly did not print: never made, failed, or held, which this command releases. */
async function queueMissingPrints(
  workspace: Workspace,
  request: ShipRequest,
  orderIds: readonly string[],
): Promise<void> {
  if (request.printerUri === null || request.signal.aborted) return;
  const orders = await workspace.store.read.orders.byIds(orderIds);
  const missing = orders
    .filter((order) => order.shipmentState === 'booked' && notYetPaper.includes(order.printState))
    // Whether its label is on paper elsewhere, a command for a whole file does not say.
    .filter((order) => order.errorCode !== bookedElsewhere)
    .map((order) => order.id);
  if (missing.length > 0) await queuePrints(workspace, missing, request.printerUri);
}
