import type { CodState } from '../../../../shared/domain/bills/bill.ts';
import type { CodNews } from '../../../carriers/kit/platformServices.ts';
import type { CodPayout } from '../../../store/schema.ts';
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
export function codStateOf({
  awaitingAt,
  paidOutAt,
  receivedAt,
}: Pick<CodPayout, 'awaitingAt' | 'paidOutAt' | 'receivedAt'>): CodState | null {
  if (receivedAt !== null) return 'received';
  if (paidOutAt !== null) return 'paid-out';
  return awaitingAt === null ? null : 'awaiting';
}

const dayMs = 86_400_000;

/** Parcels signed for longer ago than the shop waits for their money, and what it comes to. */
export async function overduePayouts(
  { store, clock }: Pick<Workspace, 'store' | 'clock'>,
  request: { readonly offset: number; readonly limit: number },
) {
  const { codPayoutDays } = await store.read.settings.all();
  const before = clock.now() - codPayoutDays * dayMs;
  const [rows, sum] = await Promise.all([
    store.read.cod.owed(before, request),
    store.read.cod.owedSum(before),
  ]);
  return {
    afterDays: codPayoutDays,
    ...sum,
    rows: rows.map(({ awaitingAt, paidOutAt, ...row }) => ({
      ...row,
      state: codStateOf({ awaitingAt, paidOutAt, receivedAt: null }),
      days: row.signedAt === null ? 0 : Math.floor((clock.now() - row.signedAt) / dayMs),
    })),
  };
}
