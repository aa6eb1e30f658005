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

describe.skipIf(!hasChromium)('everybody can use', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  for (const theme of ['light', 'dark'] satisfies readonly Theme[]) {
    test(`every screen in the ${theme} theme`, async () => {
      const page = await pages.open(`orders=60&alarms=1&theme=${theme}`);
      const found: string[] = [];
      for (const [screen, digit] of Object.entries(screenDigits)) {
        await page.keyboard.press(`Alt+${digit}`);
        await page.locator('.screen').waitFor();
        await page.waitForLoadState('networkidle');
        for (const violation of await violationsOf(page, asked[theme])) found.push(`${screen} ${violation}`);
      }
      expect(found).toEqual([]);
    }, 120_000);

    test(`every section of Settings in the ${theme} theme`, async () => {
      const page = await pages.open(`orders=60&theme=${theme}`);
      await page.keyboard.press('Alt+9');
      const sections = page.locator('.settings-nav button');
      await sections.first().waitFor();
      const found: string[] = [];
      for (let at = 0; at < (await sections.count()); at += 1) {
        await sections.nth(at).click();
        await page.locator('.settings-body h2').first().waitFor();
        const name = await sections.nth(at).textContent();
        for (const violation of await violationsOf(page, asked[theme])) found.push(`${name} ${violation}`);
      }
      expect(found).toEqual([]);
    }, 120_000);

    test(`what few ever open in the ${theme} theme`, async () => {
      const found: string[] = [];
      for (const { name, query = '', act } of besides) {
        const page = await pages.open(`orders=60&theme=${theme}&${query}`);
        await act?.(page);
        for (const violation of await violationsOf(page, asked[theme])) found.push(`${name} ${violation}`);
      }
      expect(found).toEqual([]);
    }, 120_000);

    test(`the ways in and what lies over the page in the ${theme} theme`, async () => {
      const found: string[] = [];
      for (const [name, query] of withoutRails) {
        const page = await pages.open(`${query}&theme=${theme}`);
        for (const violation of await violationsOf(page, asked[theme])) found.push(`${name} ${violation}`);
      }
      for (const [name, key] of overlays) {
        const page = await pages.open(`orders=60&theme=${theme}`);
        await page.locator('.today-row').first().waitFor();
        await page.keyboard.press(key);
        await page.locator('dialog').waitFor();
        for (const violation of await violationsOf(page, asked[theme])) found.push(`${name} ${violation}`);
      }
      expect(found).toEqual([]);
    }, 120_000);
  }
});
