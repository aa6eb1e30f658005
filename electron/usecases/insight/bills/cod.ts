import { type CodMatch, type CodState, codMatches } from '../../../../shared/domain/bills/bill.ts';
import { dayMs, readShopDate } from '../../../../shared/rules/shopTime.ts';
import type { CodNews } from '../../../carriers/kit/platformServices.ts';
import type { WindowRequest } from '../../../store/orders/orderRepository.ts';
import type { Bill, CodPayout } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import type { Workspace } from '../../workspace/workspace.ts';

const timeOf: Readonly<Record<CodState, 'awaitingAt' | 'paidOutAt' | 'receivedAt'>> = {
  awaiting: 'awaitingAt',
  'paid-out': 'paidOutAt',
  received: 'receivedAt',
};

/** Keeps what a platform says of the money of a parcel, whether or not the parcel is known here. */
export async function takeCodNews(
  { clock }: Pick<Workspace, 'clock'>,
  write: Repositories,
  accountId: string,
  { waybillNo, carrier, state, at, accountHolder, accountTail }: CodNews,
): Promise<void> {
  const followed = await write.tracking.byWaybill(waybillNo);
  await write.cod.hear(
    {
      waybillNo,
      carrier: carrier === '' ? (followed?.carrier ?? '') : carrier,
      accountId,
      orderId: followed?.orderId ?? '',
      orderNo: followed?.orderNo ?? '',
      awaitingAt: null,
      paidOutAt: null,
      receivedAt: null,
      ...(state === null ? {} : { [timeOf[state]]: at }),
      toldFen: null,
      accountHolder,
      accountTail,
      billId: '',
    },
    clock.now(),
  );
}

/** The furthest it is known to have come; null: nothing was said that is understood. */
function codStateOf({
  awaitingAt,
  paidOutAt,
  receivedAt,
}: Pick<CodPayout, 'awaitingAt' | 'paidOutAt' | 'receivedAt'>): CodState | null {
  if (receivedAt !== null) return 'received';
  if (paidOutAt !== null) return 'paid-out';
  return awaitingAt === null ? null : 'awaiting';
}

/** Each kind with its sums, and the parcels of one of them: what is paid out, what differs, what should be here by now. */
export async function readCod(
  { store, clock }: Pick<Workspace, 'store' | 'clock'>,
  { match, window }: { readonly match?: CodMatch | undefined; readonly window: WindowRequest },
) {
  const { codPayoutDays } = await store.read.settings.all();
  const before = clock.now() - codPayoutDays * dayMs;
  const { cod } = store.read;
  const totals = await cod.matchTotals(before);
  const rows = await cod.matching(before, match, window);
  return {
    afterDays: codPayoutDays,
    totals: codMatches.map(
      (kind) =>
        totals.find((total) => total.match === kind) ?? { match: kind, parcels: 0, codFen: 0, toldFen: 0 },
    ),
    strangers: await cod.strangers(),
    rows: rows.map(({ lastAt, ...row }) => {
      const isSigned = row.match !== 'on-the-way';
      const days = lastAt === null || !isSigned ? null : Math.floor((clock.now() - lastAt) / dayMs);
      return { ...row, state: codStateOf(row), signedAt: isSigned ? lastAt : null, days };
    }),
  };
}

const pageItems = 1_000;

/** A bill that lists money collected for us says that it is paid out with it. */
export async function noteCodOfBill(
  { store, clock }: Pick<Workspace, 'store' | 'clock'>,
  bill: Bill,
): Promise<void> {
  if (bill.codFen === 0) return;
  let afterKey = '';
  for (let isMore = true; isMore; ) {
    isMore = await store.write(async (write) => {
      const page = await write.bills.codItems(bill.id, afterKey, pageItems);
      for (const { waybillNo, orderId, orderNo, codFen } of page)
        await write.cod.hear(
          {
            waybillNo,
            carrier: bill.carrier,
            accountId: '',
            orderId,
            orderNo,
            awaitingAt: null,
            paidOutAt: readShopDate(bill.toDay) ?? bill.createdAt,
            receivedAt: null,
            toldFen: codFen,
            accountHolder: '',
            accountTail: '',
            billId: bill.id,
          },
          clock.now(),
        );
      afterKey = page.at(-1)?.itemKey ?? afterKey;
      return page.length === pageItems;
    });
  }
}
