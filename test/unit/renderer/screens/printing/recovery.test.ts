import { describe, expect, test } from 'vitest';
import { isPlainScan, recoverySteps } from '../../../../../renderer/screens/printing/recovery.ts';
import type { PrintJobRow, RecoveryView } from '../../../../../shared/contracts/printing.ts';

const job: PrintJobRow = {
  id: 'j1',
  orderId: 'o1',
  orderNo: '1001',
  waybillNo: 'YT1234567890123',
  carrier: 'YTO',
  receiverName: '张**',
  printerUri: 'tcp://10.0.0.9:9100',
  movedFrom: '',
  state: 'accepted',
  version: 3,
  parcelNo: 1,
  parcelTotal: 1,
  motherWaybillNo: '',
  copyNo: 1,
  reason: '',
  operator: '',
  approver: '',
  serialNo: 12,
  serialTotal: 50,
  errorCode: '',
  errorParams: {},
  size: '',
  holdReason: '',
  template: null,
  createdAt: 0,
  sentAt: 1,
  settledAt: 2,
  scannedAt: null,
  drawnBy: 'ours',
  ownLayoutReason: '',
  batchId: '',
};
const plan = (part: Partial<RecoveryView>): RecoveryView => ({
  scanned: job,
  confirmed: 0,
  stillUnsure: 0,
  rest: [],
  ...part,
});

describe('what the scan of the last good label does', () => {
  test('is said in the order it concerns the paper: itself, before it, still asking, after it', () => {
    const steps = recoverySteps(plan({ confirmed: 4, stillUnsure: 1, rest: [job, job] }));
    expect(steps).toEqual([
      { id: 'scanned', count: 1 },
      { id: 'confirmed', count: 4 },
      { id: 'stillUnsure', count: 1 },
      { id: 'rest', count: 2 },
    ]);
  });

  test('says nothing of what there is none of', () => {
    expect(recoverySteps(plan({}))).toEqual([{ id: 'scanned', count: 1 }]);
  });

  test('needs no question when no other label changes by it', () => {
    expect(isPlainScan(plan({ stillUnsure: 2 }))).toBe(true);
    expect(isPlainScan(plan({ confirmed: 1 }))).toBe(false);
    expect(isPlainScan(plan({ rest: [job] }))).toBe(false);
  });
});
