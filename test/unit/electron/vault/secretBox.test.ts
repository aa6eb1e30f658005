import { describe, expect, it } from 'vitest';
import { createSecretBox } from '../../../../electron/vault/secretBox.ts';
import { onlyKey } from '../../../../electron/vault/taggedKeys.ts';

const boxOf = (sign: number) => createSecretBox(onlyKey(new Uint8Array(32).fill(sign), 'account secrets'));
const box = boxOf(1);

describe('sealed secrets', () => {
  it('open for the row they were sealed for, and for no other', () => {
    const sealed = box.seal('密钥 s3cret', 'row-1');
    expect(box.open(sealed, 'row-1')).toBe('密钥 s3cret');
    expect(() => box.open(sealed, 'row-2')).toThrow();
    expect(sealed).not.toContain('s3cret');
  });

  it('do not open in another workspace or after a changed byte', () => {
    const sealed = box.seal('s3cret', 'row-1');
    expect(() => boxOf(2).open(sealed, 'row-1')).toThrow();
    const bytes = Buffer.from(sealed, 'base64');
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => box.open(changed.toString('base64'), 'row-1')).toThrow();
    }
  });

  it('never look alike, and keep an empty secret empty', () => {
    expect(box.seal('same', 'row')).not.toBe(box.seal('same', 'row'));
    expect(box.open(box.seal('', 'row'), 'row')).toBe('');
  });
});
