import { describe, expect, it } from 'vitest';
import { isWithinComputer, readPin, readPins, shownHosts } from '../../../../shared/domain/workstation.ts';

describe('a server within this computer', () => {
  it.each(['localhost', '127.0.0.1', '127.8.0.1', '::1', '/var/run/postgresql', '127.0.0.1:5433, ::1'])(
    '%s is',
    (host) => {
      expect(isWithinComputer({ host })).toBe(true);
    },
  );
  it.each([
    '192.168.1.10',
    '127.0.0.1,192.168.1.10',
    '127.0.0.1.example',
    'localhost.example',
    '',
    '10.127.0.1',
  ])('%s is not', (host) => {
    expect(isWithinComputer({ host })).toBe(false);
  });
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

describe('several servers of one book', () => {
  it('are shown as people write them', () => {
    expect(shownHosts({ host: '192.168.1.10', port: 5432 })).toBe('192.168.1.10:5432');
    expect(shownHosts({ host: 'a, b:5433,[::2]:5434', port: 5432 })).toBe('a:5432, b:5433, [::2]:5434');
    expect(shownHosts({ host: '/var/run/postgresql', port: 5432 })).toBe('/var/run/postgresql');
  });
  it('have a fingerprint each, and all of them must be ones', () => {
    const [one, other] = ['5f'.repeat(32), 'a0'.repeat(32)];
    expect(readPins(`${one}, ${other}`)).toEqual([one, other]);
    expect(readPins(`${one},`)).toBeNull();
  });
});
