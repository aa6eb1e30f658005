import { implement, ORPCError } from '@orpc/server';
import { contract } from '../../shared/contracts/contract.ts';
import type { OrderRow } from '../../shared/contracts/ordersContract.ts';
import type { PrintJobRow } from '../../shared/contracts/printContract.ts';
import type { AccountRow, PrinterRow, SettingsView } from '../../shared/contracts/settingsContract.ts';
import type { ChangeTopic, StatusView } from '../../shared/contracts/statusContract.ts';
import { pageCorrections, readText } from './pageCorrections.ts';
import { pageImports } from './pageImports.ts';
import { pageLabelBits } from './pageLabelBits.ts';
import { sampleEvents, sampleJobs, sampleOrders, sampleTracks } from './pageSample.ts';

export interface PageCoreOptions {
  readonly orders: number;
  readonly session: 'new' | 'locked' | 'open';
  readonly language: 'zh-CN' | 'en';
  readonly theme: 'light' | 'dark' | 'system';
  /** An empty workspace right after the first run. */
  readonly isFresh: boolean;
  now(): number;
}

const emptyReply = { total: 0, rows: [] };

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

const filters: Readonly<Record<string, (row: OrderRow) => boolean>> = {
  unsure: (row) => row.shipmentState === 'unsure',
  failed: (row) => row.shipmentState === 'refused',
  unprinted: (row) => row.waybillNo !== '' && row.printState === null,
};

const shows = (row: OrderRow, state: string | undefined, search: string | undefined): boolean =>
  (state === undefined ||
    (filters[state]?.(row) ??
      (row.state === state && (state !== 'ready' || row.shipmentState !== 'refused')))) &&
  (search === undefined ||
    `${row.orderNo} ${row.waybillNo} ${row.receiver.name} ${row.receiver.phone}`.includes(search));

