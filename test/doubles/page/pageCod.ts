import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { CodRow } from '../../../shared/contracts/insight/cod.ts';
import { type CodMatch, codMatches } from '../../../shared/domain/bills/bill.ts';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

const kinds: readonly CodMatch[] = ['overdue', 'awaiting', 'paid-out', 'received', 'on-the-way', 'differs'];

/** Money at the door of the page's double: of each kind some parcels. */
export function pageCod(os: Os, { orders, now, slice, tell }: PageWorld) {
  const reported = orders
    .filter(({ waybillNo }) => waybillNo !== '')
    .slice(0, 40)
    .map((order, index): CodRow => {
      const match = kinds[index % kinds.length] ?? 'awaiting';
      const isSigned = match !== 'on-the-way';
      const codFen = 9_900 + 1_000 * (index % 7);
      const days = match === 'overdue' ? 9 + (index % 5) : 1 + (index % 6);
      const isPaid = match === 'paid-out' || match === 'received' || match === 'differs';
      return {
        orderId: order.id,
        orderNo: order.orderNo,
        waybillNo: order.waybillNo,
        carrier: 'ZTO',
        codFen,
        toldFen: match === 'differs' ? codFen - 900 : isPaid ? codFen : null,
        match,
        state: match === 'received' ? 'received' : isPaid ? 'paid-out' : null,
        signedAt: isSigned ? now() - days * dayMs : null,
        days: isSigned ? days : null,
        awaitingAt: null,
        paidOutAt: isPaid ? now() - dayMs : null,
        receivedAt: match === 'received' ? now() - dayMs / 2 : null,
        confirmedAt: null,
        confirmedBy: '',
      };
    });
  const confirmed = new Map<string, number>();
  const rows = (): CodRow[] =>
    reported.map((row) => {
      const confirmedAt = confirmed.get(row.waybillNo) ?? null;
      return confirmedAt === null ? row : { ...row, match: 'received', confirmedAt };
    });
  const setConfirmed = (waybillNos: readonly string[], at: number | null): number => {
    for (const waybillNo of waybillNos) {
      if (at === null) confirmed.delete(waybillNo);
      else confirmed.set(waybillNo, at);
    }
    tell('bills');
    return waybillNos.length;
  };
  return {
    totals: os.cod.totals.handler(() => ({
      afterDays: 7,
      totals: codMatches.map((match) => {
        const of = rows().filter((row) => row.match === match);
        return {
          match,
          parcels: of.length,
          codFen: of.reduce((sum, { codFen }) => sum + codFen, 0),
          toldFen: of.reduce((sum, { toldFen }) => sum + (toldFen ?? 0), 0),
        };
      }),
      strangers: reported.length === 0 ? 0 : 3,
    })),
    confirm: os.cod.confirm.handler(({ input: { waybillNos } }) => ({
      confirmed: setConfirmed(waybillNos, now()),
    })),
    reopen: os.cod.reopen.handler(({ input: { waybillNos } }) => ({
      reopened: setConfirmed(waybillNos, null),
    })),
    window: os.cod.window.handler(({ input: { match, search = '', ...window } }) =>
      slice(
        rows().filter(
          (row) =>
            (match === undefined || row.match === match) &&
            `${row.waybillNo} ${row.orderNo}`.includes(search),
        ),
        window,
      ),
    ),
  };
}
