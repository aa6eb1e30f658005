import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readWrittenJson, readWrittenText } from '../../../../../electron/commands/main/writtenJson.ts';

it('is JSON whatever program wrote it, and nothing where it is none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'written-'));
  const file = join(folder, 'sender.json');
  const json = '{"name":"林"}';
  for (const bytes of [
    Buffer.from(json),
    Buffer.from(`\uFEFF${json}`),
    Buffer.from(`\uFEFF${json}`, 'utf16le'),
  ]) {
    writeFileSync(file, bytes);
    expect(await readWrittenJson(file)).toEqual({ name: '林' });
  }
  writeFileSync(file, '{');
  expect(await readWrittenJson(file)).toBeUndefined();
  expect(await readWrittenJson(join(folder, 'nowhere.json'))).toBeUndefined();
  rmSync(folder, { recursive: true });
});

it.skipIf(!existsSync('/dev/zero'))(
  'a device without an end is given up, not read until memory is full',
  async () => {
    expect(await readWrittenText('/dev/zero')).toBeNull();
  },
);
