import { type DayBoard, type StripMeasure, stripMeasures } from '../../../shared/contracts/insight/board.ts';
import { dayMs, hourMs, startOfShopDay } from '../../../shared/rules/shopTime.ts';
import { recordOf } from '../../../shared/rules/typedRecord.ts';
import type { Repositories } from '../../store/store.ts';
import { readSettings } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';

const hoursOfDay = 24;
const usualWeeks = [1, 2, 3, 4] as const;
/** What couriers take is counted by the days of this week. */
const takenDays = 7;

type Read = Pick<Repositories, 'insight' | 'tracking'>;
type HoursOf = Readonly<Record<StripMeasure, readonly number[]>>;

/** The day so far, beside what it usually was by now. */
export async function readDayBoard(workspace: Workspace): Promise<DayBoard> {
  const { read } = workspace.store;
  const now = workspace.clock.now();
  const dayAt = startOfShopDay(now);
  const today = await hoursOf(read, dayAt);
  const usual = await usualDays(read, dayAt);
  const { cutOffHour } = await readSettings(workspace);
  return {
    now,
    dayAt,
    strip: await stripOf(read, { today, usual, dayAt, now }),
    usualDays: usual.length,
    hours: today.booked.map((booked, hour) => ({
      hourAt: dayAt + hour * hourMs,
      booked: dayAt + hour * hourMs > now ? null : booked,
      usual: median(usual.map((day) => day.booked[hour] ?? 0)),
    })),
    cutOffHour: cutOffHour === 0 ? null : cutOffHour,
    taken: cutOffHour === 0 ? null : await lastTaken(read, dayAt, cutOffHour),
  };
}

/** The last four of the same weekday, as far as there was a shop. A day on which nothing happened is one of them. */
async function usualDays(read: Read, dayAt: number): Promise<HoursOf[]> {
  const firstAt = await read.insight.firstHourAt('booked');
  const days = usualWeeks
    .map((weeks) => dayAt - weeks * 7 * dayMs)
    .filter((at) => firstAt !== null && at >= startOfShopDay(firstAt));
  return Promise.all(days.map((at) => hoursOf(read, at)));
}

async function hoursOf(read: Read, dayAt: number): Promise<HoursOf> {
  const rows = await read.insight.hourTotals(stripMeasures, { from: dayAt, to: dayAt + dayMs });
  const hours = recordOf(stripMeasures, () => Array.from({ length: hoursOfDay }, () => 0));
  for (const { measure, hourAt, total } of rows)
    if (measure in hours) hours[measure as StripMeasure][(hourAt - dayAt) / hourMs] = total;
  return hours;
}

interface DaySoFar {
  readonly today: HoursOf;
  readonly usual: readonly HoursOf[];
  readonly dayAt: number;
  readonly now: number;
}

/** What platforms tell is known as far as they were asked today; what happens here is always known. */
async function stripOf(
  read: Read,
  { today, usual, dayAt, now }: DaySoFar,
): Promise<DayBoard['strip'][number][]> {
  const askedAt = await read.tracking.lastAnswerAt();
  const isTold = (askedAt !== null && askedAt >= dayAt) || !(await read.tracking.isAnyFollowed());
  const hoursPassed = (now - dayAt) / hourMs;
  return stripMeasures.map((measure) => {
    const isFromOutside = measure === 'collected' || measure === 'signed';
    return {
      measure,
      count: isFromOutside && !isTold ? null : today[measure].reduce((total, count) => total + count, 0),
      usual: median(usual.map((day) => soFar(day[measure], hoursPassed))),
      knownAt: isFromOutside ? askedAt : null,
    };
  });
}

/** What a day had come to: its whole hours, and of the one that runs the share that has passed. */
function soFar(hours: readonly number[], hoursPassed: number): number {
  return hours.reduce(
    (total, count, hour) => total + count * Math.min(1, Math.max(0, hoursPassed - hour)),
    0,
  );
}

function median(counts: readonly number[]): number | null {
  const sorted = [...counts].sort((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  const low = sorted[Math.floor(middle)];
  const high = sorted[Math.ceil(middle)];
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2);
}

async function lastTaken(read: Read, today: number, cutOffHour: number): Promise<DayBoard['taken']> {
  for (let dayAt = today - dayMs; dayAt >= today - takenDays * dayMs; dayAt -= dayMs) {
    const span = { from: dayAt, to: dayAt + cutOffHour * hourMs };
    const { total, taken } = await read.insight.takenBefore(span, dayAt + dayMs);
    if (total > 0) return { dayAt, total, taken };
  }
  return null;
}
