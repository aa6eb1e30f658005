import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { passphraseFrom, takeSecrets } from '../../../../electron/platform/passphraseFile.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passphrase-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(text: string, mode: number): string {
  const file = join(folder, 'word');
  writeFileSync(file, text);
  chmodSync(file, mode);
  return file;
}
const from = (file: string) => passphraseFrom({ SHIPDESK_PASSPHRASE_FILE: file });

describe('the passphrase of the environment', () => {
  it('is its first line where a file of the owner alone holds it, and goes before a bare one', () => {
    const file = fileOf('发货 2026\nnot this\n', 0o600);
    expect(from(file)).toEqual({ ok: true, value: '发货 2026' });
    const both = { SHIPDESK_PASSPHRASE: 'other', SHIPDESK_PASSPHRASE_FILE: file };
    expect(passphraseFrom(both)).toEqual({ ok: true, value: '发货 2026' });
  });

  it('is not read from a file that others may read, from a folder, from a device or from nowhere', () => {
    for (const mode of [0o644, 0o640, 0o602, 0o660])
      expect(from(fileOf('word', mode))).toMatchObject({ code: 'PASSPHRASE_FILE_SHARED' });
    expect(from(folder)).toMatchObject({ code: 'PASSPHRASE_FILE_SHARED' });
    expect(from('/dev/null')).toMatchObject({ code: 'PASSPHRASE_FILE_SHARED' });
    expect(from(join(folder, 'none'))).toMatchObject({ code: 'PASSPHRASE_FILE_MISSING' });
    expect(from(fileOf('x'.repeat(5000), 0o600))).toMatchObject({ code: 'PASSPHRASE_FILE_SHARED' });
  });

  it('stands there itself, or nobody said one', () => {
    expect(passphraseFrom({ SHIPDESK_PASSPHRASE: 'word' })).toEqual({ ok: true, value: 'word' });
    expect(passphraseFrom({})).toEqual({ ok: true, value: undefined });
  });

  it('is gone from the process once it was taken', () => {
    const environment = {
      SHIPDESK_PASSPHRASE: 'a',
      SHIPDESK_PASSPHRASE_FILE: 'b',
      SHIPDESK_RECOVERY_CODE: 'c',
      PATH: 'd',
    };
    expect(takeSecrets(environment).SHIPDESK_PASSPHRASE).toBe('a');
    expect(environment).toEqual({ PATH: 'd' });
  });
});
