import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { launchWindow, type OpenWindow } from './launchWindow.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'shipdesk-language-'));
afterAll(() => {
  for (const folder of [dataFolder, `${dataFolder}-xdg`]) rmSync(folder, { recursive: true, force: true });
});

const menuOf = ({ app }: OpenWindow) =>
  app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
const english = { SHIPDESK_LANG: '', LC_ALL: '', LANG: 'en_US.UTF-8' };

test('on an English computer the window begins in English; what is chosen there holds for menu and page, also at the next start', async () => {
  const first = await launchWindow({ dataFolder, env: english });
  await first.page.getByText('Real workspace').waitFor();
  expect(await menuOf(first)).toEqual(['Edit', 'View', 'Window', 'Help']);
  await first.page.getByText('中文', { exact: true }).click();
  await first.page.getByText('正式工作区').waitFor();
  await expect.poll(() => menuOf(first)).toEqual(['编辑', '视图', '窗口', '帮助']);
  await first.close();
  const again = await launchWindow({ dataFolder, env: english });
  await again.page.getByText('正式工作区').waitFor();
  expect(await menuOf(again)).toEqual(['编辑', '视图', '窗口', '帮助']);
  await again.close();
}, 120_000);
