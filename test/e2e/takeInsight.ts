import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhenStale, projectFolder } from '../../electron/launch/buildWhenStale.ts';
import { reconcileBill } from '../../electron/usecases/insight/bills/reconcileBill.ts';
import { workCases } from '../../electron/usecases/tracking/workCases.ts';
import { openWorkspace } from '../../electron/usecases/workspace/open.ts';
import { changeSettings } from '../../electron/usecases/workspace/settings.ts';
import type { Workspace } from '../../electron/usecases/workspace/workspace.ts';
import { noKeyStore } from '../../electron/vault/keyStorePort.ts';
import { dayMs } from '../../shared/rules/shopTime.ts';
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
  [/^(对账|Bills)$/, 'bills'],
  [/^(复盘|Reviews)$/, 'reviews'],
  [/^(报警|Alarms)$/, 'alarms'],
] as const;

/** Sections of Settings that belong to what comes after the parcel has left. */
const sections = [
  [/^(平台档案|Platform record)$/, 'platform-record'],
  [/^(轨迹查询计划|Tracking queries)$/, 'tracking-plan'],
  [/^(异常规则|Exception rules)$/, 'case-rules'],
  [/^(报警和应急|Alarms & emergencies)$/, 'alarm-settings'],
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
  await reconcileMonth(workspace, folder);
  await workCases(workspace);
  await close();
  return folder;
}

/** A bill as carriers send it: mostly right, some parcels weighed and paid more, one twice, one of somebody else's. */
async function reconcileMonth(workspace: Workspace, folder: string): Promise<void> {
  const { orders, shipments } = workspace.store.read;
  const delivered = await orders.window({ state: 'delivered' }, { offset: 0, limit: 5_000 });
  const lines: string[] = [];
  for (const { waybillNo, weightGrams, createdAt, shipmentId } of delivered.filter((row) =>
    row.waybillNo.startsWith('7891'),
  )) {
    const fen = (await shipments.byId(shipmentId ?? ''))?.freightFen ?? 300;
    const isHeavier = lines.length % 23 === 7;
    const kilograms = ((weightGrams ?? 500) + (isHeavier ? 1_000 : 0)) / 1_000;
    const yuan = (fen + (isHeavier ? 160 : 0)) / 100;
    const day = new Date(createdAt + 8 * 3_600_000).toISOString().slice(0, 10);
    lines.push(`${waybillNo},${day},${kilograms.toFixed(2)},${yuan.toFixed(2)}`);
  }
  const file = join(folder, '中通账单.csv');
  const odd = [
    lines[3] ?? '',
    `78910099999999,${new Date(workspace.clock.now() - 9 * dayMs).toISOString().slice(0, 10)},1.00,3.60`,
  ];
  writeFileSync(file, ['运单号,发货日期,结算重量(kg),运费(元)', ...lines, ...odd].join('\n'));
  const reconciled = await reconcileBill(workspace, { path: file, carrier: 'ZTO' });
  if (!reconciled.ok) throw new Error(reconciled.code);
  rmSync(file);
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
    await page.keyboard.press('Alt+7');
    await page.locator('.table-body .row').first().click();
    await take('track-exceptions');
    await page.keyboard.press('Alt+8');
    for (const [words, name] of tabs) {
      await page.locator('.tabs button', { hasText: words }).click();
      if (name === 'bills') await page.locator('.table-body .row').first().click();
      await take(name);
    }
    await page.locator('.tabs button').first().click();
    await page.keyboard.press('w');
    await page.locator('.wall').waitFor();
    await take('board-wall');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+9');
    for (const [words, name] of sections) {
      await page.locator('.settings-nav button', { hasText: words }).click();
      await take(name);
    }
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
