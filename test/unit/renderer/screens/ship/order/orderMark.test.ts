import { describe, expect, test } from 'vitest';
import { orderMark } from '../../../../../../renderer/screens/ship/order/orderMark.ts';
import { orderStates } from '../../../../../../shared/domain/order.ts';

describe('the one state shown for an order', () => {
  test('an unknown booking or an unknown cancellation is unsure whatever the order says', () => {
    for (const state of orderStates) {
      for (const shipmentState of ['unsure', 'voiding'] as const)
        expect(orderMark({ state, shipmentState })).toEqual({ tone: 'unsure', state: 'unsure' });
    }
  });

  test('refused is failed, planned waits, sending moves', () => {
    expect(orderMark({ state: 'needs-review', shipmentState: 'refused' }).tone).toBe('failed');
    // Taken back from an account that was rejected as a whole: it never left.
    expect(orderMark({ state: 'ready', shipmentState: 'refused' })).toEqual({
      tone: 'waiting',
      state: 'ready',
    });
    expect(orderMark({ state: 'booking', shipmentState: 'planned' })).toEqual({
      tone: 'waiting',
      state: 'booking',
    });
    expect(orderMark({ state: 'booking', shipmentState: 'sending' })).toEqual({
      tone: 'active',
      state: 'sending',
    });
  });

  test('only a question to the platform is ever amber', () => {
    for (const state of orderStates)
      expect(orderMark({ state, shipmentState: null }).tone).not.toBe('unsure');
  });
});
