import { ORPCError } from '@orpc/server';
import type { Answered } from '../../../shared/contracts/contract.ts';
import type { WatchView } from '../../../shared/contracts/intake.ts';
import type { OrderRow } from '../../../shared/contracts/orders.ts';
import type { GoodsCodeRow } from '../../../shared/contracts/packing/goodsCodes.ts';
import type { PrintJobRow } from '../../../shared/contracts/printing.ts';
import type { ChangeTopic, LockView, StatusView } from '../../../shared/contracts/session.ts';
import type { AccountRow, PrinterRow, SettingsView } from '../../../shared/contracts/settings.ts';
import type { CaseRow } from '../../../shared/contracts/tracking/cases.ts';
import { type Actor, owner } from '../../../shared/domain/operator.ts';
import { afterBackup } from '../../../shared/domain/printing/printJob.ts';
import { pageApprovals } from './pageApprovals.ts';
import { sampleBackups } from './pageBackups.ts';
import type { PageCoreOptions } from './pageCoreOptions.ts';
import { pageCorrections } from './pageCorrections.ts';
import { sampleRetention } from './pageRetention.ts';
import { sampleJobs, sampleOrders, sampleTracks } from './pageSample.ts';

const noneLate = { stayed: 0, unsigned: 0, pickups: 0 };

/** Everyone who listens for changes, told in one go. */
function changeFeed() {
  const listeners = new Set<(topics: ChangeTopic[]) => void>();
  return {
    tell: (...topics: ChangeTopic[]) => {
      for (const listener of listeners) listener(topics);
    },
    async *listen(signal: AbortSignal | undefined): AsyncGenerator<{ topics: ChangeTopic[] }> {
      const waiting: ChangeTopic[][] = [];
      let wake = (): void => undefined;
      const listener = (topics: ChangeTopic[]): void => {
        waiting.push(topics);
        wake();
      };
      listeners.add(listener);
      signal?.addEventListener('abort', () => wake());
      try {
        while (signal?.aborted !== true) {
          const topics = waiting.shift();
          if (topics !== undefined) yield { topics };
          else await new Promise<void>((resolve) => (wake = resolve));
        }
      } finally {
        listeners.delete(listener);
      }
    },
  };
}

export const filters: Readonly<Record<string, (row: OrderRow) => boolean>> = {
  unsure: (row) => row.shipmentState === 'unsure',
  failed: (row) => row.shipmentState === 'refused',
  unprinted: (row) => row.waybillNo !== '' && row.printState === null,
  alarm: (row) => row.alarm !== '',
};

export const shows = (row: OrderRow, state: string | undefined, search: string | undefined): boolean =>
  (state === undefined ||
    (filters[state]?.(row) ??
      (row.state === state && (state !== 'needs-review' || row.shipmentState !== 'refused')))) &&
  (search === undefined ||
    `${row.orderNo} ${row.waybillNo} ${row.receiver.name} ${row.receiver.phone}`.includes(search));

export const hasNumber = ({ waybillNo }: OrderRow): boolean => waybillNo !== '';

/** Was closed at the bench today and lies there for its courier, until a list takes it. */
export const liesPacked = ({ state, printState, alarm }: OrderRow): boolean =>
  state === 'booked' && printState === 'confirmed' && alarm === '';

const watchOff: WatchView = {
  setting: null,
  code: '',
  waiting: 0,
  failed: 0,
  files: [],
};

/** A folder that is watched: one file was taken, one was not. */
const sampleWatch = (now: number): WatchView => ({
  ...watchOff,
  setting: { folderName: 'ERP 导出', profile: '', action: 'import' },
  failed: 1,
  files: [
    {
      file: '订单 11-25 下午.xlsx',
      state: 'failed',
      code: 'IMPORT_NO_RECEIVER_COLUMNS',
      at: now - 1_500_000,
    },
    { file: '订单 11-25 上午.xlsx', state: 'taken', code: '', at: now - 9_000_000 },
  ],
});

/** Of the same merchant as the first account. */
const sampleHeir = (now: number) => ({
  id: 'a3',
  name: '练习账号 2',
  platform: 'practice',
  merchantId: 'practice',
  endpoint: null,
  createdAt: now - 7e8,
  unfinished: 0,
});

/** Why its book does not let this bench in: said while it was open, or when it was to be opened. */
const closings = { 'shut-out': 'WORKSTATION_SHUT_OUT', unproven: 'WORKSTATION_OUT_UNPROVEN' } as const;
const refusals = { keyless: 'WORKSTATION_KEY_MISSING', placeless: 'SERVER_PLACE_DAMAGED' } as const;

function whyClosed({ benches }: PageCoreOptions) {
  const [closing] = Object.entries(closings).filter(([scene]) => scene === benches);
  const [refusal] = Object.entries(refusals).filter(([scene]) => scene === benches);
  return {
    closedBecause: closing?.[1] ?? '',
    ...(refusal === undefined ? {} : { refusal: { code: refusal[1], params: {} } }),
  };
}

