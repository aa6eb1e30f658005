import type { Asked } from '../../../shared/contracts/contract.ts';
import type { Volumes, VolumeUnit } from '../../../shared/contracts/insight/board.ts';
import { dayMs, startOfShopDay, startOfShopWeek } from '../../../shared/rules/shopTime.ts';
import type { Workspace } from '../workspace/workspace.ts';

const spansShown: Readonly<Record<VolumeUnit, number>> = { day: 28, week: 12 };
const unitMs: Readonly<Record<VolumeUnit, number>> = { day: dayMs, week: 7 * dayMs };

/** Numbers got per day or week, by carrier. */
export async function readVolumes(
  { store: { read }, clock }: Workspace,
  { unit, shop }: Asked<'board', 'volumes'>,
): Promise<Volumes> {
  const now = clock.now();
  const last = unit === 'day' ? startOfShopDay(now) : startOfShopWeek(now);
  const from = last - (spansShown[unit] - 1) * unitMs[unit];
  const rows = await read.insight.dayTotals(['booked'], { from, to: last + unitMs[unit] }, shop);
  const firstAt = await read.insight.firstHourAt('booked');
  const totals = new Map<string, number>();
  for (const { carrier, total } of rows) totals.set(carrier, (totals.get(carrier) ?? 0) + total);
  const carriers = [...totals].sort((one, other) => other[1] - one[1]).map(([carrier]) => carrier);
  return {
    now,
    spans: Array.from({ length: spansShown[unit] }, (_, index) => {
      const span = { from: from + index * unitMs[unit], to: from + (index + 1) * unitMs[unit] };
      if (firstAt === null || span.to <= firstAt) return { ...span, carriers: null };
      const within = rows.filter(({ dayAt }) => dayAt >= span.from && dayAt < span.to);
      const counted = carriers.map((carrier) => ({
        carrier,
        count: within.filter((row) => row.carrier === carrier).reduce((sum, { total }) => sum + total, 0),
      }));
      return { ...span, carriers: counted.filter(({ count }) => count > 0) };
    }),
    carriers,
    shops: (await read.insight.shops({ from, to: now + 1 })).filter((name) => name !== ''),
  };
}
