import { describe, expect, it } from 'vitest';
import { isCodeSpent } from '../../../../electron/dispatch/decideBooking.ts';
import { shipmentStates } from '../../../../shared/domain/shipment.ts';

describe('the code of a booking', () => {
  it('is used up by giving the number back, and by a refusal that keeps it', () => {
    expect(isCodeSpent({ state: 'voided', errorCode: '' })).toBe(true);
    expect(isCodeSpent({ state: 'refused', errorCode: 'CARRIER_OUT_OF_RANGE' })).toBe(true);
  });

  it('may be sent again after every other refusal, and is never given up while anything is open', () => {
    expect(isCodeSpent({ state: 'refused', errorCode: 'CARRIER_REFUSED' })).toBe(false);
    const open = shipmentStates.filter((state) => state !== 'voided' && state !== 'refused');
    for (const state of open)
      expect(isCodeSpent({ state, errorCode: 'CARRIER_OUT_OF_RANGE' }), state).toBe(false);
  });
});
