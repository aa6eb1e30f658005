import type { implement } from '@orpc/server';
import { recogniseNumber } from '../../../electron/tracking/recogniseNumber.ts';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { PastedRow } from '../../../shared/contracts/tracking/followNumbers.ts';
import type { TrackingPlanView } from '../../../shared/contracts/tracking/trackingPlan.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

/** A free KDNiao account with more due than today's questions reach for, and a practice account without a limit. */
export function pageTrackingPlan(os: Os, { tell, now }: PageWorld) {
  let perDay: number | null = null;
  const view = (): TrackingPlanView => {
    const limit = perDay ?? 500;
    const left = Math.max(0, limit - 187);
    const day = { endedAt: null, nextDayAt: now() + 6 * 3_600_000, minutesBetween: null };
    return {
      meters: [
        {
          ...day,
          platform: 'kdniao',
          accounts: [{ accountId: 'a1', accountName: '快递鸟' }],
          perDay: limit,
          isOwn: perDay !== null,
          used: 187,
          usedByPeople: 12,
          reserved: 38,
          left,
          leftForPlan: Math.max(0, left - 38),
          due: [
            { group: 'exception', count: 31 },
            { group: 'delivering', count: 204 },
            { group: 'first-scan', count: 96 },
            { group: 'moving', count: 511 },
          ],
          dueNow: 842,
          dueToday: 1_310,
          leftOver: Math.max(0, 1_310 - Math.max(0, left - 38)),
          days: limit === 0 ? null : Math.ceil(842 / limit),
        },
        {
          ...day,
          platform: 'practice',
          accounts: [{ accountId: 'a2', accountName: '练习账号' }],
          perDay: null,
          isOwn: false,
          used: 3,
          usedByPeople: 3,
          reserved: 0,
          left: null,
          leftForPlan: null,
          due: [],
          dueNow: 0,
          dueToday: 0,
          leftOver: 0,
          days: null,
        },
      ],
      stopped: [
        { reason: 'phone-needed', count: 4 },
        { reason: 'no-update', count: 17 },
      ],
      isClockBack: false,
      now: now(),
    };
  };
  return {
    get: os.trackingPlan.get.handler(view),
    setPerDay: os.trackingPlan.setPerDay.handler(({ input }) => {
      perDay = input.perDay;
      tell('settings', 'tracking');
      return view();
    }),
  };
}

/** Reads numbers by their forms as the core does; the platform knows the first candidate to be right. */
export function pageFollow(os: Os, { tell }: PageWorld) {
  const followed = new Set<string>();
  const rowOf = (waybillNo: string): PastedRow => {
    const recognised = recogniseNumber(waybillNo);
    const empty = { waybillNo, reason: null, phoneTail: '' };
    if (recognised.kind === 'invalid')
      return {
        ...empty,
        ...recognised,
        state: 'invalid',
        carrier: '',
        candidates: [],
        needsPhoneTail: false,
      };
    const candidates = recognised.candidates.map(({ score, ...one }) => ({
      ...one,
      score: Math.round(score * 100),
    }));
    const carrier = recognised.kind === 'sure' ? recognised.carrier : '';
    const state = followed.has(waybillNo) ? 'known' : carrier === '' ? 'choice' : 'new';
    return { ...empty, state, carrier, candidates, needsPhoneTail: carrier === 'SF' };
  };
  return {
    read: os.followNumbers.read.handler(({ input }) => {
      const said = input.text.split(/[\s,]+/u).filter((token) => token !== '');
      const once = [...new Set(said)];
      const rows = once.slice(0, 5_000).map(rowOf);
      const questions = rows.filter(({ state }) => state === 'new' || state === 'choice').length;
      const cost = { accountId: 'a1', accountName: '快递鸟', questions, leftForPlan: 275, perDay: 500 };
      return {
        rows,
        doubles: said.length - once.length,
        tooMany: once.length - rows.length,
        costs: questions === 0 ? [] : [{ ...cost, days: 1 + Math.ceil(Math.max(0, questions - 275) / 500) }],
      };
    }),
    recognise: os.followNumbers.recognise.handler(({ input }) => ({
      rows: input.waybillNos.map((waybillNo) => {
        const { candidates } = rowOf(waybillNo);
        return { waybillNo, carrier: candidates[0]?.carrier ?? '', candidates };
      }),
      errorCode: '',
    })),
    follow: os.followNumbers.follow.handler(({ input }) => {
      const fresh = input.rows.filter(({ waybillNo }) => !followed.has(waybillNo));
      for (const { waybillNo } of fresh) followed.add(waybillNo);
      tell('tracking');
      return { followed: fresh.length, known: input.rows.length - fresh.length, refused: [] };
    }),
  };
}
