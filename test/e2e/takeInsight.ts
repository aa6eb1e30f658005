import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhenStale, projectFolder } from '../../electron/launch/buildWhenStale.ts';
import { openWorkspace } from '../../electron/usecases/workspace/open.ts';
import { changeSettings } from '../../electron/usecases/workspace/settings.ts';
import { noKeyStore } from '../../electron/vault/keyStorePort.ts';
import { benchParts } from '../bench/kit/benchParts.ts';
import { writeFortnight } from '../fixtures/fortnight/writeFortnight.ts';
import { assembleApp } from '../runtime/assembleApp.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';

/** A practice workspace would refuse the accounts of the fortnight. */
const passphrase = 'pictures of a fortnight';
const size = { width: 1366, height: 768 };
const languages = ['zh-CN', 'en'] as const;
const themes = ['light', 'dark'] as const;
/** Tabs of Insight by their words, with the names of their pictures. */
const tabs = [
  [/^(今日看板|Day so far)$/, 'board'],
  [/^(接口|Platform calls)$/, 'board-calls'],
  [/^(单量|Volume)$/, 'board-volume'],
  [/^(时效|Transit time)$/, 'board-transit'],
  [/^(异常|Exceptions)$/, 'board-exceptions'],
  [/^(费用|Costs)$/, 'board-costs'],
] as const;

/** A shop that has been at it for five weeks, so that a weekday has four like it. */
async function prepareWorkspace(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'shipdesk-insight-'));
  const opened = await openWorkspace(
    { folder, passphrase, keyStore: noKeyStore, isPracticeWanted: false, whenMissing: 'create' },
    benchParts(),
  );
  if (!opened.ok) throw new Error(opened.code);
  const { workspace, close } = opened.value;
  await writeFortnight(workspace, { days: 35, perDay: 80 });
  await changeSettings(workspace, { cutOffHour: 17 });
  await close();
  return folder;
}

async function setLanguageAndTheme({ page }: OpenWindow, language: string, theme: string): Promise<void> {
  await page.keyboard.press('Alt+9');
  await page.locator('.settings-nav button', { hasText: /外观|Appearance/ }).click();
  await page
    .getByText(language === 'en' ? 'English' : '中文', { exact: true })
    .first()
    .click();
  await page
    .getByText(theme === 'dark' ? /^(深色|Dark)$/ : /^(浅色|Light)$/)
    .first()
    .click();
  await page.waitForTimeout(800);
  const closers = page.locator('.toast button');
  for (let left = await closers.count(); left > 0; left--) await closers.first().click();
}

async function takeAll(dataFolder: string, language: string, theme: string): Promise<void> {
  const folder = join(projectFolder, 'docs/screenshots', theme === 'dark' ? `${language}-dark` : language);
  mkdirSync(folder, { recursive: true });
  const open = await launchWindow({ dataFolder, env: { SHIPDESK_LANG: language, TZ: 'Asia/Shanghai' } });
  const { page } = open;
  const take = async (name: string) => {
    await page.mouse.move(0, 0);
    await page.waitForTimeout(900);
    await page.screenshot({ path: join(folder, `${name}.png`) });
  };
  try {
    await page.setViewportSize(size);
    await page.locator('input[type=password]').fill(passphrase);
    await page.keyboard.press('Enter');
    await page.locator('.rail').waitFor();
    await setLanguageAndTheme(open, language, theme);
    await page.keyboard.press('Alt+1');
    await take('today-board');
    await page.keyboard.press('Alt+8');
    for (const [words, name] of tabs) {
      await page.locator('.tabs button', { hasText: words }).click();
      await take(name);
    }
    await page.locator('.tabs button').first().click();
    await page.keyboard.press('w');
    await page.locator('.wall').waitFor();
    await take('board-wall');
    await page.keyboard.press('Escape');
  } finally {
    await open.close();
  }
}

/**
 * Pictures of the board with five weeks of a shop behind it, from the real window: `npm run screenshots:insight`, of all or `-- en dark`.
 */
async function main(): Promise<void> {
  if (!buildWhenStale('window')) throw new Error('the build failed');
  assembleApp();
  const dataFolder = await prepareWorkspace();
  try {
    const [onlyLanguage, onlyTheme] = process.argv.slice(2);
    for (const language of languages.filter((one) => one === (onlyLanguage ?? one)))
      for (const theme of themes.filter((one) => one === (onlyTheme ?? one)))
        await takeAll(dataFolder, language, theme);
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

await main();
