import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStrongOrderNo, orderCodeFor } from '../../../../shared/rules/orderCode.ts';

const hash = fc.stringMatching(/^[0-9a-f]{40}$/);

describe('the code a platform knows a booking by', () => {
  it('is the order number itself when that is the only one of its kind', () => {
    expect(orderCodeFor('3100000000000000001', 'f'.repeat(40), 1)).toBe('3100000000000000001');
    expect(isStrongOrderNo('A003')).toBe(false);
    expect(isStrongOrderNo('ABCDEFGH')).toBe(false);
    expect(isStrongOrderNo('XY20261125')).toBe(true);
  });

  it('always fits 30 plain characters and follows from the order alone', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 80, unit: 'grapheme' }),
        hash,
        fc.integer({ min: 1, max: 99 }),
        (no, fingerprint, revision) => {
          const code = orderCodeFor(no, fingerprint, revision);
          expect(code).toMatch(/^[A-Za-z0-9_-]{1,30}$/);
          expect(orderCodeFor(no, fingerprint, revision)).toBe(code);
        },
      ),
    );
  });

  it('differs between weak numbers of different content and between revisions', () => {
    expect(orderCodeFor('1', 'a'.repeat(40), 1)).not.toBe(orderCodeFor('1', 'b'.repeat(40), 1));
    expect(orderCodeFor('订单1', 'a'.repeat(40), 1)).toBe('1-AAAAAAAAAA');
    expect(orderCodeFor('单', 'a'.repeat(40), 1)).toBe('N-AAAAAAAAAA');
    expect(orderCodeFor('2026112500001', 'a'.repeat(40), 2)).toBe('2026112500001R2');
  });

  it('never gives an order the code of another one’s second booking', () => {
    expect(orderCodeFor('2026112500001R2', 'a'.repeat(40), 1)).not.toBe(
      orderCodeFor('2026112500001', 'b'.repeat(40), 2),
    );
  });
});