/** The whole contract in memory, for driving the page without Electron. Not a model of the core's rules. */
export function pageCore(options: PageCoreOptions) {
  const os = implement(contract);
  const feed = changeFeed();
  const now = options.now;
  const orders = options.isFresh ? [] : sampleOrders(options.orders, now());
  const jobs = sampleJobs(orders, now());
  const tracks = sampleTracks(orders, now());
  const corrections = options.isFresh ? [] : pageCorrections(orders);
  let session = { state: options.session, hasKeyStore: true, isPractice: true, version: '0.1.0' };
  let settings: SettingsView = {
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
    merchantText: '谢谢惠顾，七天无理由退换',
    defaultAccountId: options.isFresh ? null : 'a1',
    defaultCarrier: 'ZTO',
    defaultPrinterUri: options.isFresh ? null : 'virtual:front',
    minConfidence: 0.8,
  };
  let accounts: AccountRow[] = options.isFresh
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
      ];
  let printers: PrinterRow[] = options.isFresh
    ? []
    : [
        { uri: 'virtual:front', name: '前台虚拟', state: 'ready', isDefault: true },
        { uri: 'tcp://192.168.1.50:9100', name: '打包台 1', state: 'paper-out', isDefault: false },
      ];
  const undo = new Map<string, OrderRow>();

  const fail = (code: string, params: Record<string, string | number> = {}): never => {
    throw new ORPCError('FAILURE', { data: { code, params } });
  };
  const find = (orderId: string): OrderRow =>
    orders.find(({ id }) => id === orderId) ?? fail('ORDER_NOT_FOUND', { orderNo: orderId });
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
    return jobs[at]!;
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
    queue: {
      waiting: count(orders, (row) => row.shipmentState === 'planned'),
      sending: count(orders, (row) => row.shipmentState === 'sending'),
      unsure: count(orders, filters.unsure!),
      failed: count(orders, filters.failed!),
    },
    bookingsPerMinute: options.isFresh ? 0 : 180,
    expectedSeconds: count(orders, (row) => row.shipmentState === 'planned') > 0 ? 95 : null,
    print: {
      waiting: count(jobs, (job) => job.state === 'waiting'),
      unsure: count(jobs, (job) => job.state === 'unsure'),
      failed: count(jobs, (job) => job.state === 'failed'),
    },
    printers: printers.map(({ name, state }) => ({ name, state })),
    review: corrections.length,
    ready: count(orders, (row) => shows(row, 'ready', undefined)),
    bookedToday: count(orders, (row) => row.waybillNo !== ''),
    unprinted: count(orders, filters.unprinted!),
    inTransit: count(orders, (row) => row.state === 'in-transit'),
    trackingExceptions: count(tracks, (row) => row.exception !== ''),
    hasSender: settings.sender !== null,
    hasAccount: accounts.length > 0,
    hasPrinter: printers.length > 0,
    isPractice: session.isPractice,
    lastBackupAt: options.isFresh ? null : now() - 5_400_000,
    now: now(),
  });
  /** Books planned orders a few at a time, so that the page sees live states. */
  const workQueue = (printerUri: string | null): void => {
    const timer = setInterval(() => {
      const next = orders.filter((row) => row.shipmentState === 'planned').slice(0, 3);
      if (next.length === 0) clearInterval(timer);
      for (const row of next) {
        const waybillNo = `PRAC${row.orderNo.slice(-10)}`;
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

  const router = os.router({
    session: {
      state: os.session.state.handler(() => session),
      create: os.session.create.handler(({ input }) => {
        session = { ...session, state: 'open', isPractice: input.practice };
        return session;
      }),
      unlock: os.session.unlock.handler(({ input }) => {
        if (input.passphrase !== 'open sesame') fail('WORKSPACE_LOCKED');
        session = { ...session, state: 'open' };
        return session;
      }),
      lock: os.session.lock.handler(() => {
        session = { ...session, state: 'locked' };
        return session;
      }),
    },
    status: {
      get: os.status.get.handler(status),
      changes: os.status.changes.handler(({ signal }) => feed.listen(signal)),
    },
    imports: pageImports(os, { isFresh: options.isFresh, now, tell: feed.tell }),
    correct: {
      queue: os.correct.queue.handler(({ input }) =>
        slice(
          corrections.map(({ orderId, orderNo, originalText, reading }) => ({
            orderId,
            orderNo,
            originalText,
            confidence: reading.confidence.overall,
            issues: reading.issues,
          })),
          input,
        ),
      ),
      item: os.correct.item.handler(
        ({ input }) =>
          corrections.find(({ orderId }) => orderId === input.orderId) ??
          fail('ORDER_NOT_FOUND', { orderNo: input.orderId }),
      ),
      accept: os.correct.accept.handler(({ input }) => {
        undo.set(input.orderId, find(input.orderId));
        const at = corrections.findIndex(({ orderId }) => orderId === input.orderId);
        const [taken] = corrections.splice(at, 1);
        if (taken !== undefined) undone.push(taken);
        const { version } = change(input.orderId, { state: 'ready' });
        return { orderId: input.orderId, version, remaining: corrections.length };
      }),
      undo: os.correct.undo.handler(({ input }) => {
        const back = undone.pop();
        if (back !== undefined) corrections.unshift(back);
        const { version } = change(input.orderId, { state: 'needs-review' });
        return { orderId: input.orderId, version, remaining: corrections.length };
      }),
      parse: os.correct.parse.handler(({ input }) => readText(input.text)),
      divisions: os.correct.divisions.handler(({ input }) => {
        if (input.district !== undefined) return ['仓前街道', '五常街道', '良渚街道'];
        if (input.city !== undefined) return ['余杭区', '西湖区', '拱墅区', '静安区', '南山区'];
        if (input.province !== undefined) return ['杭州市', '宁波市', '温州市', '上海市', '深圳市'];
        return ['浙江省', '上海市', '广东省', '江苏省', '北京市'];
      }),
    },
    orders: {
      window: os.orders.window.handler(({ input }) =>
        slice(
          orders.filter((row) => shows(row, input.filter.state, input.filter.search)),
          input,
        ),
      ),
      counts: os.orders.counts.handler(({ input }) => {
        const counts: Record<string, number> = { all: 0 };
        for (const row of orders) {
          if (!shows(row, undefined, input.search)) continue;
          counts.all! += 1;
          for (const state of [row.state, 'unsure', 'failed', 'unprinted']) {
            if (shows(row, state, undefined)) counts[state] = (counts[state] ?? 0) + 1;
          }
        }
        return counts;
      }),
      detail: os.orders.detail.handler(({ input }) => {
        const row = find(input.orderId);
        return {
          ...row,
          receiverText: '',
          items: [
            {
              name: row.goodsText.split(' ×')[0] ?? '',
              sku: '默认规格',
              skuCode: 'SKU-01',
              quantity: row.quantity,
            },
          ],
          parcelCount: 1,
          codAmountFen: 0,
          insuredValueFen: 12_800,
          buyerRemark: '麻烦放驿站',
          sellerRemark: '',
          complaints: row.state === 'needs-review' ? [{ code: 'district_ambiguous', field: 'district' }] : [],
          history: [
            { at: row.createdAt, kind: 'imported', code: '', note: '订单 11-25.xlsx' },
            ...(row.shipmentState === null
              ? []
              : [{ at: row.createdAt + 60_000, kind: 'planned', code: '', note: '' }]),
            ...(row.waybillNo === ''
              ? []
              : [{ at: row.createdAt + 90_000, kind: 'booked', code: '', note: row.waybillNo }]),
            ...(row.errorCode === ''
              ? []
              : [
                  {
                    at: row.createdAt + 90_000,
                    kind: row.shipmentState === 'unsure' ? 'unsure' : 'refused',
                    code: row.errorCode,
                    note: '',
                  },
                ]),
          ],
        };
      }),
      cancel: os.orders.cancel.handler(({ input }) => change(input.orderId, { state: 'cancelled' })),
      hold: os.orders.hold.handler(({ input }) => change(input.orderId, { state: 'held' })),
      release: os.orders.release.handler(({ input }) => change(input.orderId, { state: 'ready' })),
      edit: os.orders.edit.handler(({ input }) => change(input.orderId, {})),
    },
    ship: {
      preview: os.ship.preview.handler(({ input }) => {
        const rows = selected(input.selection);
        const ready = count(rows, (row) => shows(row, 'ready', undefined));
        return { orders: ready, notReady: rows.length - ready, expectedSeconds: ready / 3 };
      }),
      book: os.ship.book.handler(({ input }) => {
        const rows = selected(input.selection);
        const ready = rows.filter((row) => shows(row, 'ready', undefined));
        for (const row of ready)
          change(row.id, { state: 'booking', shipmentState: 'planned', carrier: input.carrier });
        workQueue(input.printerUri);
        return {
          planned: ready.length,
          refused: rows
            .filter((row) => !ready.includes(row))
            .map(({ orderNo }) => ({ orderNo, code: 'ORDER_STATE_REFUSES' })),
        };
      }),
      retryFailed: os.ship.retryFailed.handler(({ input }) => {
        const failed = orders.filter(
          (row) => input.orderIds.includes(row.id) && row.shipmentState === 'refused',
        );
        for (const row of failed) change(row.id, { state: 'booking', shipmentState: 'planned' });
        workQueue(null);
        return { planned: failed.length };
      }),
    },
    print: {
      window: os.print.window.handler(({ input }) =>
        slice(
          jobs.filter((job) => input.state === undefined || job.state === input.state),
          input,
        ),
      ),
      counts: os.print.counts.handler(() => {
        const counts: Record<string, number> = { all: jobs.length };
        for (const { state } of jobs) counts[state] = (counts[state] ?? 0) + 1;
        return counts;
      }),
      preview: os.print.preview.handler(({ input }) => pageLabelBits(input.jobId)),
      print: os.print.print.handler(({ input }) => {
        const rows = orders.filter(({ id }) => input.orderIds.includes(id));
        const fresh = rows.filter(filters.unprinted!);
        for (const row of fresh) change(row.id, { printState: 'confirmed' });
        return {
          queued: fresh.length,
          refused: rows
            .filter((row) => !fresh.includes(row))
            .map(({ orderNo }) => ({ orderNo, code: 'ORDER_STATE_REFUSES' })),
        };
      }),
      reprint: os.print.reprint.handler(({ input }) => {
        const first =
          jobs.find(({ orderId }) => orderId === input.orderId) ??
          fail('ORDER_NOT_FOUND', { orderNo: input.orderId });
        const copyNo = count(jobs, ({ orderId }) => orderId === input.orderId) + 1;
        jobs.unshift({
          ...first,
          id: `${first.id}-${copyNo}`,
          copyNo,
          reason: input.reason,
          state: 'confirmed',
          createdAt: now(),
        });
        feed.tell('printJobs');
        return { jobId: `${first.id}-${copyNo}`, copyNo };
      }),
      resolveUnsure: os.print.resolveUnsure.handler(({ input }) =>
        changeJob(input.jobId, { state: input.isPrinted ? 'confirmed' : 'failed', settledAt: now() }),
      ),
      retry: os.print.retry.handler(({ input }) =>
        changeJob(input.jobId, { state: 'waiting', errorCode: '' }),
      ),
    },
    track: {
      window: os.track.window.handler(({ input }) =>
        slice(
          tracks.filter(
            (row) =>
              (input.state === undefined ||
                (input.state === 'exception' ? row.exception !== '' : row.state === input.state)) &&
              (input.search === undefined || `${row.waybillNo} ${row.orderNo}`.includes(input.search)),
          ),
          input,
        ),
      ),
      counts: os.track.counts.handler(() => {
        const counts: Record<string, number> = {
          all: tracks.length,
          exception: count(tracks, (row) => row.exception !== ''),
        };
        for (const { state } of tracks) counts[state] = (counts[state] ?? 0) + 1;
        return counts;
      }),
      detail: os.track.detail.handler(({ input }) => {
        const row =
          tracks.find(({ waybillNo }) => waybillNo === input.waybillNo) ??
          fail('ORDER_NOT_FOUND', { orderNo: input.waybillNo });
        return { ...row, events: sampleEvents(row, now()) };
      }),
      refresh: os.track.refresh.handler(({ input }) => {
        for (const [at, row] of tracks.entries()) {
          if (input.waybillNos.length === 0 || input.waybillNos.includes(row.waybillNo))
            tracks[at] = { ...row, checkedAt: now() };
        }
        feed.tell('tracking');
        return { refreshed: input.waybillNos.length || tracks.length, failed: 0, errorCode: '' };
      }),
    },
    settings: {
      get: os.settings.get.handler(() => settings),
      set: os.settings.set.handler(({ input }) => {
        settings = { ...settings, ...input } as SettingsView;
        feed.tell('settings', 'status');
        return settings;
      }),
      platforms: os.settings.platforms.handler(() => [
        { id: 'practice', nameZh: '练习平台', nameEn: 'Practice', isEmbedded: true, accountFields: [] },
        {
          id: 'kdniao',
          nameZh: '快递鸟',
          nameEn: 'KDNiao',
          isEmbedded: false,
          accountFields: [
            { key: 'customerName', isSecret: false },
            { key: 'customerPwd', isSecret: true },
          ],
        },
        {
          id: 'kuaidi100',
          nameZh: '快递100',
          nameEn: 'Kuaidi100',
          isEmbedded: false,
          accountFields: [
            { key: 'partnerId', isSecret: false },
            { key: 'partnerKey', isSecret: true },
          ],
        },
        {
          id: 'sf',
          nameZh: '顺丰',
          nameEn: 'SF Express',
          isEmbedded: false,
          accountFields: [{ key: 'monthlyCard', isSecret: false }],
        },
      ]),
      carriers: os.settings.carriers.handler(() => [
        { code: 'ZTO', nameZh: '中通快递', nameEn: 'ZTO Express' },
        { code: 'YTO', nameZh: '圆通速递', nameEn: 'YTO Express' },
        { code: 'SF', nameZh: '顺丰速运', nameEn: 'SF Express' },
        { code: 'STO', nameZh: '申通快递', nameEn: 'STO Express' },
        { code: 'YD', nameZh: '韵达速递', nameEn: 'Yunda Express' },
      ]),
      accounts: os.settings.accounts.handler(() => accounts),
      addAccount: os.settings.addAccount.handler(({ input }) => {
        if (accounts.some(({ name }) => name === input.name)) fail('ACCOUNT_EXISTS', { name: input.name });
        const row = {
          id: `a${accounts.length + 1}-${input.name}`,
          name: input.name,
          platform: input.platform,
          merchantId: input.merchantId,
          endpoint: input.endpoint,
          createdAt: now(),
          unfinished: 0,
        };
        accounts = [...accounts, row];
        feed.tell('settings', 'status');
        return row;
      }),
      removeAccount: os.settings.removeAccount.handler(({ input }) => {
        const row = accounts.find(({ id }) => id === input.accountId);
        if (row !== undefined && row.unfinished > 0)
          fail('ACCOUNT_IN_USE', { name: row.name, count: row.unfinished });
        accounts = accounts.filter(({ id }) => id !== input.accountId);
        feed.tell('settings', 'status');
        return accounts;
      }),
      testAccount: os.settings.testAccount.handler(() => ({ ok: true, errorCode: '', durationMs: 214 })),
      printers: os.settings.printers.handler(() => printers),
      addPrinter: os.settings.addPrinter.handler(({ input }) => {
        printers = [...printers, { ...input, state: 'ready', isDefault: printers.length === 0 }];
        feed.tell('settings', 'status');
        return printers;
      }),
      removePrinter: os.settings.removePrinter.handler(({ input }) => {
        printers = printers.filter(({ uri }) => uri !== input.uri);
        feed.tell('settings', 'status');
        return printers;
      }),
      testPrinter: os.settings.testPrinter.handler(() => ({ ok: true, errorCode: '' })),
      calls: os.settings.calls.handler(({ input }) =>
        options.isFresh
          ? emptyReply
          : slice(
              orders
                .filter((row) => row.shipmentState !== null && row.shipmentState !== 'planned')
                .filter((row) => input.search === undefined || row.orderNo.includes(input.search))
                .map((row, index) => ({
                  id: `c${row.id}`,
                  at: row.createdAt + 90_000,
                  platform: 'practice',
                  accountName: '练习账号',
                  interfaceName: 'book',
                  orderNo: row.orderNo,
                  orderCode: `SD${row.orderNo.slice(-12)}`,
                  platformCode: row.shipmentState === 'refused' ? '105' : '100',
                  errorCode: row.errorCode,
                  certainty:
                    row.shipmentState === 'unsure'
                      ? ('unknown' as const)
                      : row.shipmentState === 'refused'
                        ? ('did-not-happen' as const)
                        : ('happened' as const),
                  durationMs: 120 + ((index * 37) % 400),
                })),
              input,
            ),
      ),
    },
  });
  const undone: typeof corrections = [];
  return { router, tell: feed.tell };
}
