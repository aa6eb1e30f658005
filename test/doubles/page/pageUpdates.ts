import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { UpdatesView } from '../../../shared/contracts/updates/updates.ts';
import { hourMs } from '../../../shared/rules/shopTime.ts';
import type { PageCoreOptions } from './pageCoreOptions.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

const bytes = 118_400_000;

const offer: NonNullable<UpdatesView['offer']> = {
  version: '0.2.0',
  channel: 'stable',
  releasedOn: '2026-11-20',
  notes: {
    'zh-CN': '多个工作台可以共用一个订单簿。\n批次按员工分开统计。\n修正：换纸后的第一张面单不再偏移。',
    en: 'Several benches can work on one order book.\nBatches are counted by person.\nFixed: the first label after a paper change is in its place.',
  },
  bytes,
  doneBytes: 0,
  state: 'offered',
};

function sampleUpdates(scene: PageCoreOptions['updates'], now: number): UpdatesView {
  const usual: UpdatesView = {
    version: '0.1.0',
    form: 'nsis',
    refusal: '',
    settings: { address: 'https://files.shop.example/shipdesk', channel: 'stable', isAutomatic: true },
    hasAddress: true,
    checkedAt: now - 3 * hourMs,
    failing: null,
    offer: null,
    news: null,
    isUnshown: false,
  };
  const backupName = 'shipdesk-20261120-0915.sdbackup';
  const news = { from: '0.0.9', to: '0.1.0', isDone: true, backupName, wayBackName: 'ShipDesk-0.0.9.exe' };
  switch (scene) {
    case 'offered':
      return { ...usual, offer, isUnshown: true };
    case 'partly':
      return { ...usual, offer: { ...offer, state: 'partly', doneBytes: bytes / 2 } };
    case 'ready':
    case 'busy':
      return { ...usual, offer: { ...offer, state: 'ready', doneBytes: bytes } };
    case 'came':
      return { ...usual, news, isUnshown: true };
    case 'cameNot':
      return { ...usual, news: { ...news, from: '0.1.0', to: '0.2.0', isDone: false, wayBackName: '' } };
    case 'failing':
      return { ...usual, failing: { code: 'UPDATE_SERVER_AWAY', params: { host: 'files.shop.example' } } };
    case 'keyless':
      return { ...usual, refusal: 'UPDATE_KEYLESS' };
    default:
      return usual;
  }
}

/** Versions of the page's double: the feed has one that is newer, and nothing is installed. */
export function pageUpdates(os: Os, { now, tell, fail, options }: PageWorld) {
  let view = sampleUpdates(options.updates, now());
  const put = (patch: Partial<UpdatesView>): UpdatesView => {
    view = { ...view, ...patch };
    tell('updates');
    return view;
  };
  return {
    get: os.updates.get.handler(() => view),
    set: os.updates.set.handler(({ input }) => {
      const settings = {
        address: input.address ?? view.settings.address,
        channel: input.channel ?? view.settings.channel,
        isAutomatic: input.isAutomatic ?? view.settings.isAutomatic,
      };
      if (settings.address.startsWith('http:')) throw fail('UPDATE_ADDRESS_INVALID');
      return put({ settings, hasAddress: true });
    }),
    check: os.updates.check.handler(() => put({ checkedAt: now(), failing: null, offer })),
    takeFile: os.updates.takeFile.handler(() =>
      put({ offer: { ...offer, state: 'ready', doneBytes: bytes } }),
    ),
    download: os.updates.download.handler(async function* () {
      for (const share of [0.25, 0.5, 0.75])
        yield { kind: 'progress' as const, doneBytes: bytes * share, totalBytes: bytes };
      put({ offer: { ...offer, state: 'ready', doneBytes: bytes } });
      yield { kind: 'finished' as const, isReady: true };
    }),
    install: os.updates.install.handler(() => ({
      isReady: options.updates !== 'busy',
      version: '0.2.0',
      open: { bookings: 0, labels: 0, unsureOrders: options.updates === 'busy' ? 2 : 0, unsureLabels: 0 },
      backupName: options.updates === 'busy' ? '' : 'shipdesk-20261120-0915.sdbackup',
    })),
    markShown: os.updates.markShown.handler(() => put({ isUnshown: false })),
    closeNews: os.updates.closeNews.handler(() => put({ news: null })),
  };
}
