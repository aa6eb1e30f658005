import type { Answered } from '../../../../shared/contracts/contract.ts';
import type { CodTotals } from '../../../../shared/contracts/insight/cod.ts';
import { type CodState, codMatches } from '../../../../shared/domain/bills/bill.ts';
import { dayMs, readShopDate } from '../../../../shared/rules/shopTime.ts';
import type { CodNews } from '../../../carriers/kit/platformServices.ts';
import { isPayoutList } from '../../../store/insight/billJson.ts';
import type { CodFilter } from '../../../store/insight/codRepository.ts';
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

type Reader = Pick<Workspace, 'store' | 'clock'>;

/** A parcel signed for before this moment is overdue, unless its money was reported. */
async function overdueBefore({ store, clock }: Reader) {
  const { codPayoutDays } = await store.read.settings.all();
  return { afterDays: codPayoutDays, before: clock.now() - codPayoutDays * dayMs };
}

/** Each kind with its sums: what is paid out, what differs, what should be here by now. */
export async function readCodTotals(workspace: Reader): Promise<CodTotals> {
  const { afterDays, before } = await overdueBefore(workspace);
  const { cod } = workspace.store.read;
  const totals = await cod.matchTotals(before);
  return {
    afterDays,
    totals: codMatches.map(
      (kind) =>
        totals.find((total) => total.match === kind) ?? { match: kind, parcels: 0, codFen: 0, toldFen: 0 },
    ),
    strangers: await cod.strangers(),
  };
}

/** The parcels of one kind, or all of them. */
export async function listCod(
  workspace: Reader,
  filter: CodFilter,
  window: WindowRequest,
): Promise<Answered<'cod', 'window'>> {
  const { before } = await overdueBefore(workspace);
  const { cod } = workspace.store.read;
  const now = workspace.clock.now();
  const rows = await cod.matching(before, filter, window);
  return {
    total: await cod.countMatching(before, filter),
    rows: rows.map(({ lastAt, ...row }) => {
      // Only what was signed for has a last event that is its signature.
      const signedAt = row.isSigned === 1 ? lastAt : null;
      const days = signedAt === null ? null : Math.floor((now - signedAt) / dayMs);
      const { isSigned: _, ...shown } = row;
      return { ...shown, state: codStateOf(row), signedAt, days };
    }),
  };
}

const pageItems = 1_000;

/**
 * A bill that lists money collected for us says how much lies with the carrier, never that it was paid out; a list of payouts
 * says that, and on which day. What a list of payouts said about a parcel is not changed by a bill.
 */
export async function noteCodOfBill(
  { store, clock }: Pick<Workspace, 'store' | 'clock'>,
  bill: Bill,
): Promise<void> {
  if (bill.codFen === 0) return;
  const isPayout = isPayoutList(bill);
  const toldAt = readShopDate(bill.toDay) ?? bill.createdAt;
  let afterKey = '';
  for (let isMore = true; isMore; ) {
    const page = await store.write(async (write) => {
      const items = await write.bills.codItems(bill.id, afterKey, pageItems);
      for (const { ownWaybillNo: waybillNo, orderId, orderNo, codFen, day } of items) {
        if (!isPayout && (await isListed(write, waybillNo))) continue;
        await write.cod.hear(
          {
            waybillNo,
            carrier: bill.carrier,
            accountId: '',
            orderId,
            orderNo,
            awaitingAt: isPayout ? null : toldAt,
            paidOutAt: isPayout ? (readShopDate(day) ?? toldAt) : null,
            receivedAt: null,
            toldFen: codFen,
            accountHolder: '',
            accountTail: '',
            billId: bill.id,
          },
          clock.now(),
        );
      }
      return items;
    });
    afterKey = page.at(-1)?.itemKey ?? afterKey;
    isMore = page.length === pageItems;
  }
}

async function isListed(write: Repositories, waybillNo: string): Promise<boolean> {
  const { billId = '' } = (await write.cod.ofWaybill(waybillNo)) ?? {};
  const bill = billId === '' ? undefined : await write.bills.byId(billId);
  return bill !== undefined && isPayoutList(bill);
}
