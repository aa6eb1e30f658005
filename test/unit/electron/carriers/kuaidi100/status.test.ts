import { expect, it } from 'vitest';
import { statusFromWire } from '../../../../../electron/carriers/kuaidi100/status.ts';

it.each([
  ['0', 'in-transit', ''],
  ['1001', 'destination', ''],
  ['1009', 'in-transit', ''],
  ['103', 'collected', ''],
  ['5', 'delivering', ''],
  ['501', 'locker', ''],
  ['304', 'signed', ''],
  ['4', 'returned', ''],
  ['14', 'returning', 'refused'],
  ['203', 'returning', 'refused'],
  ['207', 'problem', 'out-of-area'],
  ['299', 'problem', 'problem'],
  ['401', 'cancelled', 'sender-cancelled'],
  ['13', 'customs', 'customs-exception'],
])('reads state %s as %s %s', (code, state, exception) => {
  expect(statusFromWire(code)).toEqual({ state, exception });
});

it.each(['', '399', '499', '9', '10000', 'x'])(
  'takes nothing it does not know as signed or returned: %s',
  (code) => {
    expect(statusFromWire(code)).toBeNull();
  },
);
