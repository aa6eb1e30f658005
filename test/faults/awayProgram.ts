import { createInterface } from 'node:readline';
import { systemClock } from '../../electron/platform/clock.ts';
import type { PrinterTransport } from '../../electron/printers/kit/printerTransport.ts';
import { createTcpTransport } from '../../electron/printers/transports/tcp/tcpTransport.ts';
import { openServerStore } from '../../electron/store/server/openServerStore.ts';
import { reconcileJournal } from '../../electron/usecases/booking/afterRestore/reconcileJournal.ts';
import { importOrders } from '../../electron/usecases/intake/importOrders.ts';
import { closeHandover } from '../../electron/usecases/packing/handover/close.ts';
import { beginHandover, readHandover } from '../../electron/usecases/packing/handover/lists.ts';
import { scanOut } from '../../electron/usecases/packing/handover/scanOut.ts';
import { scanAtBench } from '../../electron/usecases/packing/scan.ts';
import { queuePrints } from '../../electron/usecases/printing/queue.ts';
import { recoverWork } from '../../electron/usecases/workspace/recover.ts';
import { startWorkers } from '../../electron/usecases/workspace/workers.ts';
import type { Workspace } from '../../electron/usecases/workspace/workspace.ts';
import { AwayBench } from '../../electron/usecases/workstations/away/awayBench.ts';
import { bringBackLeft } from '../../electron/usecases/workstations/away/bringBack.ts';
import { bringImports } from '../../electron/usecases/workstations/away/bringImports.ts';
import { listConflicts } from '../../electron/usecases/workstations/away/conflicts.ts';
import { askOfOrder, leaveIntents } from '../../electron/usecases/workstations/away/intents.ts';
import { keepImport, waitingFilesOf } from '../../electron/usecases/workstations/away/keepImport.ts';
import { isServerAway } from '../../electron/usecases/workstations/serverAway.ts';
import { usualPackingRules } from '../../shared/domain/packing/packing.ts';
import { ExpectedError } from '../../shared/errors/outcome.ts';
import { openTestWorkspace, testKey } from '../doubles/workspace/openTestWorkspace.ts';

/** A packing bench in a process of its own: a line in is a scan, the change of an order, a file of orders or a parcel that leaves, a line out what it came to. */
interface BenchWords {
  readonly id: string;
  /** Of its ids: another one in each life. */
  readonly seed: number;
  readonly folder: string;
  readonly printerUri: string;
  /** Of its printer, for one label. */
  readonly takesMs: number;
  readonly server: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly database: string;
  };
}

const { id, seed, folder, printerUri, takesMs, server } = JSON.parse(process.argv[2] ?? '') as BenchWords;

function onBug(error: unknown): void {
  process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(3);
}
process.on('unhandledRejection', onBug);

function tell(said: object): void {
  process.stdout.write(`${JSON.stringify(said)}\n`);
}

interface Scan {
  readonly gestureId: string;
  readonly code: string;
}

/** A remark written into an order. */
interface Change {
  readonly orderId: string;
  readonly remark: string;
}

interface OrderFile {
  readonly path: string;
}

async function taken(workspace: Workspace, away: AwayBench, { path }: OrderFile): Promise<object> {
  const request = { path, minConfidence: 0.7 };
  const kept = await away.reading(workspace, (at) => keepImport(at, request, []));
  const report = kept ?? (await importOrders(workspace, { ...request, isDryRun: false }));
  return { says: report.ok ? (kept === null ? 'imported' : 'kept') : report.code, stop: '' };
}

/** As the window does again and again. */
async function bringFiles(workspace: Workspace, away: AwayBench): Promise<void> {
  const { signal } = new AbortController();
  for (;;) {
    if (!away.isAway)
      await bringImports(workspace, signal).catch((error: unknown) => {
        if (!isServerAway(error)) throw error;
      });
    await systemClock.sleep(50);
  }
}

async function changed(workspace: Workspace, away: AwayBench, { orderId, remark }: Change): Promise<object> {
  const asked = { kind: 'edit', changes: { sellerRemark: remark } } as const;
  const { orders } = await away.atLeisure(workspace, async ({ store }) => ({
    orders: await store.read.orders.byIds([orderId]),
  }));
  const seen = { orderId, version: orders[0]?.version ?? 0 };
  const go = (at: Workspace) => askOfOrder(at, seen, asked);
  const answer = await away.changing(workspace, go, (at) => leaveIntents(at, [seen], asked, go));
  return { says: answer.ok ? 'changed' : answer.code, stop: '' };
}

