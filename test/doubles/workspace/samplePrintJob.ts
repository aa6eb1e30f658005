import type { PrintJob } from '../../../electron/store/schema.ts';

/** A label that waits for its printer. */
export function samplePrintJob(change: Partial<PrintJob> = {}): PrintJob {
  return {
    id: 'label-1',
    orderId: 'order-000001',
    shipmentId: 's1',
    waybillNo: 'YT1',
    copyNo: 1,
    reason: '',
    wantedAt: 1,
    printerUri: '',
    state: 'waiting',
    version: 0,
    parcelNo: 1,
    parcelTotal: 1,
    documentJson: '{}',
    serialNo: 1,
    serialTotal: 1,
    errorCode: '',
    errorParamsJson: '{}',
    createdAt: 1,
    settledAt: null,
    operator: '',
    approver: '',
    holdReason: '',
    sentAt: null,
    scannedAt: null,
    movedFrom: '',
    deviceJob: '',
    drawnBy: 'ours',
    ownLayoutReason: '',
    ownLayoutSeen: 1,
    mediaSize: '',
    batchId: '',
    ...change,
  };
}
