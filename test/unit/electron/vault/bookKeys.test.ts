import { describe, expect, it } from 'vitest';
import {
  createBookKeys,
  newBookKeys,
  readKeyList,
  writeKeyList,
} from '../../../../electron/vault/bookKeys.ts';
import { createSecretBox } from '../../../../electron/vault/secretBox.ts';
import { tagOf } from '../../../../electron/vault/taggedKeys.ts';

const boxOf = (keys: ReturnType<typeof createBookKeys>) => createSecretBox(keys.sealing('account secrets'));

describe('the keys of a shared book', () => {
  it('who learns a new one seals by it and opens what the previous one has sealed; who does not opens nothing new', () => {
    const first = newBookKeys();
    const [stays, leaves] = [createBookKeys(first), createBookKeys(first)];
    const before = boxOf(stays).seal('before', 'row');
    expect(boxOf(leaves).open(before, 'row')).toBe('before');
    expect(stays.learn(stays.renewed())).toBe(true);
    const after = boxOf(stays).seal('after', 'row');
    expect(boxOf(stays).open(before, 'row')).toBe('before');
    expect(boxOf(stays).open(after, 'row')).toBe('after');
    expect(() => boxOf(leaves).open(after, 'row')).toThrow();
    expect(stays.isPrevious(tagOf(before))).toBe(true);
    expect(stays.isPrevious(tagOf(after))).toBe(false);
    expect(leaves.knows(tagOf(after))).toBe(false);
  });

  it('a list that does not name the newest key that is known is not believed', () => {
    const keys = createBookKeys(newBookKeys());
    const known = keys.newestTag;
    expect(keys.learn(newBookKeys())).toBe(false);
    expect(keys.newestTag).toBe(known);
  });

  it('one that missed several renewals learns them all at once', () => {
    const first = newBookKeys();
    const [ahead, behind] = [createBookKeys(first), createBookKeys(first)];
    for (const _ of [1, 2]) ahead.learn(ahead.renewed());
    expect(behind.learn(readKeyList(writeKeyList(ahead.list)))).toBe(true);
    expect(behind.newestTag).toBe(ahead.newestTag);
  });

  it('what must be found again goes on under the key it was begun with', () => {
    const keys = createBookKeys(newBookKeys());
    const of = () => keys.keyFor('door tokens').export().toString('hex');
    const begun = of();
    keys.learn(keys.renewed());
    expect(of()).toBe(begun);
    const moved = createBookKeys({ ...newBookKeys(), kept: { 'door tokens': begun } });
    expect(moved.keyFor('door tokens').export().toString('hex')).toBe(begun);
  });
});
