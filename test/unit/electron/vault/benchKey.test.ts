import { expect, it } from 'vitest';
import { drawBenchKey, openSealedFor, publicOf, sealFor } from '../../../../electron/vault/benchKey.ts';

it('what is sealed for a bench opens there, in its place, and at no other', () => {
  const [own, other] = [drawBenchKey(), drawBenchKey()];
  const sealed = sealFor(publicOf(own), 'the keys of the book', 'bench 1');
  expect(openSealedFor(own, sealed, 'bench 1')).toBe('the keys of the book');
  expect(openSealedFor(own, sealed, 'bench 2')).toBeNull();
  expect(openSealedFor(other, sealed, 'bench 1')).toBeNull();
});

it('what was cut, altered or never sealed does not open, and says no more', () => {
  const own = drawBenchKey();
  const sealed = sealFor(publicOf(own), 'keys', 'bench');
  for (const spoilt of ['', 'AAAA', sealed.slice(0, -8), `AAAA${sealed.slice(4)}`])
    expect(openSealedFor(own, spoilt, 'bench'), spoilt).toBeNull();
});
