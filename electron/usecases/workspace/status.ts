import type { StatusView } from '../../../shared/contracts/session.ts';
import type { OrderState } from '../../../shared/domain/order.ts';
import type { ShipmentState } from '../../../shared/domain/shipment.ts';
import { backupStanding } from '../../../shared/rules/backupAge.ts';
import { startOfShopDay } from '../../../shared/rules/shopTime.ts';
import { lacksLabel, totalOf } from '../../store/orders/orderTotals.ts';
import type { Account } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { type BackupKnowledge, readBackupFacts } from '../backups/plan.ts';
import { readJournalState } from '../booking/afterRestore/journalGap.ts';
import { readBookingPace } from '../booking/run.ts';
import { isOpenQuestion } from '../orders/counts.ts';
import { dueSpan } from '../orders/due.ts';
import { readLate } from '../packing/handover/late.ts';
import { type ProbedPrinter, reportPrinter } from '../printing/printers/printerState.ts';
import { readSettings } from './settings.ts';
import type { Workspace } from './workspace.ts';

/** What the core knows of its printers and backups. */
export interface OutsideKnowledge {
  readonly printerStates: ReadonlyMap<string, ProbedPrinter>;
  readonly backups: BackupKnowledge;
}

function printsOf(prints: Awaited<ReturnType<Store['read']['printJobs']['tallies']>>): StatusView['print'] {
  const inState = (...wanted: string[]) =>
    totalOf(prints.filter(({ state, isCancelled }) => wanted.includes(state) && isCancelled === 0));
  return {
    waiting: inState('waiting', 'rendering', 'sending'),
    unsure: inState('unsure'),
    failed: inState('failed'),
    held: inState('held'),
  };
}

/** Nobody can tell it more exactly, and what changes each second is not believed. */
const roundedUp = (seconds: number): number => {
  const step = seconds < 60 ? 10 : 60;
  return Math.ceil(seconds / step) * step;
};

/** Of platforms only those that somebody still has an account at. */
function networkOf(
  { networkMeter }: Workspace,
  accounts: readonly Account[],
): Pick<StatusView, 'network' | 'networkSince' | 'networkAt' | 'silentPlatforms'> {
  const { state, since, toldAt, silent } = networkMeter.knowledge();
  const ours = new Set(accounts.map(({ platform }) => platform));
  return {
    network: state,
    networkSince: since,
    networkAt: toldAt,
    silentPlatforms: silent.filter(({ platform }) => ours.has(platform)),
  };
}

/** Asked together: on a server each question by itself would wait for the network, several times a minute. */
async function readNumbers(workspace: Workspace, now: number) {
  const { read } = workspace.store;
  const allSettings = readSettings(workspace);
  const [orders, settings, accounts, printers, prints, perMinute, bookedToday] = await Promise.all([
    read.orders.tallies(),
    allSettings,
    read.accounts.all(),
    read.printers.all(),
    read.printJobs.tallies(),
    read.shipments.countBookedSince(now - 60_000),
    read.shipments.countBookedSince(startOfShopDay(now)),
  ]);
  const [
    openCases,
    unownedReturns,
    alarms,
    due,
    pendingChanges,
    numberedAside,
    late,
    watchFailed,
    journal,
    troubles,
  ] = await Promise.all([
    read.cases.count({ state: 'open' }, now),
    read.parcelReturns.unownedCount(),
    read.orders.alarmCount(),
    dueSpan(workspace).then((span) => read.orders.countDue(span)),
    read.orderChanges.count({ state: 'pending' }),
    read.packedParcels.numberedAsideCount(),
    readLate(workspace, allSettings),
    read.watchedFiles.count('failed'),
    readJournalState(workspace),
    read.settings.get('sealTroubles'),
  ]);
  const shown = {
    openCases,
    unownedReturns,
    alarms,
    due,
    pendingChanges,
    numberedAside,
    late,
    watchFailed,
    journal,
  };
  const sealTroubles = troubles.map(({ kind }) => kind);
  return {
    orders,
    settings,
    accounts,
    printers,
    prints,
    perMinute,
    shown: { ...shown, bookedToday, sealTroubles },
  };
}

/** The five truths of the status bar and the numbers of Today, read from the store. */
export async function readStatus(workspace: Workspace, knowledge: OutsideKnowledge): Promise<StatusView> {
  const now = workspace.clock.now();
  const { orders, settings, accounts, printers, prints, perMinute, shown } = await readNumbers(
    workspace,
    now,
  );
  const inState = (wanted: OrderState) => totalOf(orders.filter(({ state }) => state === wanted));
  const rejected = totalOf(
    orders.filter(({ state, shipmentState }) => state === 'needs-review' && shipmentState === 'refused'),
  );
  const sumWhere = (matches: (state: ShipmentState | null) => boolean) =>
    totalOf(orders.filter(({ shipmentState }) => matches(shipmentState)));
  const { failing, secondFailing } = knowledge.backups;
  const waiting = sumWhere((state) => state === 'planned');
  const pace = waiting === 0 ? null : await readBookingPace(workspace);
  return {
    ...networkOf(workspace, accounts),
    queue: {
      waiting,
      sending: sumWhere((state) => state === 'sending'),
      unsure: sumWhere(isOpenQuestion),
      failed: rejected,
    },
    bookingsPerMinute: perMinute,
    expectedSeconds: waiting === 0 || pace === null ? null : roundedUp(pace.secondsFor(waiting).most),
    print: printsOf(prints),
    printers: await Promise.all(
      printers.map(async ({ uri, name }) => {
        const { state, why } = await reportPrinter(workspace, uri, knowledge.printerStates.get(uri));
        return { name, state, why };
      }),
    ),
    review: inState('needs-review') - rejected,
    ready: inState('ready'),
    unprinted: totalOf(orders.filter(lacksLabel)),
    unprintedInPrint: totalOf(orders.filter((tally) => lacksLabel(tally) && tally.printState !== null)),
    inTransit: inState('in-transit'),
    held: inState('held'),
    hasSender: settings.sender !== null,
    hasAccount: accounts.length > 0,
    hasPrinter: printers.length > 0,
    isPractice: workspace.isPractice,
    // One of before the book moved to its server says nothing of the book.
    lastBackupAt: workspace.workstation.isShared ? null : settings.lastBackupAt,
    backup: backupStanding(await readBackupFacts(workspace, failing !== null, settings), now),
    backupCode: (failing ?? secondFailing)?.code ?? '',
    ...shown,
    now,
  };
}
