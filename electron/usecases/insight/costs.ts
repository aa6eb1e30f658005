import type { Costs } from '../../../shared/contracts/insight/board.ts';
import { dayMs, startOfShopDay } from '../../../shared/rules/shopTime.ts';
import type { Workspace } from '../workspace/workspace.ts';

const daysRead = 30;

/** Estimated freight of the last 30 days by carrier, beside what its newest bill says. */
export async function readCosts({ store: { read }, clock }: Workspace): Promise<Costs> {
  const to = startOfShopDay(clock.now()) + dayMs;
  const from = to - daysRead * dayMs;
  const rows = await read.insight.dayTotals(['booked', 'priced'], { from, to });
  const bills = await read.insight.newestBills();
  const carriers = [
    ...new Set([...rows.map(({ carrier }) => carrier), ...bills.map((bill) => bill.carrier)]),
  ];
  const sum = (carrier: string, measure: 'booked' | 'priced', of: 'total' | 'fen') =>
    rows
      .filter((row) => row.carrier === carrier && row.measure === measure)
      .reduce((total, row) => total + row[of], 0);
  const figures = carriers.map((carrier) => {
    const bill = bills.find((one) => one.carrier === carrier);
    return {
      carrier,
      count: sum(carrier, 'booked', 'total'),
      priced: sum(carrier, 'priced', 'total'),
      pricedFen: sum(carrier, 'priced', 'fen'),
      bill: bill === undefined ? null : bill.figures,
    };
  });
  return { from, to, carriers: figures.sort((one, other) => other.count - one.count) };
}
