import { describe, expect, it } from 'vitest';
import { writtenText } from '../../../../electron/platform/writtenText.ts';

describe('text of a file that a person wrote', () => {
  it.each([
    ['UTF-8', Buffer.from('口令 1')],
    ['UTF-8 with a mark', Buffer.from('\uFEFF口令 1')],
    ['UTF-16, as PowerShell writes it', Buffer.from('\uFEFF口令 1', 'utf16le')],
    ['UTF-16 the other way round', Buffer.from('\uFEFF口令 1', 'utf16le').swap16()],
    ['the Chinese code page', Buffer.from('bfdac1ee2031', 'hex')],
  ])('%s', (_what, bytes) => {
    expect(writtenText(bytes)).toBe('口令 1');
  });

  it('what nothing reads is no text: signs are never replaced', () => {
    expect(writtenText(Buffer.from([0x81, 0xff]))).toBeNull();
    expect(writtenText(Buffer.from([0xff, 0xfe, 0x00, 0xd8]))).toBeNull();
  });
});
