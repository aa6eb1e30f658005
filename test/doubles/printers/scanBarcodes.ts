import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The codes a barcode reader of other authors (zbar) finds in a picture, as `CODE-128:…` lines. */
export function scanBarcodes(png: Uint8Array): string[] {
  return scanWith([png], 'png', [])
    .split('\n')
    .filter((line) => line !== '');
}

/** The text of the code in each of many pictures (PGM), read in one go; empty: it found none. */
export function scanPhotos(photos: readonly Uint8Array[]): string[] {
  const read = photos.map(() => '');
  for (const found of scanWith(photos, 'pgm', ['--xml']).split('<source ').slice(1)) {
    const no = Number(/^href='[^']*?(\d+)\.pgm'/.exec(found)?.[1]);
    read[no] = /<data[^>]*><!\[CDATA\[([^\]]*)\]/.exec(found)?.[1] ?? '';
  }
  return read;
}

function scanWith(pictures: readonly Uint8Array[], ending: string, options: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'scan-'));
  try {
    const files = pictures.map((picture, no) => {
      const file = join(folder, `${no}.${ending}`);
      writeFileSync(file, picture);
      return file;
    });
    const run = spawnSync('zbarimg', ['-q', ...options, ...files], { encoding: 'utf8' });
    if (run.error !== undefined) {
      throw new Error('zbarimg is not installed: these tests need the package zbar-tools', {
        cause: run.error,
      });
    }
    return run.stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
