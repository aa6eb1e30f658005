import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../../../../electron/imports/writers/encodeGb18030.ts';

const decoder = new TextDecoder('gb18030', { fatal: true });

function decoded(bytes: readonly number[]): string {
  try {
    return decoder.decode(Uint8Array.from(bytes));
  } catch {
    return '';
  }
}

describe('text written in GB18030', () => {
  it('gives every double byte back that was read, but for the second code of the wide blank', () => {
    const changed: string[] = [];
    for (let lead = 0x81; lead <= 0xfe; lead += 1) {
      for (let trail = 0x40; trail <= 0xfe; trail += 1) {
        const text = decoded([lead, trail]);
        if (text.length !== 1) continue;
        const written = Buffer.from(encodeGb18030(text)).toString('hex');
        if (written !== Buffer.of(lead, trail).toString('hex'))
          changed.push(`${lead.toString(16)}${trail.toString(16)} ${written}`);
      }
    }
    expect(changed).toEqual(['a3a0 a1a1']);
  });

  it('is read as what it was, in every plane', () => {
    const text = 'A1,¥£ 浙江省䶮㛃\u{20bb7}\u{1f600}\u{10ffff}€\uFFFD';
    expect(decoder.decode(encodeGb18030(text))).toBe(text);
  });

  it('refuses half of a character', () => {
    expect(() => encodeGb18030('a\ud83d')).toThrow('U+d83d');
  });
});
