import { describe, expect, it } from 'vitest';
import { mayReroute } from '../../../../electron/dispatch/decideBooking.ts';

describe('an order that one account certainly did not book', () => {
  it.each([
    'CARRIER_REFUSED',
    'CARRIER_OUT_OF_RANGE',
    'CARRIER_CREDENTIALS',
    'CARRIER_PERMISSION',
    'CARRIER_ARREARS',
    'CARRIER_BALANCE',
    'CARRIER_PEAK',
    'NETWORK_REFUSED',
  ])('may go to another after %s', (code) => {
    expect(mayReroute(code)).toBe(true);
  });

  it.each([
    'CARRIER_PROHIBITED',
    'CARRIER_FIELD',
    'CARRIER_FIELD_MISSING',
    'CARRIER_EXISTS_UNSEEN',
    'nonsense',
  ])('never goes to another by itself after %s', (code) => {
    expect(mayReroute(code)).toBe(false);
  });
});
