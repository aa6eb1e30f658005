import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { orderSheet, sheetOrder } from '../doubles/files/orderSheet.ts';
import { windowsFolders } from './windowsFolders.ts';
import { runOnWindows } from './windowsProgram.ts';

let folder: string;
let drop: string;
beforeEach(() => {
  folder = mkdtempSync(join(windowsFolders.driveC, 'drop-'));
  drop = join(folder, '共享 订单');
  mkdirSync(drop);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, ...numbers: number[]) =>
  writeFileSync(join(drop, name), orderSheet(numbers.map((no) => sheetOrder(no))));
const watch = async () => {
  const { exitCode, stdout, stderr } = await runOnWindows([
    'watch',
    drop,
    '--once',
    '--practice',
    '--json',
    '--data',
    join(folder, 'ws'),
  ]);
  expect(exitCode, stderr).toBeLessThan(4);
  return JSON.parse(stdout) as { files: unknown[] };
};
const seen = (at: string) =>
  readdirSync(at)
    .filter((name) => !name.startsWith('.'))
    .sort();

describe('the watched folder on Windows', () => {
  it('takes in what is finished, puts it away under its name, and the same name again beside it', async () => {
    put('今天 订单.csv', 0, 1);
    put('~$今天 订单.xlsx', 2);
    put('halb.csv.part', 3);
    expect((await watch()).files).toHaveLength(1);
    expect(seen(drop)).toEqual(['done', 'halb.csv.part', '~$今天 订单.xlsx']);
    put('今天 订单.csv', 4);
    put('今天 订单.CSV', 5);
    expect((await watch()).files).toHaveLength(2);
    // One name to Windows: the second gets a number, and nothing is lost.
    expect(
      seen(join(drop, 'done'))
        .filter((name) => /csv$/i.test(name))
        .map((name) => name.toLowerCase()),
    ).toEqual(['今天 订单 (2).csv', '今天 订单 (3).csv', '今天 订单.csv']);
  });
});
