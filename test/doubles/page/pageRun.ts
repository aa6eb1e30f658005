import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import { filters, type PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

/** A run of bookings and numbers bound by hand, as the page's double plays them. */
export function pageRun(os: Os, { orders, find, change, count, now, fail, workQueue }: PageWorld) {
  const planned = () => orders.filter((row) => row.shipmentState === 'planned');
  const started = { at: now(), booked: count(orders, (row) => row.waybillNo !== '') };
  const bookedBefore = new Map<number, number>();
  return {
    run: {
      progress: os.run.progress.handler(({ input }) => {
        const since = input.since ?? started.at;
        const booked = count(orders, (row) => row.waybillNo !== '');
        if (!bookedBefore.has(since)) bookedBefore.set(since, booked);
        const waiting = planned().length;
        return {
          waiting,
          sending: count(orders, (row) => row.shipmentState === 'sending'),
          unsure: count(orders, filters.unsure!),
          forPerson: 2,
          booked: booked - (bookedBefore.get(since) ?? booked),
          refused: count(orders, filters.failed!),
          returned: 0,
          perMinute: 180,
          secondsLeft: waiting === 0 ? null : { least: waiting / 3.3, most: waiting / 2.7 },
          since,
        };
      }),
      stop: os.run.stop.handler(() => {
        const rows = planned();
        for (const row of rows) change(row.id, { state: 'ready', shipmentState: null });
        return { stopped: rows.length };
      }),
      moveWaiting: os.run.moveWaiting.handler(() => {
        workQueue(null);
        return { planned: planned().length, refused: 0 };
      }),
    },
    manual: {
      find: os.manual.find.handler(({ input }) => {
        const row =
          orders.find(({ orderNo }) => orderNo === input.code) ??
          fail('ORDER_NOT_FOUND', { orderNo: input.code });
        if (row.waybillNo !== '') fail('ORDER_STATE_REFUSES', { orderNo: row.orderNo });
        return {
          id: row.id,
          orderNo: row.orderNo,
          receiverName: row.receiver.name,
          place: `${row.receiver.province} ${row.receiver.city}`,
          goodsText: row.goodsText,
          carrier: row.carrier,
        };
      }),
      unbindNumber: os.manual.unbindNumber.handler(({ input }) =>
        change(find(input.orderId).id, {
          state: 'ready',
          shipmentState: null,
          waybillNo: '',
          carrier: '',
          printState: null,
        }),
      ),
      bindNumber: os.manual.bindNumber.handler(({ input }) => {
        const taken = orders.find(({ waybillNo }) => waybillNo === input.waybillNo);
        if (taken !== undefined)
          fail('WAYBILL_TAKEN', { waybillNo: input.waybillNo, orderNo: taken.orderNo });
        if (input.waybillNo.length < 6) fail('WAYBILL_INVALID', { waybillNo: input.waybillNo });
        const order = change(find(input.orderId).id, {
          state: 'booked',
          shipmentState: 'booked',
          waybillNo: input.waybillNo,
          carrier: input.carrier,
          errorCode: '',
          printState: input.printerUri === null ? null : 'confirmed',
        });
        return { order, slipErrorCode: '' };
      }),
    },
  };
}
