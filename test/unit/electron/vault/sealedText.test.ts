import { describe, expect, it } from 'vitest';
import { createBookKeys, newBookKeys } from '../../../../electron/vault/bookKeys.ts';
import { createTextSeal, isSealedText } from '../../../../electron/vault/sealedText.ts';

describe('text of a personal column', () => {
  it('opens to what it was, is alike for the same text and no other, and stays empty', () => {
    const seal = createTextSeal(createBookKeys(newBookKeys()));
    for (const text of ['王小明', '13800138000', '{"a":"~"}', 'x'.repeat(5_000)]) {
      const sealed = seal.seal(text, 'renewed');
      expect(isSealedText(sealed)).toBe(true);
      expect(sealed).not.toContain(text);
      expect(seal.seal(text, 'renewed')).toBe(sealed);
      expect(seal.seal(text, 'lasting')).not.toBe(sealed);
      expect(seal.open(sealed)).toBe(text);
      expect(seal.seal(sealed, 'renewed')).toBe(sealed);
    }
    expect(seal.seal('王小明', 'renewed')).not.toBe(seal.seal('王小红', 'renewed'));
    expect(seal.seal('', 'renewed')).toBe('');
    expect(seal.open('never sealed')).toBe('never sealed');
  });

  it('is sealed by the newest key, looked for under all, and what lasts stays under the first', () => {
    const keys = createBookKeys(newBookKeys());
    const seal = createTextSeal(keys);
    const [before, digest] = [seal.seal('王小明', 'renewed'), seal.seal('ab12', 'lasting')];
    expect(seal.hasPreviousKeys).toBe(false);
    keys.learn(keys.renewed());
    expect(seal.hasPreviousKeys).toBe(true);
    expect(seal.seal('王小明', 'renewed').startsWith(seal.head)).toBe(true);
    expect(seal.alike('王小明', 'renewed')).toEqual([seal.seal('王小明', 'renewed'), before]);
    expect(seal.open(before)).toBe('王小明');
    expect(seal.seal('ab12', 'lasting')).toBe(digest);
    expect(seal.alike('ab12', 'lasting')).toEqual([digest]);
  });

  it('seals a text that only looks sealed, and gives it back as it was written', () => {
    const seal = createTextSeal(createBookKeys(newBookKeys()));
    for (const text of [
      '\u0001',
      '\u00010123abcd:AAAA',
      createTextSeal(createBookKeys(newBookKeys())).seal('x', 'renewed'),
    ]) {
      const sealed = seal.seal(text, 'renewed');
      expect(sealed).not.toBe(text);
      expect(seal.open(sealed)).toBe(text);
    }
  });

  it('does not open altered, cut, or with the keys of another book', () => {
    const seal = createTextSeal(createBookKeys(newBookKeys()));
    const sealed = seal.seal('王小明', 'renewed');
    const altered = `${sealed.slice(0, -6)}${sealed.endsWith('AAAAA=') ? 'BBBBB=' : 'AAAAA='}`;
    expect(seal.open(altered)).toBeNull();
    expect(seal.open(sealed.slice(0, 20))).toBeNull();
    expect(createTextSeal(createBookKeys(newBookKeys())).open(sealed)).toBeNull();
  });
});
