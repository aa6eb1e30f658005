import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { DayBoard, Transit, Volumes } from '../../../shared/contracts/insight/board.ts';
import { hourMs, startOfShopDay } from '../../../shared/rules/shopTime.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

const usualHours = [0, 0, 0, 0, 0, 0, 0, 0, 4, 9, 14, 12, 5, 6, 11, 13, 12, 4, 2, 3, 4, 2, 0, 0];

/** A day at three in the afternoon, whatever the clock says: its hours are looked at, not its date. */
function sampleDay(now: number): DayBoard {
  const dayAt = startOfShopDay(now);
  return {
    now: dayAt + 15.1 * hourMs,
    dayAt,
    strip: [
      { measure: 'booked', count: 71, usual: 64, knownAt: null },
      { measure: 'printed', count: 64, usual: 64, knownAt: null },
      { measure: 'collected', count: 0, usual: 3, knownAt: dayAt + 14 * hourMs },
      { measure: 'signed', count: null, usual: 40, knownAt: dayAt - 20 * hourMs },
    ],
    usualDays: 2,
    hours: usualHours.map((usual, hour) => ({
      hourAt: dayAt + hour * hourMs,
      booked: hour > 15 ? null : usual === 0 ? 0 : usual + (hour % 3),
      usual,
    })),
    cutOffHour: 17,
    taken: { dayAt: dayAt - 24 * hourMs, total: 60, taken: 57 },
  };
}

/** The first two spans lie before anything was counted. */
function sampleVolumes(now: number, days: number): Volumes {
  const last = startOfShopDay(now);
  const spanMs = days * 24 * hourMs;
  return {
    now,
    spans: [6, 5, 4, 3, 2, 1, 0].map((back, index) => ({
      from: last - back * spanMs,
      to: last - (back - 1) * spanMs,
      carriers:
        index < 2
          ? null
          : [
              { carrier: 'ZTO', count: 40 + index },
              { carrier: 'SF', count: 10 },
            ],
    })),
    carriers: ['ZTO', 'SF'],
    shops: ['山野旗舰店'],
  };
}

function sampleTransit(now: number): Transit {
  const figures = (count: number, p50Hours: number) => ({
    count,
    p10Hours: p50Hours - 12,
    p50Hours,
    p90Hours: p50Hours + 30,
    promised: count > 20 ? count : 0,
    kept: count > 20 ? count - 9 : 0,
  });
  return {
    from: 0,
    to: now,
    carriers: [
      { carrier: 'ZTO', ...figures(400, 50) },
      { carrier: 'SF', ...figures(12, 26) },
    ],
    lanes: [
      { carrier: 'ZTO', province: '广东省', ...figures(90, 60) },
      { carrier: 'ZTO', province: '浙江省', ...figures(80, 26) },
      { carrier: 'SF', province: '广东省', ...figures(5, 30) },
    ],
  };
}

/** A shop that has done nothing yet. */
const nothing = {
  day: (now: number): DayBoard => {
    const day = sampleDay(now);
    return {
      ...day,
      strip: day.strip.map((figure) => ({ ...figure, count: 0, usual: null, knownAt: null })),
      usualDays: 0,
      hours: day.hours.map((hour) => ({ ...hour, booked: hour.booked === null ? null : 0, usual: null })),
      taken: null,
    };
  },
  volumes: (now: number): Volumes => ({
    ...sampleVolumes(now, 1),
    spans: sampleVolumes(now, 1).spans.map((span) => ({ ...span, carriers: null })),
    carriers: [],
    shops: [],
  }),
};

export function pageBoard(os: Os, { now, options: { isFresh } }: PageWorld) {
  return {
    day: os.board.day.handler(() => (isFresh ? nothing.day(now()) : sampleDay(now()))),
    volumes: os.board.volumes.handler(({ input }) =>
      isFresh ? nothing.volumes(now()) : sampleVolumes(now(), input.unit === 'day' ? 1 : 7),
    ),
    transit: os.board.transit.handler(() => ({
      ...sampleTransit(now()),
      ...(isFresh ? { carriers: [], lanes: [] } : {}),
    })),
    costs: os.board.costs.handler(() => ({
      from: 0,
      to: now(),
      carriers: isFresh
        ? []
        : [
            {
              carrier: 'ZTO',
              count: 400,
              priced: 380,
              pricedFen: 133_000,
              bill: {
                billId: 'b1',
                fromDay: '',
                toDay: '',
                count: 90,
                billedFen: 32_400,
                estimateFen: 31_500,
              },
            },
            { carrier: 'EMS', count: 40, priced: 0, pricedFen: 0, bill: null },
          ],
    })),
    troubles: os.board.troubles.handler(() => ({
      now: now(),
      kinds: isFresh
        ? []
        : [
            { kind: 'silent', count: 9, medianAgeHours: 80 },
            { kind: 'refused', count: 2, medianAgeHours: 20 },
          ],
      parcels: 600,
    })),
  };
}
