import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { CallFigures, CallSpan, ServiceFigures } from '../../../shared/contracts/insight/calls.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

const hours: Readonly<Record<CallSpan, number>> = { '1h': 1, '24h': 24, '7d': 168, '30d': 720 };
const none = { faults: 0, unavailable: 0, refusals: 0, p50Ms: null, p95Ms: null, p99Ms: null, codes: [] };

const accountNames = { kdniao: '快递鸟主账号', kuaidi100: '快递100 备用' } as const;

type Counts = CallFigures['total'];

/** One platform that is well, and one that is not. */
export function pageInsightCalls(os: Os, { now, options: { isFresh } }: Pick<PageWorld, 'now' | 'options'>) {
  return {
    service: os.insightCalls.service.handler(({ input }) => {
      const figures = serviceFigures(hours[input.span], now());
      return isFresh ? unserved(figures) : figures;
    }),
    figures: os.insightCalls.figures.handler(({ input }) => {
      const factor = hours[input.span];
      // In a day as many as the call log lists.
      const well = counts(41 * factor, 0, Math.ceil((7 * factor) / 24), [180, 420, 910]);
      const ill = counts(12 * factor, Math.ceil((14 * factor) / 24), 0, [260, 2_300, 9_800]);
      const to = Math.ceil(now() / 60_000) * 60_000;
      const name = (platform: keyof typeof accountNames, calls: Counts) => ({
        platform,
        accountId: input.by === 'account' || input.by === 'line' ? platform : '',
        accountName: input.by === 'account' || input.by === 'line' ? accountNames[platform] : '',
        interfaceName: input.by === 'interface' || input.by === 'line' ? 'book' : '',
        ...calls,
      });
      const rows = isFresh ? [] : [name('kdniao', well), name('kuaidi100', ill)];
      return {
        from: to - factor * 3_600_000,
        to,
        knownSince: null,
        total: isFresh
          ? { ...none, calls: 0, errorShare: null, availability: null }
          : counts(
              well.calls + ill.calls,
              well.faults + ill.faults,
              well.refusals + ill.refusals,
              [190, 640, 4_100],
            ),
        rows: rows.filter(({ platform }) => input.platform === undefined || platform === input.platform),
      };
    }),
  };
}

function counts(
  calls: number,
  faults: number,
  refusals: number,
  [p50Ms, p95Ms, p99Ms]: readonly [number, number, number],
): Counts {
  const codes = [
    { code: 'CARRIER_DOWN', count: faults, isFault: true },
    { code: 'CARRIER_REFUSED', count: refusals, isFault: false },
  ].filter(({ count }) => count > 0);
  return {
    ...none,
    calls,
    faults,
    refusals,
    unavailable: faults,
    errorShare: faults / calls,
    availability: 1 - faults / calls,
    p50Ms,
    p95Ms,
    p99Ms,
    codes,
  };
}

/** Nothing waits and nothing has been done yet. */
function unserved(figures: ServiceFigures): ServiceFigures {
  const none = { count: 0, oldestAt: null };
  return {
    ...figures,
    availability: { ...figures.availability, platforms: [] },
    queues: { booking: none, sending: none, unsure: none, printing: none, tracking: none },
    prints: { ...figures.prints, printed: 0, reprinted: 0, failed: 0, unsure: 0, share: null, isFew: true },
    sync: { lastAnswerAt: null },
  };
}

function serviceFigures(spanHours: number, now: number): ServiceFigures {
  const minutes = spanHours * 60;
  const worked = Math.floor(minutes / 3);
  const queue = (count: number, ageMinutes: number) => ({
    count,
    oldestAt: count === 0 ? null : now - ageMinutes * 60_000,
  });
  const platform = (name: string, failed: number) => ({
    platform: name,
    worked: worked - failed,
    failed,
    unknown: minutes - worked,
    share: (worked - failed) / worked,
    isFew: worked < 1_000,
  });
  return {
    from: now - spanHours * 3_600_000,
    to: now,
    availability: {
      wanted: 0.999,
      platforms: [platform('kdniao', 0), platform('kuaidi100', Math.max(1, Math.floor(worked / 400)))],
    },
    queues: {
      booking: queue(12, 4),
      sending: queue(1, 0),
      unsure: queue(1, 190),
      printing: queue(3, 2),
      tracking: queue(40, 35),
    },
    prints: {
      from: now - spanHours * 3_600_000,
      printed: 8 * spanHours,
      reprinted: Math.floor(spanHours / 6),
      failed: 1,
      unsure: 0,
      share: (8 * spanHours) / (8 * spanHours + 1),
      isFew: spanHours === 1,
    },
    sync: { lastAnswerAt: now - 7 * 60_000 },
  };
}
