import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultPointsOf } from '../../electron/platform/faultPoint.ts';
import { orderSheet, sheetOrder } from '../doubles/files/orderSheet.ts';
import { type ProgramOptions, runShipdesk } from '../doubles/program/shipdeskProgram.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'export-kill-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (words: readonly string[], options?: ProgramOptions) =>
  runShipdesk([...words, '--data', join(folder, 'workspace'), '--json'], options);

async function answer(...words: string[]) {
  const { exitCode, stdout, stderr } = await run(words);
  expect(exitCode, stderr).toBeLessThan(4);
  return JSON.parse(stdout);
}

describe('kill -9 during an export in the clear', () => {
  it.each(faultPointsOf.aside)('%s: it is on record as begun and never ended', async (point) => {
    const file = join(folder, 'orders.csv');
    writeFileSync(file, orderSheet([0, 1, 2].map((no) => sheetOrder(no))));
    await answer('import', file, '--practice');
    const target = join(folder, 'all.xlsx');
    const killed = await run(['export', '--reveal', '--why', '对账', '--out', target], {
      build: 'cli-faults',
      environment: { SHIPDESK_FAULT_POINT: `${point}:1` },
    });
    expect(killed.signal, killed.stderr).toBe('SIGKILL');
    expect(existsSync(target)).toBe(point === 'aside.after-rename');
    const { acts } = await answer('audit', 'list', '--group', 'personal');
    expect(acts).toMatchObject([{ kind: 'personal-data-exported', what: 'orders', isNeverEnded: true }]);
    expect(await answer('audit', 'verify')).toMatchObject({ brokenNo: null });
  });
});
