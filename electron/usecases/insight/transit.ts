import type { Transit } from '../../../shared/contracts/insight/board.ts';
import { groupBy } from '../../../shared/rules/groupBy.ts';
import { dayMs, startOfShopDay } from '../../../shared/rules/shopTime.ts';
import { type Weighted, weightedPercentile } from '../../insight/weighted.ts';
import type { Workspace } from '../workspace/workspace.ts';

const daysRead = 30;

/** How long parcels were on the way that were signed for in the last 30 days, by carrier and by province. */
export async function readTransit({ store: { read }, clock }: Workspace): Promise<Transit> {
  const to = startOfShopDay(clock.now()) + dayMs;
  const from = to - daysRead * dayMs;
  const rows = await read.insight.transit({ from, to });
  const carriers = grouped(rows, ({ carrier }) => carrier);
  const lanes = grouped(
    rows.filter(({ province }) => province !== ''),
    ({ carrier, province }) => `${carrier}\n${province}`,
  );
  return {
    from,
    to,
    carriers: carriers.map(([carrier, figures]) => ({ carrier, ...figures })),
    lanes: lanes.map(([key, figures]) => {
      const [carrier = '', province = ''] = key.split('\n');
      return { carrier, province, ...figures };
    }),
  };
}

type Figures = Omit<Transit['carriers'][number], 'carrier'>;

interface Counted {
  readonly hours: number;
  readonly total: number;
  readonly promised: number;
  readonly kept: number;
}

/** The largest group first. */
function grouped<Row extends Counted>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): (readonly [string, Figures])[] {
  return [...groupBy(rows, keyOf)]
    .map(([key, members]) => [key, figuresOf(members)] as const)
    .sort(([, one], [, other]) => other.count - one.count);
}

function figuresOf(rows: readonly Counted[]): Figures {
  const values = rows.map(({ hours, total }): Weighted => ({ value: hours, count: total }));
  const sum = (of: 'total' | 'promised' | 'kept') => rows.reduce((total, row) => total + row[of], 0);
  return {
    count: sum('total'),
    p10Hours: weightedPercentile(values, 0.1),
    p50Hours: weightedPercentile(values, 0.5),
    p90Hours: weightedPercentile(values, 0.9),
    promised: sum('promised'),
    kept: sum('kept'),
  };
}
