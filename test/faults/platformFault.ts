import fc from 'fast-check';
import type { ScriptedFault } from '../doubles/platforms/scriptedFaults.ts';

const refusal = (code: string, Reason: string): ScriptedFault => ({
  kind: 'reply',
  body: { EBusinessID: 'test1234567', Success: false, ResultCode: code, Reason },
});

/** What may come back for one call, with or without the order being entered. */
const faultKinds: readonly ScriptedFault[] = [
  { kind: 'accept-then-drop' },
  { kind: 'reset-before' },
  { kind: 'half-reply' },
  { kind: 'html', accept: true },
  { kind: 'html', accept: false },
  { kind: 'empty', accept: true },
  { kind: 'cut-json' },
  { kind: 'gbk', accept: true },
  { kind: 'status', status: 500, accept: true },
  { kind: 'status', status: 503, accept: false },
  { kind: 'status', status: 429, accept: false },
  { kind: 'status', status: 401, accept: false },
  // The number of whoever this server booked first.
  { kind: 'patch', body: { Order: { LogisticCode: '73000000000400' } } },
  { kind: 'patch', body: { Order: { LogisticCode: '' } } },
  { kind: 'patch', body: { Order: { OrderCode: 'somebody-else' } } },
  { kind: 'reply', body: '{"Success":true}', accept: true },
  refusal('105', '收件地址不派送'),
  refusal('107', '余额不足'),
];

/** One fault of one of two platforms. */
export const fault = fc.record({
  fault: fc.constantFrom(...faultKinds),
  server: fc.nat(1),
  /** Which of the calls from now on. */
  call: fc.integer({ min: 1, max: 5 }),
  requestType: fc.constantFrom('1007', '1007', '1007', '1147'),
});
