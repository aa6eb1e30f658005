import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { DayBoard, Transit, Troubles, Volumes } from '../../../shared/contracts/insight/board.ts';
import type { CaseRow } from '../../../shared/contracts/tracking/cases.ts';
import { hourMs, startOfShopDay } from '../../../shared/rules/shopTime.ts';
import { hasNumber, type PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

/** How a usual day is spread over its hours. */
const usualHours = [0, 0, 0, 0, 0, 0, 0, 0, 4, 9, 14, 12, 5, 6, 11, 13, 12, 4, 2, 3, 4, 2, 0, 0];

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

/** So many, spread as `weights` are, that not one is missing. */
function spread(total: number, weights: readonly number[]): readonly number[] {
  const upTo = (hour: number) => Math.round((total * sum(weights.slice(0, hour))) / sum(weights));
  return weights.map((_, hour) => upTo(hour + 1) - upTo(hour));
}

/** A day at three in the afternoon, whatever the clock says: its hours are looked at, not its date. All that the sample has was booked in it. */
function sampleDay({
  now: clock,
  orders,
  jobs,
  count,
}: Pick<PageWorld, 'now' | 'orders' | 'jobs' | 'count'>): DayBoard {
  const now = clock();
  const dayAt = startOfShopDay(now);
  const shownHour = 15;
  const booked = spread(
    count(orders, hasNumber),
    usualHours.map((usual, hour) => (hour > shownHour || usual === 0 ? 0 : usual + (hour % 3))),
  );
  const usual = spread(
    Math.round((sum(booked) * 0.9 * sum(usualHours)) / sum(usualHours.slice(0, shownHour + 1))),
    usualHours,
  );
  const printed = count(jobs, ({ sentAt, state }) => sentAt !== null && state !== 'unsure');
  return {
    now: dayAt + (shownHour + 0.1) * hourMs,
    dayAt,
    strip: [
      { measure: 'booked', count: sum(booked), usual: sum(usual.slice(0, shownHour + 1)), knownAt: null },
      { measure: 'printed', count: printed, usual: printed, knownAt: null },
      { measure: 'collected', count: 0, usual: 3, knownAt: dayAt + 14 * hourMs },
      { measure: 'signed', count: null, usual: 40, knownAt: dayAt - 20 * hourMs },
    ],
    usualDays: 2,
    hours: usualHours.map((_, hour) => ({
      hourAt: dayAt + hour * hourMs,
      booked: hour > shownHour ? null : (booked[hour] ?? 0),
      usual: usual[hour] ?? 0,
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
  day: (day: DayBoard): DayBoard => {
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

/** What is wrong with parcels, the most frequent first, as the exceptions themselves say. */
function troubleKinds(cases: readonly CaseRow[], now: number): Troubles['kinds'] {
  const unsolved = cases.filter(({ state }) => state !== 'solved');
  return [...new Set(unsolved.map(({ kind }) => kind))]
    .map((kind) => {
      const since = unsolved.filter((one) => one.kind === kind).map(({ sinceAt }) => sinceAt);
      const middle = since.sort((one, other) => one - other)[Math.floor(since.length / 2)] ?? now;
      return { kind, count: since.length, medianAgeHours: Math.floor((now - middle) / hourMs) };
    })
    .sort((one, other) => other.count - one.count);
}

export function pageBoard(os: Os, world: PageWorld) {
  const {
    now,
    own,
    tracks,
    options: { isFresh },
  } = world;
  return {
    day: os.board.day.handler(() => (isFresh ? nothing.day(sampleDay(world)) : sampleDay(world))),
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
      kinds: troubleKinds(own.cases(), now()),
      parcels: tracks.length,
    })),
  };
}
