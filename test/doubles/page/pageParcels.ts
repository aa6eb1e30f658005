import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

/**
 * Another number, other content, another parcel: the double's SF takes no number back, every other carrier does; YTO's first answer to
 * the question is lost.
 */
export function pageParcels(os: Os, { orders, find, change, fail, extraOf, now, workQueue }: PageWorld) {
  return {
    renumber: os.parcels.renumber.handler(({ input }) => {
      const { waybillNo, carrier } = find(input.orderId);
      if (carrier === 'SF' && !input.isGivenBack)
        fail('NEW_NUMBER_VOID_REFUSED', { waybillNo, code: 'CARRIER_REFUSED' });
      change(input.orderId, {
        state: 'booked',
        waybillNo: `${waybillNo}R2`,
        printState: 'waiting',
      });
      return { oldWaybillNo: waybillNo, planned: 1 };
    }),
    rebook: os.parcels.rebook.handler(({ input: { orderId, changes } }) => {
      const { waybillNo, carrier, shipmentState, orderNo, receiver } = find(orderId);
      if (carrier === 'SF') fail('CHANGED_ORDER_VOID_REFUSED', { waybillNo, code: 'CARRIER_REFUSED' });
      if (carrier === 'YTO' && shipmentState === 'booked') {
        change(orderId, { shipmentState: 'voiding', errorCode: 'VOID_UNSURE' });
        fail('VOID_UNSURE', { orderNo, waybillNo });
      }
      const named = Object.entries(changes).filter(([field]) => Object.hasOwn(receiver, field));
      change(orderId, {
        receiver: { ...receiver, ...Object.fromEntries(named) },
        state: 'booked',
        shipmentState: 'booked',
        errorCode: '',
        waybillNo: `${waybillNo}R2`,
        printState: 'waiting',
      });
      return { oldWaybillNo: waybillNo, planned: 1 };
    }),
    add: os.parcels.add.handler(({ input }) => {
      const order = find(input.orderId);
      const count = [...extraOf.values()].filter((id) => id === order.id).length;
      const extra = {
        ...order,
        id: `${order.id}-x${count + 1}`,
        orderNo: `${order.orderNo}-X${count + 1}`,
        state: 'booking' as const,
        version: 0,
        goodsText: input.goods,
        quantity: 1,
        waybillNo: '',
        shipmentState: 'planned' as const,
        printState: null,
        createdAt: now(),
      };
      orders.unshift(extra);
      extraOf.set(extra.id, order.id);
      change(order.id, {});
      workQueue(null);
      return { extra, planned: 1 };
    }),
  };
}
