import type { implement } from '@orpc/server';
import type { PickupRow } from '../../../shared/contracts/booking.ts';
import type { contract } from '../../../shared/contracts/contract.ts';
import { openPickupStates } from '../../../shared/domain/pickup.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

/** Couriers of the page's double: every call is placed. */
export function pagePickups(os: Os, { find, fail, now, tell }: PageWorld) {
  const pickups = new Map<string, PickupRow[]>();
  const of = (orderId: string): PickupRow[] => pickups.get(orderId) ?? [];
  const put = (orderId: string, row: PickupRow): PickupRow => {
    pickups.set(orderId, [row, ...of(orderId).filter(({ id }) => id !== row.id)]);
    tell('shipments');
    return row;
  };
  const latest = (orderId: string): PickupRow =>
    of(orderId)[0] ?? fail('PICKUP_NOT_OPEN', { orderNo: find(orderId).orderNo });
  return {
    pickup: {
      ofOrder: os.pickup.ofOrder.handler(({ input }) => ({ pickups: of(input.orderId), canCall: true })),
      book: os.pickup.book.handler(({ input }) => {
        const { orderNo, carrier } = find(input.orderId);
        const earlier = of(input.orderId);
        if (earlier.some(({ state }) => openPickupStates.includes(state))) fail('PICKUP_OPEN', { orderNo });
        const no = earlier.length + 1;
        return put(input.orderId, {
          id: `pickup-${orderNo}-${no}`,
          state: 'placed',
          kind: input.kind,
          orderCode: `${orderNo}P${no}`,
          accountName: '快递鸟主账号',
          carrier,
          startAt: input.window?.startAt ?? null,
          endAt: input.window?.endAt ?? null,
          waybillNo: '',
          costFen: null,
          errorCode: '',
          createdAt: now(),
        });
      }),
      cancel: os.pickup.cancel.handler(({ input }) =>
        put(input.orderId, { ...latest(input.orderId), state: 'cancelled' }),
      ),
      ask: os.pickup.ask.handler(({ input }) => {
        const known = [...pickups].find(([, rows]) => rows.some(({ id }) => id === input.pickupId));
        const [orderId, rows] = known ?? fail('PICKUP_NOT_OPEN', { orderNo: input.pickupId });
        const row = rows.find(({ id }) => id === input.pickupId) ?? latest(orderId);
        return put(orderId, { ...row, state: 'placed', errorCode: '' });
      }),
    },
  };
}
