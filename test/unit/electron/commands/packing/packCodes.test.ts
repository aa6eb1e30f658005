import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { type BenchDesk, of, openBenchDesk } from '../../../../doubles/workspace/benchDesk.ts';

let desk: BenchDesk;
let folder: string;
beforeEach(async () => {
  desk = await openBenchDesk([{}]);
  folder = mkdtempSync(join(tmpdir(), 'shipdesk-codes-'));
});
afterEach(async () => {
  await desk.workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (name: string, ...words: string[]) => runCommand(desk.workspace, commandNamed(name), words);

describe('pack codes', () => {
  it('teaches, finds, corrects only with --replace, and undoes', async () => {
    of(await run('pack codes add', '4006381333931', 'COF-500'));
    expect(await run('pack codes add', '4006381333931', 'TEA')).toMatchObject({
      code: 'PACK_GOODS_CODE_TAKEN',
    });
    of(await run('pack codes add', '4006381333931', 'TEA', '--replace', '--serials'));
    const found = of(await run('pack codes', '--search', 'tea'));
    expect(found.json).toMatchObject({ total: 1, codes: [{ skuCode: 'TEA', hasSerials: true }] });
    const undone = of(await run('pack codes undo'));
    expect(undone.json).toEqual({ restored: 1, left: 0, act: 'corrected' });
    expect(of(await run('pack codes')).human.join()).toContain('4006381333931 → COF-500');
  });

  it('writes a file and reads it back; what stands for other goods ends with 3 until it is corrected', async () => {
    of(await run('pack codes add', 'A-1', 'COF-500'));
    const path = join(folder, 'codes.csv');
    of(await run('pack codes export', '--out', path));
    of(await run('pack codes add', 'A-1', 'TEA', '--replace'));
    expect(of(await run('pack codes import', path, '--trial'))).toMatchObject({
      exitCode: 3,
      json: { left: 1 },
    });
    expect(of(await run('pack codes import', path, '--replace'))).toMatchObject({
      exitCode: 0,
      json: { corrected: 1 },
    });
    expect(of(await run('pack codes')).json).toMatchObject({ codes: [{ skuCode: 'COF-500' }] });
  });
});
