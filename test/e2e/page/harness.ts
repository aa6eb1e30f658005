import { RPCHandler } from '@orpc/server/message-port';
import { type CoreState, portMessageKind } from '../../../shared/contracts/bridge.ts';
import type { UpgradeProgressListener } from '../../../shared/domain/upgrade.ts';
import { isBenchScene } from '../../doubles/page/packing/benchSample.ts';
import { pageCore } from '../../doubles/page/pageCore.ts';
import type { PageCoreOptions } from '../../doubles/page/pageCoreOptions.ts';

/*
 * Stands where Electron's preload and core stand: a bridge object and a port to the core double, both in the page.
 * The query of the address chooses the sample: ?orders=100000&session=locked&language=en&theme=dark&fresh=1
 * &remembered=en: the language last chosen on this computer; before a workspace is open the page speaks it
 * &start=en: the language of the system, where none was chosen
 * &keyRefused=1: the platform refuses the key of the first account
 * &platformDown=1: one platform has not answered for some minutes, and none answers a question about a parcel
 * &fails=track,board.day: these areas or calls fail; &silent=track.window: these never answer
 * &alarms=1: alarms stand, and there are channels and people to call
 * &unowned=1: Today counts the returns that belong to no order
 * &server=away or back: the server of the book is away, or is back and did not bear all that was packed
 * &benches=there, away, shut-out, unproven, keyless, placeless, renewed: the book lies on a server
 * &bench=weighs,lost: what the packing bench is like
 * &regionOpen=1: a district that several provinces have is decided for none of them
 * &noteTelling=1: the buyer of the worst address writes that it has changed
 * &clean=1: the check before a batch finds nothing to say
 * &lag=300: each message to the core and back takes up to so many ms
 * &operator=nobody, packer, clerk or manager: there are operators (PIN 258025), and this one has signed in
 */
const query = new URLSearchParams(location.search);
const options: PageCoreOptions = {
  orders: Number(query.get('orders') ?? 600),
  session: (query.get('session') ?? 'open') as PageCoreOptions['session'],
  language: (query.get('language') ?? 'zh-CN') as PageCoreOptions['language'],
  theme: (query.get('theme') ?? 'light') as PageCoreOptions['theme'],
  isFresh: query.has('fresh'),
  isAfterRestore: query.has('restored'),
  isAllClean: query.has('clean'),
  isJournalBroken: query.has('journalBroken'),
  operator: query.get('operator') as PageCoreOptions['operator'],
  brokenActNo: query.has('brokenAct') ? Number(query.get('brokenAct')) : undefined,
  sealTrouble: (query.get('sealTrouble') ?? undefined) as PageCoreOptions['sealTrouble'],
  hasActs: query.has('acts'),
  wrongPins: query.has('wrongPins') ? Number(query.get('wrongPins')) : undefined,
  hasHeir: query.has('heir'),
  isAccountGone: query.has('accountGone'),
  hasNoRescueCode: query.has('noRescueCode'),
  place: (query.get('place') ?? undefined) as PageCoreOptions['place'],
  updates: (query.get('updates') ?? undefined) as PageCoreOptions['updates'],
  retention: (query.get('retention') ?? undefined) as PageCoreOptions['retention'],
  backup: (query.get('backup') ?? undefined) as PageCoreOptions['backup'],
  isRegionOpen: query.has('regionOpen'),
  isNoteTelling: query.has('noteTelling'),
  isKeyRefused: query.has('keyRefused'),
  isPlatformDown: query.has('platformDown'),
  hasAlarms: query.has('alarms'),
  morePrinters: query.has('printers') ? Number(query.get('printers')) : undefined,
  hasPrintRoutes: query.has('routes'),
  haveParcelsLeft: query.has('left'),
  hasUnownedReturns: query.has('unowned'),
  server: (query.get('server') ?? undefined) as PageCoreOptions['server'],
  benches: (query.get('benches') ?? undefined) as PageCoreOptions['benches'],
  move: (query.get('move') ?? undefined) as PageCoreOptions['move'],
  bench: query.get('bench')?.split(',').filter(isBenchScene),
  fails: query.get('fails')?.split(','),
  silent: query.get('silent')?.split(','),
  now: () => Date.now(),
};
const remembered = query.get('remembered');
if (remembered !== null) localStorage.setItem('shipdesk.language', remembered);
const core = pageCore(options);
const listeners = new Set<(state: CoreState) => void>();
let served: MessagePort | null = null;

/** The double of the core knows a file by its token's end. */
const handed = (name: string) => ({ fileToken: `/sample/${name}`, name });

const lagMs = Number(query.get('lag') ?? 0);

/** Hands on what comes, in its order, each message up to `lagMs` late. */
function handOn(from: MessagePort, to: MessagePort): void {
  let before = Promise.resolve();
  from.addEventListener('message', ({ data }) => {
    const waited = new Promise((resolve) => setTimeout(resolve, Math.random() * lagMs));
    before = Promise.all([before, waited]).then(() => to.postMessage(data));
  });
  from.start();
}

/** The page's end of a port whose other end is far away. */
function farFrom(port: MessagePort): MessagePort {
  if (lagMs === 0) return port;
  const { port1, port2 } = new MessageChannel();
  handOn(port, port1);
  handOn(port1, port);
  return port2;
}

function handOverPort(): void {
  const { port1, port2 } = new MessageChannel();
  served = port1;
  new RPCHandler(core.router).upgrade(port1);
  port1.start();
  window.postMessage({ kind: portMessageKind }, location.origin, [farFrom(port2)]);
}

const upgradeListeners = new Set<UpgradeProgressListener>();
const page = {
  /** Main says how far the upgrade is. */
  upgrade: (progress: Parameters<UpgradeProgressListener>[0]) => {
    for (const listener of upgradeListeners) listener(progress);
  },
  copied: [] as string[],
  opened: [] as string[],
  shown: [] as string[],
  isAutostarting: false,
  /** The core dies; calls under way get no answer. */
  stopCore: () => {
    served?.close();
    for (const listener of listeners) listener('down');
  },
  startCore: () => {
    for (const listener of listeners) listener('up');
    handOverPort();
  },
  tell: core.tell,
  ...core.devices,
  mend: core.mend,
  break: core.break,
  refused: core.refused,
  accepted: core.accepted,
  answered: core.answered,
};

Object.assign(window, {
  page,
  shipdesk: {
    connect: handOverPort,
    onCoreState: (listener: (state: CoreState) => void) => {
      listeners.add(listener);
      listener('up');
      return () => listeners.delete(listener);
    },
    chooseFiles: async (purpose: string) => [
      handed({ 'backup-folder': '备份盘', certificate: '店铺根证书.pem' }[purpose] ?? '订单 11-25.xlsx'),
    ],
    handFiles: async (files: readonly File[]) => files.map(({ name }) => handed(name)),
    copyText: async (text: string) => void page.copied.push(text),
    openExternal: async (url: string) => page.opened.push(url) > 0,
    showFile: async (fileToken: string) => page.shown.push(fileToken) > 0,
    setTheme: async () => undefined,
    startLanguage: query.get('start') ?? 'zh-CN',
    setLanguage: async () => undefined,
    autostart: async () => (query.has('checkout') ? null : page.isAutostarting),
    setAutostart: async (isOn: boolean) => {
      page.isAutostarting = isOn && !query.has('refuses-autostart');
      return page.isAutostarting;
    },
    reportStarting: () => undefined,
    onUpgrade: (listener: UpgradeProgressListener) => {
      upgradeListeners.add(listener);
      return () => upgradeListeners.delete(listener);
    },
  },
});

await import('../../../renderer/app/main.tsx');
