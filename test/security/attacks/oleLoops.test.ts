import { describe, expect, it } from 'vitest';
import { type OleLoop, oleLoopBytes } from '../../doubles/files/oleLoops.ts';
import { readRows } from '../../doubles/files/orderFile.ts';
import { measured } from './measured.ts';

const megabyteBytes = 1024 * 1024;
/** What a hostile file may cost beyond the program itself. */
const mostMb = 200;

describe('an old workbook whose chains go in circles', () => {
  it.each<OleLoop>(['list', 'fat', 'directory', 'mini-fat', 'stream'])(
    'is refused as damaged where the loop lies in its %s',
    async (loop) => {
      const outcome = await readRows(oleLoopBytes(loop, 64 * 1024));
      expect(outcome).toMatchObject({ ok: false, code: 'IMPORT_FILE_CORRUPT' });
    },
  );

  it.each([
    [1, 'list'],
    [6, 'list'],
    [60, 'list'],
    [60, 'stream'],
    [60, 'directory'],
  ] as const)('of %i MB takes no more than 200 MB of memory, Buffers counted (%s)', async (sizeMb, loop) => {
    const { beforeMb, peakMb, fault } = await measured(oleLoopBytes(loop, sizeMb * megabyteBytes), 'file');
    expect(fault).toBeNull();
    expect(peakMb - beforeMb).toBeLessThan(mostMb);
  });
});
