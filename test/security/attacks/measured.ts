import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { withFile } from '../../doubles/files/orderFile.ts';

export interface Measured {
  readonly beforeMb: number;
  readonly peakMb: number;
  readonly fault: string | null;
  readonly code: string | null;
}

/** Reads a file in a process of its own and tells what it took. */
export function measured(bytes: Uint8Array, kind: 'file' | 'zip'): Promise<Measured> {
  return withFile(bytes, async (path) => {
    const program = join(import.meta.dirname, '../fuzz/measureFile.ts');
    const { stdout } = spawnSync(process.execPath, [program, path, kind], {
      encoding: 'utf8',
      timeout: 120_000,
    });
    return JSON.parse(stdout) as Measured;
  });
}
