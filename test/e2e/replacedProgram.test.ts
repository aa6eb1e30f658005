import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appIn, assembleApp } from '../runtime/assembleApp.ts';
import { runtimeFolders } from '../runtime/runtimeFolders.ts';
import { corePid } from './corePid.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';

/** A program of its own, since its parts are exchanged under the open window. */
const runtime = join(runtimeFolders.project, 'out/runtime-replaced');
let opened: OpenWindow;

/** What an installer leaves: the parts on the disk are those of another version, while the window keeps running. */
function layInPlace(version: string): void {
  const parts = join(appIn(runtime), 'out/main');
  for (const name of readdirSync(parts)) {
    const file = join(parts, name);
    const text = readFileSync(file, 'utf8');
    const called = text.replace(/("?version"?): "0\.1\.0"/, `$1: "${version}"`);
    if (called !== text) writeFileSync(file, called);
  }
}

beforeAll(async () => {
  assembleApp(runtime);
  opened = await launchWindow({ runtime });
  await opened.page.getByRole('button', { name: '进入练习' }).click();
  await opened.page.locator('.today-next').waitFor();
});
afterAll(async () => {
  await opened.close();
  rmSync(runtime, { recursive: true, force: true });
});

interface Shown {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
}

test('a window whose program was upgraded under it says both versions, opens nothing, and offers to quit alone', async () => {
  const { app } = opened;
  await app.evaluate(({ dialog }) => {
    const shown: unknown[] = [];
    (globalThis as unknown as { shown: unknown[] }).shown = shown;
    const pressed = new Promise((press) => Object.assign(globalThis, { press }));
    dialog.showMessageBox = ((_window: unknown, box: unknown) => {
      shown.push(box);
      return pressed;
    }) as unknown as typeof dialog.showMessageBox;
  });
  const shown = () => app.evaluate(() => (globalThis as unknown as { shown: Shown[] }).shown);
  const core = await corePid(app);
  if (core === undefined) throw new Error('no core');
  layInPlace('9.0.0');
  process.kill(core, 'SIGKILL');
  await expect.poll(shown, { timeout: 30_000 }).toHaveLength(1);
  const [box] = await shown();
  expect(box).toMatchObject({
    message: '程序已换成版本 9.0.0，这个窗口还是版本 0.1.0，不能再用了。订单都在。',
    detail: expect.stringContaining('重新打开程序'),
    buttons: ['退出'],
  });
  await expect.poll(() => corePid(app)).toBe(undefined);
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await app.evaluate(() =>
    (globalThis as unknown as { press(answer: object): void }).press({ response: 0, checkboxChecked: false }),
  );
  await ended;
});
