import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeNewer } from '../doubles/workspace/makeNewer.ts';
import { runtimeFolders } from '../runtime/runtimeFolders.ts';
import { launchWindow } from './launchWindow.ts';
import { seen } from './page/seen.ts';

/** The computer around the window is not as it should be; the same at the command line is `test/faults/surroundings`. */
const nobody = 65_534;
const canBeOthers = process.getuid?.() === 0 && spawnSync('setpriv', ['--version']).status === 0;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shipdesk-around-'));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const data = () => join(folder, 'workspace');

async function practise(): Promise<void> {
  const open = await launchWindow({ dataFolder: data() });
  await open.page.getByRole('button', { name: '进入练习' }).click();
  await open.page.locator('.today-next').waitFor();
  await open.close();
}

test('without a key store a real workspace asks for a passphrase, and says why', async () => {
  const open = await launchWindow({ dataFolder: data(), args: ['--password-store=basic'] });
  await open.page.getByText('正式工作区').click();
  await expect.poll(() => seen(open.page.locator('body'))).toContain('没有可用的系统密钥库');
  const create = open.page.getByRole('button', { name: '创建工作区' });
  await expect.poll(() => create.isDisabled()).toBe(true);
  await open.close();
});

test('a workspace of a newer program is left alone, and the window says what to do', async () => {
  await practise();
  const undo = makeNewer(data());
  const open = await launchWindow({ dataFolder: data() });
  await open.page.getByText('工作区由更新版本的程序创建').waitFor();
  await expect.poll(() => seen(open.page.locator('body'))).toContain('请升级本程序后再打开');
  await open.close();
  undo();
  const again = await launchWindow({ dataFolder: data() });
  await again.page.locator('.today-next').waitFor();
  await again.close();
});

describe.skipIf(!canBeOthers)('another user of the computer', () => {
  /** A program that runs as somebody who owns nothing here, with the display of this run. */
  function asNobody(): string {
    const home = join(folder, 'home');
    mkdirSync(home, { mode: 0o700 });
    chownSync(home, nobody, nobody);
    const authority = join(folder, 'display');
    if (process.env.XAUTHORITY !== undefined) copyFileSync(process.env.XAUTHORITY, authority);
    else writeFileSync(authority, '');
    chmodSync(authority, 0o644);
    const program = join(folder, 'asNobody.sh');
    const person = `--reuid=${nobody} --regid=${nobody} --clear-groups`;
    const around = `HOME='${home}' XAUTHORITY='${authority}' XDG_RUNTIME_DIR='${home}' SHIPDESK_LANG=zh-CN`;
    writeFileSync(
      program,
      `#!/bin/sh\nexec setpriv ${person} env ${around} '${runtimeFolders.executable}' "$@"\n`,
      { mode: 0o755 },
    );
    return program;
  }

  test('is told before a window opens whose workspace it is', async () => {
    await practise();
    const program = spawn(asNobody(), ['--no-sandbox', `--data=${data()}`]);
    let said = '';
    program.stderr.on('data', (piece) => {
      said += String(piece);
    });
    const [code] = await once(program, 'exit');
    expect(said).toContain('属于这台电脑的另一个用户');
    expect(code).toBe(1);
  });

  test('works in a workspace of their own, with a program folder that they cannot write to', async () => {
    const before = readdirSync(join(runtimeFolders.assembled, 'resources/app/out/main'));
    const app = await _electron.launch({ executablePath: asNobody(), args: ['--no-sandbox'] });
    const page = await app.firstWindow();
    await page.getByRole('button', { name: '进入练习' }).click();
    await page.locator('.today-next').waitFor();
    await app.close();
    expect(readdirSync(join(folder, 'home/.local/share/shipdesk'))).toContain('shipdesk.db');
    expect(readdirSync(join(runtimeFolders.assembled, 'resources/app/out/main'))).toEqual(before);
  });
});
