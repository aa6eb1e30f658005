import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { packStops } from '../../shared/domain/packing/packStops.ts';
import { sampleOrders } from '../doubles/page/pageSample.ts';
import { buildPage } from './page/buildPage.ts';
import { openPages } from './page/openPages.ts';
import { scan } from './page/scan/scan.ts';
import {
  type Act,
  bench,
  click,
  clickNth,
  clickText,
  inTurn,
  place,
  press,
  type State,
  seenAt,
  type,
} from './pageActs.ts';
import { settingsPages, settingsSection } from './settingsPages.ts';

/*
 * The page alone, with its core played: every screen and every state that no working day shows by itself.
 * node test/e2e/takePages.ts FOLDER [language] [theme] [1366x768|1920x1080|125] [name …]
 */
const [target = '/tmp/pages', language = 'zh-CN', theme = 'light', size = '1366x768', ...names] =
  process.argv.slice(2);

/** A tab of Insight, counted from the first. */
const insight = (tab: number) => async (page: Page) => {
  await page.keyboard.press('Alt+8');
  await page.locator('.tabs button').nth(tab).click();
};
const callLog = async (page: Page) => {
  await page.keyboard.press('Alt+9');
  await page.locator('.settings-nav button', { hasText: /^(接口日志|Call log)$/ }).click();
};
const returns = async (page: Page) => {
  await page.keyboard.press('Alt+7');
  await page.getByRole('button', { name: /^(退货|Returns)/ }).click();
};
const caseRules = async (page: Page) => {
  await page.keyboard.press('Alt+9');
  await page.locator('.settings-nav button', { hasText: /^(异常规则|Exception rules)$/ }).click();
  await page.locator('.case-rules-new').first().scrollIntoViewIfNeeded();
};
const insightTabs = [
  'board',
  'calls',
  'volumes',
  'transit',
  'troubles',
  'costs',
  'bills',
  'cod',
  'reviews',
  'alarms',
];
/** A work screen with its rows. */
const rowsAt = (digit: number): Act => inTurn(place(digit), seenAt('.table-body .row .cell'));
const mayBook = seenAt('.desk .button-primary:not(:disabled)');
/** All that is ready, looked at and sent. */
const bookAll = [
  mayBook,
  press('Control+Enter'),
  seenAt('.verdict-go, .preflight-foot'),
  press('Control+Enter'),
] as const;
const readyOrder = [rowsAt(4), click('.table-body .row'), seenAt('.detail .facts')] as const;
/** A file dropped on a screen, as the system would. */
const dropped =
  (file: string, digit = 2): Act =>
  async (page) => {
    await place(digit)(page);
    await page.waitForTimeout(300);
    await page.evaluate((name) => {
      const data = new DataTransfer();
      data.items.add(new File(['x'], name));
      const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data });
      (document.querySelector('.import-files') ?? document.querySelector('.shell-main'))?.dispatchEvent(drop);
    }, file);
    await page.waitForTimeout(600);
  };
const nothing = 'fresh=1&orders=0';
const updatesPane = inTurn(place(9), clickText(/^(更新|Updates)$/));
const doorPane = inTurn(place(9), clickText(/^(自动化接口|Automation)$/));
const printerWizard = [
  place(9),
  settingsSection('printers'),
  clickText(/^(添加打印机|Add a printer|Add printer)$/),
] as const;

/** Orders of the sample for the bench: one with a number and no label yet, one without a number. */
const sample = sampleOrders(600, 0);
const toPack = sample.filter(({ state, printState }) => state === 'booked' && printState === null)[1];
const [booked, waybill] = [toPack?.orderNo ?? '', toPack?.waybillNo ?? ''];
const unbooked = sample.find(({ state }) => state === 'ready')?.orderNo ?? '';
/** Of the first carrier's pile, and one of another. */
const out = sample.filter(({ state, printState }) => state === 'booked' && printState === 'confirmed');
const firstCarrier = [...new Set(out.map(({ carrier }) => carrier))].sort()[0];
const printed = out
  .filter(({ carrier }) => carrier === firstCarrier)
  .map(({ waybillNo }) => waybillNo)
  .slice(1);
