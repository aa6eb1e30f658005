import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The codes a barcode reader of other authors (zbar) finds in a picture, as `CODE-128:…` lines. */
export function scanBarcodes(png: Uint8Array): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'scan-'));
  try {
    const file = join(folder, 'label.png');
    writeFileSync(file, png);
    const run = spawnSync('zbarimg', ['-q', file], { encoding: 'utf8' });
    if (run.error !== undefined) {
      throw new Error('zbarimg is not installed: these tests need the package zbar-tools', {
        cause: run.error,
      });
    }
    return run.stdout.split('\n').filter((line) => line !== '');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
