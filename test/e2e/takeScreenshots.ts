import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { allCommands } from '../../electron/commands/main/list.ts';
import { runCommandLine } from '../../electron/commands/main/run.ts';
import { processTerminal } from '../../electron/commands/main/terminal.ts';
import { buildWhenStale, projectFolder } from '../../electron/launch/buildWhenStale.ts';
import { systemClock } from '../../electron/platform/clock.ts';
import { hourMs } from '../../shared/rules/shopTime.ts';
import { benchParts } from '../bench/kit/benchParts.ts';
import { assembleApp } from '../runtime/assembleApp.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';
import { ordersToPack, packedBefore, takeBench } from './takeBench.ts';
import { addOperators, signIn, takeOperators } from './takeOperators.ts';
import { takeRecovery } from './takeRecovery.ts';

const commands = await allCommands();

const size = { width: 1366, height: 768 };
const languages = ['zh-CN', 'en'] as const;
const intake = join(projectFolder, 'test/fixtures/intake');
const oddFile = '接龙.csv';
const sample = join(projectFolder, 'resources/samples/orders.xlsx');

/** Orders that end badly on purpose, so that the pictures show more than good days. */
const troubled = `订单号,收货人,手机,收货地址,商品名称,数量,备注
3200000000000000001,申样例,13800000101,浙江省宁波市海曙区样板路101号,样品绿茶,1,#practice:timeout-lost
3200000000000000002,袁样例,13800000102,福建省厦门市思明区样板路102号,样品马克杯,2,#practice:refuse
3200000000000000003,柳样例,13800000103,湖北省武汉市江汉区样板路103号,样品笔记本,1,#practice:timeout-accepted
`;

/** Orders that are here twice: the second time one has another phone and one another quantity. */
const renewed = (phone: string, quantity: number): string => `订单号,收货人,手机,收货地址,商品名称,数量
3300000000000000001,申样例,${phone},浙江省宁波市海曙区样板路101号,样品绿茶,1
3300000000000000002,袁样例,13800000202,福建省厦门市思明区样板路102号,样品马克杯,${quantity}
3300000000000000003,袁样例,13800000202,福建省厦门市思明区样板路102号,样品笔记本,1
`;

/** Headers of a shop's own, under a title: what the mapping is for. */
const odd = `十一月团购接龙
流水,怎么称呼,打给谁,送到哪里,买了啥,几份,客户说
T2026110001,林样例,13800000201,浙江省杭州市余杭区仓前街道样板路1号,样品绿茶,2,放门口
T2026110002,陈样例,13800000202,广东省深圳市南山区粤海街道样板路2号,样品马克杯,1,
`;

const target = join(projectFolder, 'docs/screenshots');

const lane = (carrier: string) => ({ account: '练习账号', carrier });
/** What a small shop decides by: far places, heavy parcels, fragile goods. */
const rules = {
  rules: [
    {
      conditions: [{ kind: 'place', places: [{ province: '新疆维吾尔自治区' }, { province: '西藏自治区' }] }],
      outcome: { kind: 'book', lane: lane('EMS') },
    },
    {
      conditions: [
        { kind: 'weight', over: 3_000 },
        { kind: 'goods', texts: ['马克杯'] },
      ],
      outcome: { kind: 'book', lane: lane('JD') },
    },
    { conditions: [{ kind: 'remark', texts: ['加急'] }], outcome: { kind: 'book', lane: lane('SF') } },
    { conditions: [{ kind: 'remark', texts: ['自提'] }], outcome: { kind: 'hold', reason: '到店自提' } },
  ],
};

/** What was agreed with a carrier, as it writes it itself. */
const prices = `分区,省份或城市,重量上限(kg),首重(kg),首重价(元),续重(kg),续重价(元),附加费(元)
一区,江浙沪、安徽,0.5,,2.2,,,
一区,,1,,2.6,,,
一区,,,1,2.6,1,0.8,
二区,广东、福建、江西、湖北、湖南、河南、山东、京津冀,1,,3.2,,,
二区,,,1,3.2,1,1.5,
三区,东北、四川、重庆、陕西、山西、云南、贵州、广西,,1,4.5,1,3,
偏远,新疆、西藏、青海、甘肃、宁夏、内蒙古、海南,30,1,15,0.5,6,2
`;

interface ShownSection {
  readonly section: RegExp;
  readonly name: string;
  /** What is opened in it before the picture is taken. */
  act?(page: OpenWindow['page']): Promise<void>;
}

