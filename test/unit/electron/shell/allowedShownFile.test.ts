import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { allowedShownFile } from '../../../../electron/shell/allowedShownFile.ts';

const folder = mkdtempSync(join(tmpdir(), 'shipdesk-shown-'));
const results = join(folder, 'results');
mkdirSync(results);
writeFileSync(join(results, 'failed.xlsx'), 'x');
writeFileSync(join(folder, 'keys.json'), '{}');
symlinkSync(join(folder, 'keys.json'), join(results, 'link.xlsx'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a result file is shown; nothing outside the results folder is, by whatever way it is named', () => {
  expect(allowedShownFile(folder, join(results, 'failed.xlsx'))).toContain('failed.xlsx');
  for (const path of [
    results,
    join(folder, 'keys.json'),
    join(results, '../keys.json'),
    join(results, 'link.xlsx'),
    join(results, 'missing.xlsx'),
    '/etc/passwd',
    '',
  ])
    expect(allowedShownFile(folder, path), path).toBeNull();
});
