import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { practiceAccount } from '../../../../../electron/usecases/workspace/practice.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
let folder: string;
let file: string;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  folder = mkdtempSync(join(tmpdir(), 'choose-'));
  file = join(folder, 'orders.csv');
  writeFileSync(
    file,
    '订单编号,收货人姓名,联系手机,收货地址,宝贝标题\nA1,王小明,13800001111,广东省深圳市南山区粤海街道科技园1号,茶叶\n',
  );
  await testAccount(workspace, { platform: 'kdniao', name: 'kd' });
});
afterEach(async () => {
  await workspace.close();
  rmSync(folder, { recursive: true });
});

const run = (name: string, words: readonly string[]) => runCommand(workspace, commandNamed(name), words);

describe('practice beside a real account', () => {
  it.each([['--account'], ['--backup']])('books nothing: ship --practice %s kd', async (option) => {
    expect(await run('ship', [file, '--practice', option, 'kd'])).toMatchObject({
      code: 'ACCOUNT_NOT_PRACTICE',
      params: { name: 'kd' },
    });
    expect(await workspace.store.read.orders.count({})).toBe(0);
  });

  it('makes no watched folder book: practice would become the usual account', async () => {
    expect(await run('watch', [folder, '--ship', '--practice', '--once'])).toMatchObject({
      code: 'PRACTICE_WORKSPACE_NEEDED',
    });
  });
});

describe('several accounts, none named and none the default', () => {
  beforeEach(() => practiceAccount(workspace));

  it('ship says so, and not that there is no account', async () => {
    expect(await run('ship', [file])).toMatchObject({ code: 'ACCOUNT_NOT_CHOSEN' });
  });

  it('dispatch tells of the orders that stay ready, instead of saying that all is done', async () => {
    await run('import', [file]);
    expect(await run('dispatch', [])).toMatchObject({
      ok: true,
      value: { exitCode: 3, json: { booked: 0, waiting: 1, attention: [{ code: 'ACCOUNT_NOT_CHOSEN' }] } },
    });
  });
});