/** A parcel for a courier's list, or that the courier has signed for it. */
interface Leaving {
  readonly carrier: string;
  readonly code?: string;
}

async function left(workspace: Workspace, away: AwayBench, { carrier, code }: Leaving): Promise<object> {
  const list = await away.gesture(workspace, (at) => beginHandover(at, { carrier }));
  if (!list.ok) return { says: list.code, stop: '' };
  const { handoverId } = list.value;
  if (code === undefined) {
    const seen = await away.during(workspace, (at) => readHandover(at, { handoverId }));
    const version = seen.ok ? seen.value.version : 0;
    const signed = await away.longGesture(workspace, (at) =>
      closeHandover(at, { handoverId, version, courier: '小王' }),
    );
    return { says: signed.ok ? 'signed' : signed.code, stop: '' };
  }
  const out = await away.gesture(workspace, (at) => scanOut(at, { handoverId, code }));
  return out.ok ? { says: out.value.says, stop: out.value.stop?.kind ?? '' } : { says: out.code, stop: '' };
}

/** Labels of these orders, asked for at once: the bench knows of them before the first is printed. */
interface Wave {
  readonly wave: readonly string[];
}

async function queued(workspace: Workspace, away: AwayBench, { wave }: Wave): Promise<object> {
  const answer = await queuePrints(workspace, wave, printerUri);
  away.stale(['printJobs']);
  await away.check();
  return { says: answer.ok ? 'queued' : answer.code, stop: '' };
}

interface Question {
  readonly asks: 'conflicts';
}

/** What came of one line that is no scan. */
async function answerTo(
  workspace: Workspace,
  away: AwayBench,
  said: Change | OrderFile | Leaving | Wave | Question,
): Promise<object> {
  if ('path' in said) return taken(workspace, away, said);
  if ('orderId' in said) return changed(workspace, away, said);
  if ('carrier' in said) return left(workspace, away, said);
  if ('wave' in said) return queued(workspace, away, said);
  const conflicts = await away.orAway(() => listConflicts(workspace), []);
  return { says: conflicts.map(({ kind }) => kind).join(' '), stop: '' };
}

/** A printer that takes its time for a label. */
const tcp = createTcpTransport(() => null);
const unhurried: PrinterTransport = {
  ...tcp,
  async send(target, job) {
    await systemClock.sleep(takesMs);
    return tcp.send(target, job);
  },
};

async function work(): Promise<void> {
  const workspace = await openTestWorkspace({
    seed,
    folder,
    at: { id, isShared: true },
    clock: { ...systemClock, advance: async () => undefined },
    transports: [unhurried],
    async openBook(parts) {
      const opened = await openServerStore(server, parts);
      if (!opened.ok) throw new ExpectedError(opened);
      return opened.value;
    },
  });
  await reconcileJournal(workspace);
  await recoverWork(workspace);
  await bringBackLeft(workspace, testKey);
  const rules = { printAt: 'open', checksItems: false, printerUri } as const;
  await workspace.store.write((write) =>
    write.settings.put('packingRules', { ...usualPackingRules, ...rules }),
  );
  const away = await AwayBench.open(workspace, { dataKey: testKey, onBug });
  const workers = await startWorkers(workspace, { onBug, devices: away.devices });
  await away.check();
  away.start(new AbortController().signal);
  waitingFilesOf(workspace).clear();
  void bringFiles(workspace, away);
  tell({ isReady: true });
  for await (const line of createInterface({ input: process.stdin })) {
    const said = JSON.parse(line) as Scan | Change | OrderFile | Leaving | Wave | Question;
    if (!('gestureId' in said)) {
      const answer = await answerTo(workspace, away, said);
      // As after a request of the window: labels that were asked for do not wait for the next look at the queue, half a minute later.
      workers.printing.wake();
      tell({ ...answer, isAway: away.isAway });
      continue;
    }
    const answer = await away.gesture(workspace, (there) => scanAtBench(there, said));
    workers.printing.wake();
    const { says, stop } = answer.ok ? answer.value : { says: answer.code, stop: null };
    tell({ gestureId: said.gestureId, says, stop: stop?.kind ?? '', isAway: away.isAway });
  }
}

// A bench that finds no server at its start is started again.
work().catch((error: unknown) => (isServerAway(error) ? process.exit(4) : onBug(error)));