/** What the double remembers and the few moves it can make. */
export function pageWorld(options: PageCoreOptions) {
  const feed = changeFeed();
  const now = options.now;
  const orders = options.isFresh ? [] : sampleOrders(options.orders, now());
  const refunded = orders.findIndex((order) => order.state === 'booked');
  if (refunded >= 0) orders[refunded] = { ...orders[refunded]!, alarm: 'refund' };
  if (options.isAccountGone === true) {
    const gone = orders.findIndex((order, at) => at !== refunded && order.state === 'booked');
    orders[gone] = { ...orders[gone]!, shipmentState: 'voiding', errorCode: 'VOID_ACCOUNT_REMOVED' };
  }
  const jobs = sampleJobs(orders, now());
  if (options.isAfterRestore === true)
    for (const job of jobs) if (job.state === 'unsure') Object.assign(job, { errorCode: afterBackup });
  const tracks = sampleTracks(orders, now());
  const corrections = options.isFresh ? [] : pageCorrections(orders, options);
  const settings: SettingsView = {
    language: options.language,
    theme: options.theme,
    sender: options.isFresh
      ? null
      : {
          name: '山野小铺',
          phone: '13800009999',
          extension: '',
          province: '云南省',
          city: '昆明市',
          district: '官渡区',
          town: '吴井街道',
          detail: '环城东路 51 号',
        },
    shopSenders: [],
    merchantText: '谢谢惠顾，七天无理由退换',
    defaultAccountId: options.isFresh ? null : 'a1',
    defaultCarrier: 'ZTO',
    defaultPrinterUri: options.isFresh ? null : 'virtual:?dpi=203&size=76x130',
    minConfidence: 0.8,
    bookingRetries: 2,
    bookingDeadlineMinutes: 30,
    unshippedDays: 3,
    refundDays: 7,
    lowBalance: 100,
    labelsPerRoll: 500,
    codPayoutDays: 7,
    cutOffHour: 17,
  };
  const own = {
    /** What was to fail does so no more. */
    isMended: false,
    /** Areas or calls that fail since the page was opened. */
    broken: [] as string[],
    /** Kept by the double of exceptions. */
    cases: (): readonly CaseRow[] => [],
    unownedReturns: 0,
    /** Who sits here now; the operators' double says it. */
    actor: (): Actor => owner,
    /** Windows of lists that were answered: `orders.window 200`. */
    answered: [] as string[],
    /** Calls the gate refused for want of a right. */
    refused: [] as string[],
    /** Provinces of the receivers that were accepted. */
    accepted: [] as string[],
    watch: options.isFresh ? watchOff : sampleWatch(now()),
    backups: sampleBackups(options, now()),
    retention: sampleRetention(options),
    lockRules: {
      idleMinutes: 0,
      withSystem: false,
      asksAgain: false,
      hasOperators: options.operator !== null,
      isUnattended: false,
      opensAlone: true,
    } as LockView,
    session: {
      state: options.session,
      hasKeyStore: true,
      needsPassphrase: true,
      isPractice: true,
      version: '0.1.0',
      isOnServer: options.benches !== undefined,
      ...(options.place === undefined ? {} : { place: options.place }),
      ...whyClosed(options),
    } as Answered<'session', 'state'>,
    journal: {
      isBroken: options.isJournalBroken === true,
      gap: null as { since: number; until: number } | null,
    },
    sealTroubles: options.sealTrouble === undefined ? [] : [options.sealTrouble],
    settings,
    isKeyRefused: options.isKeyRefused === true,
    accounts: (options.isFresh
      ? []
      : [
          {
            id: 'a1',
            name: '练习账号',
            platform: 'practice',
            merchantId: 'practice',
            endpoint: null,
            createdAt: now() - 9e8,
            unfinished: 4,
          },
          {
            id: 'a2',
            name: '快递鸟主账号',
            platform: 'kdniao',
            merchantId: '1690000',
            endpoint: null,
            createdAt: now() - 8e8,
            unfinished: 0,
          },
          ...(options.hasHeir === true ? [sampleHeir(now())] : []),
        ]) as AccountRow[],
    printers: (options.isFresh
      ? []
      : [
          { uri: 'virtual:?dpi=203&size=76x130', name: '前台虚拟', state: 'ready', isDefault: true },
          {
            uri: 'tcp://192.168.1.50:9100?lang=tspl&dpi=203&size=76x130',
            name: '打包台 1',
            state: 'paper-out',
            isDefault: false,
          },
          ...Array.from({ length: options.morePrinters ?? 0 }, (_, at) => ({
            uri: `tcp://192.168.1.${51 + at}:9100?lang=tspl&dpi=203&size=76x130`,
            name: `打包台 ${2 + at}`,
            state: 'ready',
            isDefault: false,
          })),
        ]) as PrinterRow[],
  };

  /** Extra parcel → the order it was added to. */
  const extraOf = new Map<string, string>();
  const fail = (code: string, params: Record<string, string | number> = {}): never => {
    throw new ORPCError('FAILURE', { data: { code, params } });
  };
  const approvals = pageApprovals(fail);
  const find = (orderId: string): OrderRow => orders.find(({ id }) => id === orderId) ?? fail('ORDER_GONE');
  const change = (orderId: string, patch: Partial<OrderRow>): OrderRow => {
    const at = orders.indexOf(find(orderId));
    const changed = { ...orders[at]!, ...patch, version: orders[at]!.version + 1 };
    orders[at] = changed;
    feed.tell('orders', 'status');
    return changed;
  };
  const changeJob = (jobId: string, patch: Partial<PrintJobRow>): PrintJobRow => {
    const at = jobs.findIndex(({ id }) => id === jobId);
    jobs[at] = { ...jobs[at]!, ...patch, version: jobs[at]!.version + 1 };
    const order = orders.find(({ id }) => id === jobs[at]!.orderId);
    if (order !== undefined && patch.state !== undefined) change(order.id, { printState: patch.state });
    feed.tell('printJobs', 'status');
    return jobs[at];
  };
  const count = <T>(rows: readonly T[], fits: (row: T) => boolean): number =>
    rows.reduce((sum, row) => sum + (fits(row) ? 1 : 0), 0);
  const slice = <T>(rows: readonly T[], { offset, limit }: { offset: number; limit: number }) => ({
    total: rows.length,
    rows: rows.slice(offset, offset + limit),
  });
  const status = (): StatusView => ({
    network: 'ok',
    networkSince: now() - 60_000,
    networkAt: now() - 5_000,
    silentPlatforms:
      options.isPlatformDown === true
        ? [{ platform: 'kdniao', heardAt: now() - 6.5 * 60_000, since: now() - 5 * 60_000 }]
        : [],
    queue: {
      waiting: count(orders, (row) => row.shipmentState === 'planned'),
      sending: count(orders, (row) => row.shipmentState === 'sending'),
      unsure: count(orders, filters.unsure!),
      failed: count(orders, filters.failed!),
    },
    bookingsPerMinute: options.isFresh ? 0 : 180,
    expectedSeconds: count(orders, (row) => row.shipmentState === 'planned') > 0 ? 10 : null,
    print: {
      waiting: count(jobs, (job) => job.state === 'waiting'),
      unsure: count(jobs, (job) => job.state === 'unsure'),
      failed: count(jobs, (job) => job.state === 'failed' && job.errorCode !== 'PRINT_CANCELLED'),
      held: count(jobs, (job) => job.state === 'held'),
    },
    printers: own.printers.map(({ name, state }) => ({ name, state, why: 'device-says' as const })),
    review: corrections.length,
    ready: count(orders, (row) => shows(row, 'ready', undefined)),
    bookedToday: count(orders, hasNumber),
    unprinted: count(orders, filters.unprinted!),
    unprintedInPrint: 0,
    inTransit: count(orders, (row) => row.state === 'in-transit'),
    openCases: count(own.cases(), ({ state }) => state === 'open'),
    unownedReturns: own.unownedReturns,
    alarms: count(orders, (row) => row.alarm !== ''),
    due: 0,
    pendingChanges: options.isFresh ? 0 : 2,
    held: count(orders, (row) => row.state === 'held'),
    numberedAside: options.bench?.includes('numbered') === true ? 2 : 0,
    late: options.bench?.includes('late') === true ? { stayed: 2, unsigned: 1, pickups: 1 } : noneLate,
    watchFailed: own.watch.failed,
    hasSender: own.settings.sender !== null,
    hasAccount: own.accounts.length > 0,
    hasPrinter: own.printers.length > 0,
    isPractice: own.session.isPractice,
    lastBackupAt: own.backups.lastBackupAt,
    backup: own.backups.standing,
    backupCode: own.backups.failing?.code ?? own.backups.second?.failing?.code ?? '',
    journal: own.journal,
    sealTroubles: own.sealTroubles,
    now: now(),
  });
  /** Books planned orders a few at a time, so that the page sees live states. */
  const workQueue = (printerUri: string | null): void => {
    const timer = setInterval(() => {
      const next = orders.filter((row) => row.shipmentState === 'planned').slice(0, 3);
      if (next.length === 0) clearInterval(timer);
      for (const row of next) {
        const waybillNo = `TEST${row.orderNo.slice(-14)}`;
        change(row.id, {
          state: 'booked',
          shipmentState: 'booked',
          waybillNo,
          errorCode: '',
          printState: printerUri === null ? null : 'confirmed',
        });
      }
    }, 250);
  };
  const selected = (selection: { orderIds: string[] } | { allReady: true }): OrderRow[] =>
    'orderIds' in selection
      ? orders.filter(({ id }) => selection.orderIds.includes(id))
      : orders.filter((row) => shows(row, 'ready', undefined));

  return {
    options,
    orders,
    jobs,
    tracks,
    corrections,
    own,
    now,
    fail,
    approvals,
    find,
    change,
    changeJob,
    count,
    slice,
    status,
    workQueue,
    selected,
    extraOf,
    /** What the bench knows besides the codes that orders name. */
    taughtCodes: new Map<string, GoodsCodeRow>(),
    tell: feed.tell,
    listen: feed.listen,
  };
}

export type PageWorld = ReturnType<typeof pageWorld>;
