import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import { pageReturns } from './pageReturns.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

const day = 86_400_000;

/** Promises, notices and returns of the page's double. */
export function pageParcelCare(os: Os, world: PageWorld) {
  const { now, tell, fail } = world;
  const promises = new Map<string, number | null>();
  let hook: { host: string; hasSecret: boolean; savedAt: number } | null = null;
  const arrival = (waybillNo: string) => {
    const promisedAt = promises.has(waybillNo) ? (promises.get(waybillNo) ?? null) : now() + 2 * day;
    return {
      promisedAt,
      promiseFrom: promisedAt === null ? null : ('carrier' as const),
      signedAt: null,
      told: null,
      own: { halfAt: now() + day, mostAt: now() + 2 * day, parcels: 128, province: '广东省' },
      standing: promisedAt === null ? ('no-promise' as const) : ('in-time' as const),
      canAsk: true,
    };
  };
  return {
    arrival: os.parcelCare.arrival.handler(({ input }) => arrival(input.waybillNo)),
    askArrival: os.parcelCare.askArrival.handler(({ input }) => ({
      ...arrival(input.waybillNo),
      told: { expectedAt: now() + day, words: '明天下午可达', platform: 'kdniao', askedAt: now() },
    })),
    setPromise: os.parcelCare.setPromise.handler(({ input }) => {
      promises.set(input.waybillNo, input.promisedAt);
      tell('tracking');
      return arrival(input.waybillNo);
    }),
    notice: os.parcelCare.notice.handler(({ input: { waybillNo } }) => ({
      waybillNo,
      text: `包裹（中通快递 ${waybillNo}）：运输中。`,
      checkedAt: now(),
    })),
    sendNotice: os.parcelCare.sendNotice.handler(() =>
      hook === null ? fail('NOTICE_HOOK_NONE') : { sentAt: now() },
    ),
    noticeHook: os.parcelCare.noticeHook.handler(() => hook),
    setNoticeHook: os.parcelCare.setNoticeHook.handler(({ input }) => {
      hook = { host: new URL(input.url).host, hasSecret: input.secret !== '', savedAt: now() };
      tell('settings');
      return hook;
    }),
    removeNoticeHook: os.parcelCare.removeNoticeHook.handler(() => {
      hook = null;
      tell('settings');
      return null;
    }),
    carrierHelp: os.parcelCare.carrierHelp.handler(({ input: { waybillNo } }) => ({
      carrier: 'ZTO',
      phone: '95311',
      text: `你好，中通快递 单号 ${waybillNo}，我是寄件人，请拦截并退回寄件地址。`,
      isTooLate: false,
    })),
    ...pageReturns(os, world),
  };
}
