import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { screenDigits } from '../../../renderer/parts/place.ts';
import { settingsStates } from '../states/settingsStates.ts';
import { type Act, inTurn, place, press, type State, seenAt } from '../states/stateActs.ts';
import { hasChromium, openPages, type Pages } from './openPages.ts';
import { violationsOf } from './violations.ts';

/** Names and structure are the same in both themes. */
const asked = { light: 'all', dark: 'seen' } as const;
type Theme = keyof typeof asked;

const withoutRails: readonly (readonly [name: string, query: string])[] = [
  ['the first start', 'session=new&fresh=1'],
  ['the lock', 'session=locked'],
  ['the sign-in', 'operator=nobody'],
  ['a new workspace', 'fresh=1'],
];

/** A file dropped on Import, as the system would. */
const drop: Act = (page) =>
  page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['x'], '订单.xlsx'));
    const dropped = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data });
    document.querySelector('.import-files')?.dispatchEvent(dropped);
  });

const onServers = [
  'benches',
  'benches-away',
  'benches-invite',
  'benches-move',
  'benches-move-ask',
  'moving',
  'benches-moved',
  'benches-move-cut',
  'reconnect',
  'welcome-join',
  'welcome-server',
];

/** What no walk through the screens comes by. */
const besides: readonly State[] = [
  ...settingsStates.filter(({ name }) => onServers.includes(name)),
  ...['offered', 'failing'].map((updates) => ({
    name: `updates ${updates}`,
    query: `updates=${updates}`,
    act: inTurn(place(9), (page) => page.locator('.settings-nav button', { hasText: /^更新$/ }).click()),
  })),
  { name: 'the columns of a file', act: inTurn(place(2), seenAt('.import-files'), drop, seenAt('.map-row')) },
  {
    name: 'numbers to upload',
    act: inTurn(place(4), seenAt('.table-body .row .cell'), press('b'), seenAt('.write-back-rows')),
  },
  { name: 'a server that is away', query: 'server=away', act: place(6) },
];

const overlays = [
  ['the palette', 'Control+k'],
  ['the keys', '?'],
] as const;

describe.skipIf(!hasChromium)('everybody can use, in both themes,', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  /** The page as the system's theme has it, which is changed as it stands: opened once, looked at twice. */
  const open = (query: string): Promise<Page> => pages.open(`theme=system&${query}`);

  async function lookAt(page: Page, name: string, found: string[]): Promise<void> {
    for (const theme of ['light', 'dark'] satisfies readonly Theme[]) {
      await page.emulateMedia({ colorScheme: theme });
      await page.locator(`html[data-theme="${theme}"]`).waitFor({ state: 'attached' });
      for (const violation of await violationsOf(page, asked[theme]))
        found.push(`${name}, ${theme}: ${violation}`);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.locator('html[data-theme="light"]').waitFor({ state: 'attached' });
  }

  test('every screen', async () => {
    const page = await open('orders=60&alarms=1');
    const found: string[] = [];
    for (const [screen, digit] of Object.entries(screenDigits)) {
      await page.keyboard.press(`Alt+${digit}`);
      await page.locator('.screen').waitFor();
      await page.waitForLoadState('networkidle');
      await lookAt(page, screen, found);
    }
    expect(found).toEqual([]);
  }, 240_000);

  test('every section of Settings', async () => {
    const page = await open('orders=60');
    await page.keyboard.press('Alt+9');
    const sections = page.locator('.settings-nav button');
    await sections.first().waitFor();
    const found: string[] = [];
    const count = await sections.count();
    expect(count).toBeGreaterThan(10);
    for (let at = 0; at < count; at += 1) {
      await sections.nth(at).click();
      await page.locator('.settings-body h2').first().waitFor();
      await lookAt(page, (await sections.nth(at).textContent()) ?? '', found);
    }
    expect(found).toEqual([]);
  }, 240_000);

  test('what few ever open', async () => {
    const found: string[] = [];
    for (const { name, query = '', act } of besides) {
      const page = await open(`orders=60&${query}`);
      await act?.(page);
      await lookAt(page, name, found);
    }
    expect(found).toEqual([]);
  }, 240_000);

  test('the ways in and what lies over the page', async () => {
    const found: string[] = [];
    for (const [name, query] of withoutRails) await lookAt(await open(query), name, found);
    for (const [name, key] of overlays) {
      const page = await open('orders=60');
      await page.locator('.today-row').first().waitFor();
      await page.keyboard.press(key);
      await page.locator('dialog').waitFor();
      await lookAt(page, name, found);
    }
    expect(found).toEqual([]);
  }, 240_000);
});
