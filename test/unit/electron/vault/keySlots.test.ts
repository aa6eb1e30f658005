import { createDecipheriv, scryptSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { makePassphraseSlot, newDataKey } from '../../../../electron/vault/keySlots.ts';

it('makes each guess at a passphrase cost 64 MiB: the slot opens at that price', async () => {
  const key = newDataKey();
  const slot = await makePassphraseSlot(key, 'correct horse');
  if (slot.kind !== 'passphrase') throw new Error('another kind of slot');
  const bytes = (hex: string) => Buffer.from(hex, 'hex');
  const wrapped = bytes(slot.wrapped);
  const openAt = (N: number) => {
    const cost = { N, r: 8, p: 1, maxmem: 128 * 1024 * 1024 };
    const wrapping = scryptSync('correct horse', bytes(slot.salt), 32, cost);
    const cipher = createDecipheriv('aes-256-gcm', wrapping, bytes(slot.nonce));
    cipher.setAuthTag(wrapped.subarray(32));
    return Buffer.concat([cipher.update(wrapped.subarray(0, 32)), cipher.final()]);
  };
  expect(openAt(2 ** 16)).toEqual(Buffer.from(key));
  expect(() => openAt(2 ** 9)).toThrow();
});
