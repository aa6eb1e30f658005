import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { unwritableOut } from '../../../../../electron/commands/main/run.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unwritable-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const errorOf = (path: string) =>
  writeFile(path, '').then(
    () => null,
    (error: unknown) => error,
  );

it('a folder that is not there, or stands where the file should, is the person’s to mend', async () => {
  const missing = join(folder, 'no', 'label.bin');
  expect(unwritableOut(await errorOf(missing), missing)).toEqual({
    ok: false,
    code: 'OUT_FOLDER_MISSING',
    params: { folder: join(folder, 'no') },
  });
  expect(unwritableOut(await errorOf(folder), folder)?.code).toBe('OUT_NOT_WRITABLE');
});

it('every other error stays a bug: of another file, of no file, without --out', async () => {
  const missing = join(folder, 'no', 'label.bin');
  expect(unwritableOut(await errorOf(missing), join(folder, 'elsewhere', 'label.bin'))).toBeNull();
  expect(unwritableOut(new TypeError('a bug'), missing)).toBeNull();
  expect(unwritableOut(await errorOf(missing), undefined)).toBeNull();
});
