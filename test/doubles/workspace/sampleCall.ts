import type { RecordedCall } from '../../../electron/store/schema.ts';

/** A call of a minute past midnight of 2023-11-15 in the shop that was answered; ids rise with their number. */
export function sampleCall(no: number, changes: Partial<RecordedCall> = {}): RecordedCall {
  return {
    id: `C${String(no).padStart(9, '0')}`,
    at: 1_699_977_660_000,
    accountId: 'a1',
    platform: 'kdniao',
    interfaceName: 'book',
    orderId: '',
    orderCode: '',
    platformCode: '',
    requestId: '',
    errorCode: '',
    errorParamsJson: '{}',
    certainty: 'happened',
    durationMs: 100,
    attempt: 0,
    ...changes,
  };
}