/** Sections of Settings that get a picture. */
const settingsShown: readonly ShownSection[] = [
  { section: /表头对照|Column names/, name: 'dictionary' },
  { section: /发货规则|Shipping rules/, name: 'rules' },
  {
    section: /发货规则|Shipping rules/,
    name: 'prices',
    async act(page) {
      await page
        .getByText(/运费价格|Freight prices/)
        .first()
        .click();
      await page.getByRole('button', { name: /^(修改|Edit|Change)$/ }).click();
      await page.locator('.price-grid').waitFor();
    },
  },
  { section: /^(打印机|Printers)$/, name: 'printers' },
  {
    section: /^(面单模板|Labels)$/,
    name: 'labels',
    async act(page) {
      await page
        .getByRole('button', { name: /新建模板|New template/ })
        .first()
        .click();
      await page.locator('.label-stage').waitFor();
    },
  },
  {
    section: /^(账号|Accounts)$/,
    name: 'accounts',
    async act(page) {
      const closed = page.getByRole('button', { name: /^(详情|Details)$/ });
      if ((await closed.count()) > 0) await closed.first().click();
    },
  },
  {
    section: /^(接口日志|Call log)$/,
    name: 'calls',
    async act(page) {
      await page.locator('.table-body .row').nth(1).click();
    },
  },
];

/** The command line in this process, its clock set back: parcels of yesterday have a way behind them. */
async function run(
  command: 'import' | 'ship' | 'rules set' | 'freight import',
  dataFolder: string,
  file: string,
  hoursAgo: number,
): Promise<void> {
  const words = [
    ...command.split(' '),
    file,
    ...(command === 'rules set' || command === 'freight import' ? [] : ['--practice']),
    ...(command === 'freight import' ? ['--carrier', 'ZTO', '--name', '中通 11 月'] : []),
  ];
  await runWords(words, dataFolder, hoursAgo);
}

const silent = () => undefined;
/** One for all commands: each adds its listeners to the output of this program. */
const terminal = {
  ...processTerminal(systemClock.now, new AbortController().signal),
  out: silent,
  note: silent,
  progress: silent,
};

async function runWords(words: readonly string[], dataFolder: string, hoursAgo: number): Promise<void> {
  const clock = { ...systemClock, now: () => systemClock.now() - hoursAgo * hourMs };
  await runCommandLine({
    words: [...words, '--data', dataFolder],
    environment: {},
    commands,
    terminal,
    parts: async () => ({ ...benchParts(), clock }),
    signal: new AbortController().signal,
  });
}

/** A workspace in the middle of a working day. */
async function prepareWorkspace(): Promise<string> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'shipdesk-screens-'));
  const troubledFile = join(dataFolder, 'troubled.csv');
  const exports = readdirSync(intake).filter((name) => extname(name) !== '');
  for (const [index, name] of exports.entries())
    await run('ship', dataFolder, join(intake, name), 40 - index * 9);
  writeFileSync(troubledFile, troubled);
  await run('ship', dataFolder, sample, 5);
  await run('ship', dataFolder, troubledFile, 0);
  const benchFile = join(dataFolder, 'bench.csv');
  writeFileSync(benchFile, ordersToPack);
  await run('ship', dataFolder, benchFile, 0);
  for (const words of packedBefore) await runWords(words.split(' '), dataFolder, 0);
  for (const [phone, quantity] of [
    ['13800000201', 2],
    ['13800000209', 4],
  ] as const) {
    const file = join(dataFolder, 'renewed.csv');
    writeFileSync(file, renewed(phone, quantity));
    await run('import', dataFolder, file, 0);
  }
  writeFileSync(join(dataFolder, oddFile), odd);
  const ruleFile = join(dataFolder, 'rules.json');
  writeFileSync(ruleFile, JSON.stringify(rules));
  await run('rules set', dataFolder, ruleFile, 0);
  const priceFile = join(dataFolder, 'prices.csv');
  writeFileSync(priceFile, prices);
  await run('freight import', dataFolder, priceFile, 0);
  return dataFolder;
}

async function takeOne(open: OpenWindow, folder: string, name: string): Promise<void> {
  await open.page.waitForTimeout(900);
  await open.page.screenshot({ path: join(folder, `${name}.png`) });
}

async function pressAndTake(
  open: OpenWindow,
  folder: string,
  place: number,
  name: string,
  act?: () => Promise<void>,
): Promise<void> {
  await open.page.keyboard.press(`Alt+${place}`);
  await open.page.waitForTimeout(700);
  await act?.();
  await takeOne(open, folder, name);
}

/** The mapping of an odd file, left without importing it, and what newer files changed. */
async function takeIntake(open: OpenWindow, folder: string): Promise<void> {
  await open.page.keyboard.press('Enter');
  await open.page.locator('.map-row').first().waitFor();
  await open.page.keyboard.press('d');
  await takeOne(open, folder, 'mapping');
  await open.page.locator('.known-file .button-quiet').first().click();
  await open.page.keyboard.press('v');
  await open.page.locator('.change-detail').waitFor();
  await takeOne(open, folder, 'changes');
  await open.page.keyboard.press('v');
}

