import type { Troubles } from '../../../shared/contracts/insight/board.ts';
import { caseKinds } from '../../../shared/domain/cases/trackingCase.ts';
import { dayMs, hourMs, startOfShopDay } from '../../../shared/rules/shopTime.ts';
import type { Workspace } from '../workspace/workspace.ts';

const daysOfParcels = 30;

/** What is wrong with parcels now, by kind, the most frequent first. */
export async function readTroubles({ store: { read }, clock }: Workspace): Promise<Troubles> {
  const now = clock.now();
  const to = startOfShopDay(now) + dayMs;
  const ages = await read.cases.ages();
  const kinds = caseKinds.flatMap((kind) => {
    const since = ages.filter((row) => row.kind === kind).map(({ sinceAt }) => sinceAt);
    const middle = since[Math.floor(since.length / 2)];
    if (middle === undefined) return [];
    return [{ kind, count: since.length, medianAgeHours: Math.max(0, Math.floor((now - middle) / hourMs)) }];
  });
  const booked = await read.insight.hourTotals(['booked'], { from: to - daysOfParcels * dayMs, to });
  return {
    now,
    kinds: kinds.sort((one, other) => other.count - one.count),
    parcels: booked.reduce((sum, { total }) => sum + total, 0),
  };
}