const otherCarrier = out.find(({ carrier }) => carrier !== firstCarrier)?.waybillNo ?? '';
/** Every piece of it. */
const packed = ['COFFEE-500', 'COFFEE-500', '6901234567892', 'SHIPDESK-CONFIRM'];

const states: readonly State[] = [
  { name: 'today' },
  { name: 'today-alarm', query: 'alarms=1' },
  { name: 'today-calm', query: 'orders=0' },
  { name: 'first-steps', query: 'fresh=1' },
  { name: 'import', act: place(2) },
  { name: 'import-empty', query: 'fresh=1', act: place(2) },
  { name: 'changes', act: inTurn(place(2), press('v')) },
  { name: 'correct', act: place(3) },
  { name: 'correct-empty', query: 'fresh=1', act: place(3) },
  { name: 'ship', act: place(4) },
  { name: 'ship-row', act: inTurn(place(4), click('.table-body .row')) },
  {
    name: 'ship-unsure',
    act: inTurn(place(4), click('.filter-chip.filter-unsure'), click('.table-body .row')),
  },
  { name: 'ship-empty', query: 'fresh=1', act: place(4) },
  { name: 'ship-filtered-away', act: inTurn(place(4), press('/'), type('没有这样的订单')) },
  { name: 'ship-waiting', query: 'silent=orders.window,orders.counts', act: place(4) },
  {
    name: 'ship-stale',
    act: inTurn(place(4), (page) =>
      page.evaluate(`window.page.break('orders.window'); window.page.tell('orders')`),
    ),
  },
  { name: 'ship-run', query: 'orders=400', act: inTurn(place(4), ...bookAll) },
  { name: 'ship-manual', act: inTurn(rowsAt(4), press('n')) },
  { name: 'ship-unused', act: inTurn(rowsAt(4), press('u')) },
  { name: 'ship-merge', act: inTurn(rowsAt(4), press('g')) },
  { name: 'ship-write-back', act: inTurn(rowsAt(4), press('b'), seenAt('.write-back-rows')) },
  { name: 'ship-edit', act: inTurn(...readyOrder, press('e')) },
  { name: 'ship-hold', act: inTurn(...readyOrder, press('h')) },
  { name: 'ship-revealed', query: 'operator=manager', act: inTurn(...readyOrder, press('i')) },
  {
    name: 'preflight',
    query: 'orders=40',
    act: inTurn(place(4), mayBook, press('Control+Enter'), seenAt('.preflight-body, .preflight-passed')),
  },
  { name: 'import-mapping', act: dropped('订单.xlsx') },
  { name: 'import-running', act: inTurn(dropped('订单.xlsx'), press('Enter')) },
  {
    name: 'import-summary',
    act: inTurn(dropped('订单.xlsx'), press('Enter'), (page) => page.locator('.figures').waitFor()),
  },
  {
    name: 'known-file',
    act: inTurn(dropped('订单.xlsx', 1), seenAt('.known-strip .button-primary:not(:disabled)')),
  },
  { name: 'print', act: place(5) },
  { name: 'print-row', act: inTurn(place(5), click('.row-group ~ .row')) },
  { name: 'print-jam', act: inTurn(rowsAt(5), seenAt('.printer-card'), press('j')) },
  { name: 'print-held', act: inTurn(place(5), click('.asking:not(.asking-unsure) .button:last-child')) },
  { name: 'print-batch', act: inTurn(place(5), press('Control+Enter')) },
  { name: 'print-papers', act: inTurn(place(5), press('l')) },
  {
    name: 'print-reprint',
    act: inTurn(place(5), click('.row-group ~ .row'), press('p')),
  },
  { name: 'print-empty', query: 'fresh=1', act: place(5) },
  { name: 'bench', act: bench() },
  { name: 'bench-fresh', query: nothing, act: bench() },
  { name: 'bench-open', query: 'bench=weighs', act: bench(booked, 'COFFEE-500') },
  { name: 'bench-weigh', query: 'bench=weighs', act: bench(booked, ...packed) },
  {
    name: 'bench-scale',
    query: 'bench=weighs,scale',
    act: inTurn(bench(booked, ...packed), (page) => page.evaluate("window.page.setScale('moving', 730)")),
  },
  {
    name: 'bench-scale-silent',
    query: 'bench=weighs,scale',
    act: inTurn(bench(booked, ...packed), (page) => page.evaluate("window.page.setScale('silent', null)")),
  },
  { name: 'bench-label', act: bench(booked, ...packed) },
  { name: 'bench-packed', act: bench(booked, ...packed, waybill) },
  { name: 'bench-slip', act: bench(unbooked) },
  { name: 'bench-slip-aside', act: bench(unbooked, ...packed) },
  { name: 'bench-many', query: 'bench=many', act: bench(booked, 'GOODS-01', 'GOODS-03', 'GOODS-03') },
  { name: 'bench-serial', query: 'bench=serials,old', act: bench(booked, 'CAM-4K') },
  { name: 'bench-lost', query: 'bench=lost', act: bench(booked, ...packed) },
  ...packStops.map((kind) => ({
    name: `bench-stop-${kind}`,
    query: 'bench=weighs',
    act: bench(booked, 'COFFEE-500', `STOP-${kind}`.toUpperCase()),
  })),
  { name: 'bench-stop-empty', act: bench('STOP-REFUNDED') },
  { name: 'bench-reason', act: inTurn(bench(booked), press('h')) },
  { name: 'bench-weight', query: 'bench=weighs', act: inTurn(bench(booked, ...packed), press('Enter')) },
  { name: 'bench-help', act: bench('SHIPDESK-HELP') },
  { name: 'bench-printers', act: inTurn(bench(booked), clickText(/^打印机$|^Printers$/), seenAt('.dialog')) },
  {
    name: 'bench-today',
    act: inTurn(bench(), clickNth('.tabs button', 1), click('.table-body .row')),
  },
  { name: 'bench-aside', act: inTurn(bench(unbooked, ...packed), clickNth('.tabs button', 2)) },
  { name: 'bench-handover', act: inTurn(bench(), clickNth('.tabs button', 3)) },
  {
    name: 'bench-handover-scanned',
    act: inTurn(
      bench(),
      clickNth('.tabs button', 3),
      (page) => scan(page, printed[0] ?? ''),
      (page) => scan(page, printed[1] ?? ''),
    ),
  },
  {
    name: 'bench-handover-wrong',
    act: inTurn(bench(), clickNth('.tabs button', 3), (page) => scan(page, otherCarrier)),
  },
  {
    name: 'bench-handover-all',
    act: inTurn(bench(), clickNth('.tabs button', 3), click('.screen h1'), press('Enter'), press('n')),
  },
  {
    name: 'bench-handover-close',
    act: inTurn(
      bench(),
      clickNth('.tabs button', 3),
      click('.screen h1'),
      press('Enter'),
      press('n'),
      press('v'),
    ),
  },
  ...[1, 2, 3].map((chip) => ({
    name: `bench-late-${chip}`,
    query: 'bench=late',
    act: inTurn(bench(), clickNth('.tabs button', 3), clickNth('.filter-chip', chip)),
  })),
  { name: 'bench-far', act: bench('SHIPDESK-FR') },
  { name: 'bench-far-open', query: 'bench=weighs', act: bench('SHIPDESK-FR', booked, 'COFFEE-500') },
  { name: 'bench-far-many', query: 'bench=many', act: bench('SHIPDESK-FR', booked, 'GOODS-01') },
  { name: 'bench-far-stop', act: bench('SHIPDESK-FR', booked, 'STOP-REFUNDED') },
  { name: 'bench-camera', query: 'bench=camera', act: bench(booked) },
  { name: 'bench-handover-fresh', query: nothing, act: inTurn(bench(), clickNth('.tabs button', 3)) },
  { name: 'bench-broken', query: 'fails=packing', act: press('Alt+6') },
  { name: 'bench-right', query: 'fails=packing.scan', act: bench(booked) },
  { name: 'track', act: place(7) },
  { name: 'track-empty', query: 'fresh=1', act: place(7) },
  { name: 'insight', act: place(8) },
  { name: 'settings', act: place(9) },
  { name: 'call-log', act: callLog },
  {
    name: 'call-log-failure',
    act: async (page) => {
      await callLog(page);
      await page.locator('.call-failure').first().click();
    },
  },
  { name: 'call-log-fresh', query: nothing, act: callLog },
  { name: 'call-log-broken', query: 'fails=calls,insightCalls', act: callLog },
  { name: 'case-limits', act: caseRules },
  { name: 'returns', act: returns },
  {
    name: 'returns-unknown',
    act: async (page) => {
      await returns(page);
      await page.locator('.return-scan input').fill('YT7777');
      await page.keyboard.press('Enter');
    },
  },
  { name: 'returns-fresh', query: nothing, act: returns },
  { name: 'track-fresh', query: nothing, act: place(7) },
  { name: 'track-broken', query: 'fails=track,cases', act: place(7) },
  ...insightTabs.flatMap((tab, index): State[] => [
    { name: `insight-${tab}`, query: tab === 'alarms' ? 'alarms=1' : '', act: insight(index) },
    { name: `insight-${tab}-fresh`, query: nothing, act: insight(index) },
    {
      name: `insight-${tab}-broken`,
      query: 'fails=board,insightCalls,bills,cod,reviews,alarms',
      act: insight(index),
    },
  ]),
  { name: 'insight-waiting', query: 'silent=board', act: insight(3) },
  { name: 'insight-empty', query: 'fresh=1', act: place(8) },
  ...settingsPages,
  { name: 'settings-search', act: inTurn(place(9), press('/'), type('端口')) },
  { name: 'welcome', query: 'session=new&fresh=1' },
  { name: 'locked', query: 'session=locked' },
  { name: 'signin', query: 'operator=nobody' },
  { name: 'switch-operator', query: 'operator=packer', act: press('Control+l') },
  { name: 'right-missing', query: 'operator=packer', act: place(9) },
  { name: 'printer-wizard', act: inTurn(...printerWizard) },
  {
    name: 'printer-wizard-office',
    act: inTurn(...printerWizard, clickText(/HP LaserJet/), press('Enter')),
  },
  ...['offered', 'partly', 'ready', 'came', 'failing', 'keyless'].map((updates) => ({
    name: `updates-${updates}`,
    query: `updates=${updates}`,
    act: updatesPane,
  })),
  { name: 'door-fresh', query: nothing, act: doorPane },
  {
    name: 'door-token',
    act: inTurn(doorPane, clickText(/^(添加令牌|Add a token)$/), type('ERP'), press('Enter')),
  },
  { name: 'palette', act: press('Control+k') },
  { name: 'palette-found', act: inTurn(press('Control+k'), type('138')) },
  { name: 'keys', act: inTurn(place(4), press('?')) },
  { name: 'key-signs', act: inTurn(place(4), async (page) => page.keyboard.down('Alt')) },
  { name: 'connection-lost', act: (page) => page.evaluate('window.page.stopCore()') },
  { name: 'journal-broken', query: 'journalBroken=1' },
  { name: 'platform-down', query: 'platformDown=1', act: place(7) },
  { name: 'key-refused', query: 'keyRefused=1', act: inTurn(place(4), press('Control+Enter')) },
  {
    name: 'backup-failing',
    query: 'backup=failing',
    act: inTurn(place(9), settingsSection('backups')),
  },
];

/** 125 % of the system leaves 1366 × 768 dots a smaller page. */
const [width = 1366, height = 768] = size === '125' ? [1093, 614] : size.split('x').map(Number);

await buildPage();
const pages = await openPages();
mkdirSync(target, { recursive: true });
const wanted = states.filter(({ name }) => names.length === 0 || names.includes(name));
for (const { name, query = '', act } of wanted) {
  const page = await pages.openAlone(`language=${language}&remembered=${language}&theme=${theme}&${query}`);
  await page.setViewportSize({ width, height });
  // Before a workspace is open the system's own theme is shown.
  await page.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light' });
  await page.waitForTimeout(300);
  // One state that cannot be reached any more does not cost the pictures of all others.
  await act?.(page).catch((error: unknown) => process.stderr.write(`${name}: ${String(error)}\n`));
  await page.mouse.move(0, 0);
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(target, `${name}-${language}-${theme}-${size}.png`) });
  await page.close();
}
await pages.close();
process.exit(0);
