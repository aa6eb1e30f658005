import type { Shipment } from '../../../electron/store/schema.ts';
import { sampleBooking } from './sampleBooking.ts';
import { sampleOrder } from './sampleOrder.ts';

/** A row of the booking of the first sample order, planned and not sent. */
export function sampleShipment(change: Partial<Shipment> = {}): Shipment {
  return {
    id: 's1',
    orderId: sampleOrder(1).id,
    accountId: 'a1',
    platform: 'practice',
    carrier: 'ZTO',
    orderCode: 'c1',
    state: 'planned',
    version: 0,
    requestJson: JSON.stringify(sampleBooking({ orderCode: change.orderCode ?? 'c1' })),
    bookingJson: null,
    waybillNo: '',
    attempts: 0,
    findCount: 0,
    errorCode: '',
    errorParamsJson: '{}',
    printerUri: '',
    serialNo: 1,
    serialTotal: 1,
    createdAt: 1,
    sentAt: null,
    bookedAt: null,
    chosenByJson: '',
    path: 'first',
    replaceReason: '',
    freightJson: '',
    freightFen: null,
    askedBy: '',
    batchId: '',
    ...change,
  };
}
