import { describe, expect, it } from 'vitest';
import { decideBooking } from '../../../../electron/dispatch/decideBooking.ts';
import { type ErrorCode, errorCodes, errorDefinition } from '../../../../shared/errors/catalogue.ts';
import { didNotHappen, happened, unknownOutcome } from '../../../../shared/errors/outcome.ts';
import { bookingNo } from '../../../doubles/platforms/scriptedPlatform.ts';

const kindOf = (call: 'book' | 'find', code: ErrorCode, isUnknown = false) =>
  decideBooking(call, isUnknown ? unknownOutcome(code) : didNotHappen(code)).kind;

describe('what follows from an answer', () => {
  it('books what the platform booked', () => {
    const booking = bookingNo('73000000000001');
    expect(decideBooking('book', happened(booking))).toEqual({ kind: 'booked', booking });
    expect(decideBooking('find', happened(booking))).toEqual({ kind: 'booked', booking });
  });

  it.each(errorCodes)('only ever asks after an unknown outcome (%s)', (code) => {
    expect(kindOf('book', code, true)).toBe('find');
    expect(kindOf('find', code, true)).toBe('find');
  });

  it.each<[ErrorCode, string]>([
    ['NETWORK_DNS', 'wait'],
    ['NETWORK_REFUSED', 'wait'],
    ['NETWORK_UNREACHABLE', 'wait'],
    ['NETWORK_CONNECT_TIMEOUT', 'wait'],
    ['NETWORK_TLS', 'wait'],
    ['CARRIER_BUSY', 'wait'],
    ['CARRIER_CREDENTIALS', 'halt-account'],
    ['CARRIER_PERMISSION', 'halt-account'],
    ['CARRIER_ACCOUNT', 'halt-account'],
    ['CARRIER_ARREARS', 'halt-account'],
    ['CARRIER_BALANCE', 'halt-account'],
    ['CARRIER_QUOTA', 'halt-account'],
    ['CARRIER_HTTP_REFUSED', 'halt-account'],
    ['NETWORK_ADDRESS_INVALID', 'halt-account'],
    ['NETWORK_PLAIN_HTTP', 'halt-account'],
    ['CARRIER_REFUSED', 'refused'],
    ['CARRIER_FIELD', 'refused'],
    ['CARRIER_FIELD_MISSING', 'refused'],
    ['CARRIER_FIELD_TOO_LONG', 'refused'],
    ['CARRIER_FIELD_INVALID', 'refused'],
  ])('after a booking that certainly did not happen: %s → %s', (code, kind) => {
    expect(kindOf('book', code)).toBe(kind);
  });

  it('keeps the words of the refusal: which field, which sentence', () => {
    expect(decideBooking('book', didNotHappen('CARRIER_FIELD_MISSING', { field: 'receiver.name' }))).toEqual({
      kind: 'refused',
      code: 'CARRIER_FIELD_MISSING',
      params: { field: 'receiver.name' },
    });
    expect(decideBooking('book', didNotHappen('CARRIER_REFUSED'))).toMatchObject({ params: {} });
  });

  it('books again only when asking proved that nothing exists', () => {
    expect(kindOf('find', 'CARRIER_NOT_FOUND')).toBe('book-again');
    for (const code of errorCodes) {
      if (code !== 'CARRIER_NOT_FOUND') expect(kindOf('find', code)).not.toBe('book-again');
    }
  });

  it('keeps asking when the question itself did not get through or met a closed account', () => {
    for (const code of errorCodes.filter((candidate) => errorDefinition(candidate).retryable))
      expect(kindOf('find', code)).toBe('find');
    for (const code of [
      'CARRIER_CREDENTIALS',
      'CARRIER_ACCOUNT',
      'CARRIER_BALANCE',
      'CARRIER_QUOTA',
    ] as const)
      expect(kindOf('find', code)).toBe('find');
    expect(kindOf('find', 'CARRIER_HTTP_REFUSED')).toBe('find');
  });
});