/** The look at the batch before it goes out, and the desk for numbers by hand; both left as they were. */
async function takeShip(open: OpenWindow, folder: string): Promise<void> {
  await open.page.keyboard.press('Control+Enter');
  await open.page.locator('.verdict, .verdict-go').waitFor();
  await takeOne(open, folder, 'preflight');
  await open.page.keyboard.press('Escape');
  await open.page.locator('.desk').waitFor();
  await open.page.keyboard.press('n');
  await takeOne(open, folder, 'manual');
  // The first Esc only leaves the field that waits for a scan.
  await open.page.getByRole('button', { name: /^(返回列表|Back to the list)/ }).click();
  await open.page.locator('.desk').waitFor();
}

async function takeAll(
  dataFolder: string,
  language: (typeof languages)[number],
  theme: 'light' | 'dark',
  hasOperators: boolean,
): Promise<void> {
  const folder = join(target, theme === 'dark' ? `${language}-dark` : language);
  mkdirSync(folder, { recursive: true });
  const open = await launchWindow({ dataFolder, env: { SHIPDESK_LANG: language } });
  try {
    await open.page.setViewportSize(size);
    if (hasOperators) await signIn(open);
    await open.page.locator('.rail').waitFor();
    await setLanguageAndTheme(open, language, theme);
    if (hasOperators) return await takeOperators(open, (name) => takeOne(open, folder, name));
    await open.app.evaluate(
      ({ dialog }, path) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
      },
      join(dataFolder, oddFile),
    );
    const row = (number: number) => async () => open.page.getByRole('row').nth(number).click();
    await pressAndTake(open, folder, 1, 'today');
    await pressAndTake(open, folder, 2, 'import');
    await takeIntake(open, folder);
    await pressAndTake(open, folder, 3, 'correct', row(3));
    const rowOfAll = (number: number) => async () => {
      await open.page.locator('.filter-chip', { hasText: /^(全部|All)\s*\d/ }).click();
      await row(number)();
    };
    await pressAndTake(open, folder, 4, 'ship', rowOfAll(4));
    await takeShip(open, folder);
    await pressAndTake(open, folder, 5, 'print', row(2));
    await takeBench(open, (name) => takeOne(open, folder, name));
    await pressAndTake(open, folder, 7, 'track', rowOfAll(6));
    await pressAndTake(open, folder, 9, 'settings');
    for (const { section, name, act } of settingsShown) {
      await open.page.locator('.settings-nav button', { hasText: section }).click();
      await act?.(open.page);
      await takeOne(open, folder, name);
    }
  } finally {
    await open.close();
  }
}

/** In a workspace of its own, which is gone afterwards with the code that the picture shows. */
async function takeFirstDay(language: (typeof languages)[number]): Promise<void> {
  const folder = join(target, language);
  const open = await launchWindow({ env: { SHIPDESK_LANG: language } });
  try {
    await open.page.setViewportSize(size);
    await takeRecovery(open, language, (name) => takeOne(open, folder, name));
  } finally {
    await open.close();
  }
}

/** Through the page's own contract client, as its Settings screen does. */
async function setLanguageAndTheme(open: OpenWindow, language: string, theme: string): Promise<void> {
  await open.page.keyboard.press('Alt+9');
  await open.page.waitForTimeout(900);
  await open.page.locator('.settings-nav button', { hasText: /外观|Appearance/ }).click();
  const languageName = language === 'en' ? 'English' : '中文';
  await open.page.getByText(languageName, { exact: true }).first().click();
  const themeName = { light: /^(浅色|Light)$/, dark: /^(深色|Dark)$/ }[theme as 'light' | 'dark'];
  await open.page.getByText(themeName).first().click();
  // Words about the saving would lie over the first pictures.
  const closers = open.page.locator('.toast button');
  for (let left = await closers.count(); left > 0; left--) await closers.first().click();
}

/** Pictures of every screen in both languages, light and dark, from the real window: `npm run screenshots`. */
async function main(): Promise<void> {
  if (!buildWhenStale('window')) throw new Error('the build failed');
  assembleApp();
  const dataFolder = await prepareWorkspace();
  try {
    for (const language of languages) await takeFirstDay(language);
    for (const hasOperators of [false, true]) {
      if (hasOperators) await addOperators(dataFolder);
      for (const language of languages)
        for (const theme of ['light', 'dark'] as const)
          await takeAll(dataFolder, language, theme, hasOperators);
    }
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

await main();
