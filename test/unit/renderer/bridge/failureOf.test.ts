import { ORPCError } from '@orpc/client';
import { describe, expect, test } from 'vitest';
import { CoreGoneError } from '../../../../renderer/bridge/core.ts';
import { failureOf } from '../../../../renderer/bridge/failureOf.ts';

describe('what the page can say of a failed call', () => {
  test('an expected failure keeps its code and params', () => {
    const error = new ORPCError('FAILURE', { data: { code: 'ORDER_NOT_FOUND', params: { orderNo: 'A1' } } });
    expect(failureOf(error)).toEqual({ code: 'ORDER_NOT_FOUND', params: { orderNo: 'A1' } });
  });

  test('a core that died under a call leaves it unsure; one that was away did nothing', () => {
    expect(failureOf(new CoreGoneError('unknown')).code).toBe('CORE_NO_ANSWER');
    expect(failureOf(new CoreGoneError('did-not-happen')).code).toBe('CORE_AWAY');
  });

  test('anything else is our own fault and shows nothing of itself', () => {
    expect(failureOf(new Error('secret path'))).toEqual({ code: 'INTERNAL', params: {} });
    expect(failureOf(new ORPCError('FAILURE', { data: { code: 'NO_SUCH_CODE' } })).code).toBe('INTERNAL');
  });
});
