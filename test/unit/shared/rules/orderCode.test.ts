import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  codesOfNumber,
  firstRevision,
  isStrongOrderNo,
  orderCodeFor,
} from '../../../../shared/rules/orderCode.ts';

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

  it('is as weak for a part or a merge as for its order', () => {
    for (const orderNo of ['12345-P1', '12345-X12', '123456+1', '12345-P1-X1']) {
      expect(isStrongOrderNo(orderNo), orderNo).toBe(false);
      expect(orderCodeFor(orderNo, 'a'.repeat(40), 1)).not.toBe(orderCodeFor(orderNo, 'b'.repeat(40), 1));
    }
    expect(isStrongOrderNo('2026112500001-P1')).toBe(true);
    expect(orderCodeFor('2026112500001-P1', 'a'.repeat(40), 1)).toBe('2026112500001-P1');
  });

  it('is told by its number: a weak one whatever its content, a strong one alone', () => {
    const number = fc.oneof(
      fc.integer({ min: 1, max: 99_999 }).map(String),
      fc.stringMatching(/^[A-Z]{1,3}\d{1,3}$/),
    );
    fc.assert(
      fc.property(
        number,
        number,
        hash,
        hash,
        fc.integer({ min: 1, max: 9 }),
        (no, other, was, is, revision) => {
          const code = orderCodeFor(no, was, revision);
          const family = codesOfNumber(no, is);
          expect(code.startsWith(family.prefix) && family.includes(code)).toBe(true);
          expect(codesOfNumber(other, is).includes(code)).toBe(other === no);
          expect(firstRevision(code)).toBe(orderCodeFor(no, was, 1));
        },
      ),
    );
    const strong = codesOfNumber('2026112500001', 'a'.repeat(40));
    expect(strong.includes('2026112500001R3')).toBe(true);
    expect(strong.includes('2026112500001-P1')).toBe(false);
    expect(codesOfNumber('1', 'a'.repeat(40)).includes('1-P1-AAAAAAAAAA')).toBe(false);
  });

  it('never gives an order the code of another one’s second booking', () => {
    expect(orderCodeFor('2026112500001R2', 'a'.repeat(40), 1)).not.toBe(
      orderCodeFor('2026112500001', 'b'.repeat(40), 2),
    );
  });
});
