import { describe, expect, it } from 'vitest';
import { isWithinComputer, readPin } from '../../../../shared/domain/workstation.ts';

describe('a server within this computer', () => {
  it.each(['localhost', '127.0.0.1', '127.8.0.1', '::1', '/var/run/postgresql'])('%s is', (host) => {
    expect(isWithinComputer({ host })).toBe(true);
  });
  it.each(['192.168.1.10', '127.0.0.1.example', 'localhost.example', '', '10.127.0.1'])(
    '%s is not',
    (host) => {
      expect(isWithinComputer({ host })).toBe(false);
    },
  );
});

describe('the fingerprint of a certificate', () => {
  const digits = '5f'.repeat(32);
  it('is read as the administrator’s tool prints it, with and without colons', () => {
    const pairs = digits.toUpperCase().match(/../g)?.join(':') ?? '';
    for (const typed of [digits, pairs, `sha256 Fingerprint=${pairs}`, ` ${pairs}\n`])
      expect(readPin(typed)).toBe(digits);
  });
  it('is none with a digit too few, or another sign in it', () => {
    for (const typed of ['', digits.slice(1), `${digits}0`, digits.replace('5', 'g')])
      expect(readPin(typed)).toBeNull();
  });
});
