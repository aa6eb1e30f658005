import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusedKey } from '../../../doubles/page/pageAccounts.ts';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { isInSight, seen } from '../seen.ts';

/** A screen of 1366×768 at 125 %. */
const scaled = { width: 1093, height: 614 };

/** The same at 150 %. */
const scaledMore = { width: 911, height: 512 };

const isCut = (element: Locator): Promise<boolean> =>
  element.evaluate((it) => it.scrollWidth > it.clientWidth + 1);

describe.skipIf(!hasChromium)('English words on a small screen', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  async function atScale(query: string, look: (page: Page) => Promise<void>): Promise<void> {
    const page = await pages.open(query);
    await page.setViewportSize(scaled);
    await look(page);
  }

  test('the status bar names the printer that needs somebody whole, and counts the others', () =>
    atScale('language=en', async (page) => {
      const bar = page.locator('.status-bar');
      await bar.locator('.status-printer').first().waitFor();
      const [first] = await bar.locator('.status-printer').all();
      if (first === undefined) throw new Error('no printer');
      const words = first.locator('.state-mark > span');
      // The first frame is in the language last used on this computer.
      await expect.poll(() => seen(words)).toMatch(/out of paper/);
      expect(await isCut(words)).toBe(false);
      expect(await bar.locator('.status-printer').nth(1).isVisible()).toBe(false);
      expect(await seen(bar.locator('.status-further-narrow'))).toBe('+1');
    }));

  test.each([
    ['zh-CN', ''],
    ['zh-CN', '&orders=20000'],
    ['zh-CN', '&alarms=1'],
    ['zh-CN', '&server=away'],
    ['en', ''],
  ])('at 150 %, too, the status bar names it whole (%s%s)', async (language, query) => {
    const page = await pages.open(`language=${language}&remembered=${language}${query}`);
    await page.setViewportSize(scaledMore);
    const bar = page.locator('.status-bar');
    const words = bar.locator('.status-printer').first().locator('.state-mark > span');
    await words.waitFor();
    expect(await isCut(words)).toBe(false);
    expect(await isCut(bar)).toBe(false);
  });

  test('an alarm is counted beside the printers, never on top of them', () =>
    atScale('language=en&alarms=1', async (page) => {
      const bar = page.locator('.status-bar');
      await bar.locator('.status-alarm-counted').waitFor();
      const words = bar.locator('.status-printer').first().locator('.state-mark > span');
      // The first frame is in the language last used on this computer.
      await expect.poll(() => seen(words)).toMatch(/out of paper/);
      const [printers, alarm] = [
        await bar.locator('.status-printers').boundingBox(),
        await bar.locator('.status-alarm').boundingBox(),
      ];
      expect((printers?.x ?? 0) + (printers?.width ?? 0)).toBeLessThanOrEqual((alarm?.x ?? 0) + 1);
      expect(printers?.width ?? 0).toBeGreaterThan(120);
    }));

  test('a platform that is not reachable is named on every screen, with when it was heard, and squeezes no printer', () =>
    atScale('language=en&platformDown=1', async (page) => {
      const bar = page.locator('.status-bar');
      await bar.getByText('KDNiao not reachable').waitFor();
      await expect.poll(() => seen(bar)).toContain('heard 6 min');
      const words = bar.locator('.status-printer').first().locator('.state-mark > span');
      // The first frame is in the language last used on this computer.
      await expect.poll(() => seen(words)).toMatch(/out of paper/);
      expect(await isCut(words)).toBe(false);
      expect(await isCut(bar)).toBe(false);
      expect(await bar.locator('.state-failed').first().getAttribute('title')).toMatch(
        /^KDNiao: last answer .*\nGo on working/,
      );
    }));

  test.each(['zh-CN', 'en'])(
    'on a whole small screen, too, no printer named beside it is cut (%s)',
    async (language) => {
      const page = await pages.open(`language=${language}&remembered=${language}&platformDown=1`);
      const bar = page.locator('.status-bar');
      await bar.locator('.status-heard').waitFor();
      await bar.locator('.status-printer').first().waitFor();
      for (const printer of await bar.locator('.status-printer:visible').all())
        expect(await isCut(printer.locator('.state-mark > span'))).toBe(false);
      expect(await isCut(bar)).toBe(false);
    },
  );

  test('that the bench takes no photos is said in words, in one row with all else', () =>
    atScale('language=en&bench=camera', async (page) => {
      await page.keyboard.press('Alt+6');
      const head = page.locator('.screen-head');
      await head.getByText('No photos', { exact: true }).waitFor();
      expect(await isCut(head)).toBe(false);
      expect((await head.boundingBox())?.height ?? 0).toBeLessThan(48);
    }));

  test('the filters of Ship stand in one line, what no hand waits for behind “more”', () =>
    atScale('language=en', async (page) => {
      await page.keyboard.press('Alt+4');
      await page.locator('.filter-more').waitFor();
      await page.locator('.table-body .row').first().waitFor();
      const tops = await page
        .locator('.filter-chip')
        .evaluateAll((chips) => chips.map((chip) => (chip as HTMLElement).offsetTop));
      expect(new Set(tops).size).toBe(1);
      await page.locator('.filter-more').click();
      await expect.poll(() => seen(page.locator('.filter-chips'))).toContain('Delivered');
    }));

  test('a waybill of 18 signs is read whole where parcels are worked on, also beside an open order', async () => {
    const page = await pages.open('language=en');
    const cutOf = async (key: string): Promise<readonly string[]> => {
      await page.keyboard.press(key);
      if (key === 'Alt+4') {
        await page.locator('.filter-chip', { hasText: 'Booked' }).click();
        await page.locator('.table-body .row').first().click();
        await page.locator('.detail').waitFor();
      }
      const numbers = page.locator('.table-body [data-column=waybillNo]', { hasText: /^TEST\d{14}$/ });
      await numbers.first().waitFor();
      return numbers.evaluateAll((cells) =>
        cells
          .filter((cell) => cell.scrollWidth > cell.clientWidth)
          .map(({ textContent }) => textContent ?? ''),
      );
    };
    for (const screen of ['Alt+4', 'Alt+5', 'Alt+7']) expect(await cutOf(screen), screen).toEqual([]);
  });

  test('the head of a table without rows stands in its frame, too', async () => {
    const page = await pages.open('language=en&fresh=1');
    await page.keyboard.press('Alt+5');
    await page.locator('.table-empty').waitFor();
    expect(await isCut(page.locator('.table'))).toBe(false);
  });

  test('at 125 % the calls themselves are seen below their figures, and carriers of Ship are whole beside an order', () =>
    atScale('language=en', async (page) => {
      await page.keyboard.press('Alt+9');
      await page.locator('.settings-nav button', { hasText: /^Call log$/ }).click();
      const row = page.locator('.table-body .row').nth(1);
      await row.waitFor();
      const [table, second] = [await page.locator('.table').boundingBox(), await row.boundingBox()];
      expect((second?.y ?? 0) + (second?.height ?? 0)).toBeLessThanOrEqual(
        (table?.y ?? 0) + (table?.height ?? 0),
      );
      await page.keyboard.press('Alt+4');
      await page.locator('.filter-chip', { hasText: 'Unconfirmed' }).click();
      await page.locator('.table-body .row').first().click();
      await page.locator('.detail').waitFor();
      const carriers = page.locator('.table-body [data-column=carrier]');
      await carriers.first().waitFor();
      expect(
        await carriers.evaluateAll(
          (cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).length,
        ),
      ).toBe(0);
    }));

  test('what can be done with an account stands in one row, and its state is whole', () =>
    atScale('language=en', async (page) => {
      await page.keyboard.press('Alt+9');
      await page.locator('.settings-nav button', { hasText: /^Accounts$/ }).click();
      const row = page.locator('.account-row', { hasText: 'Not live' });
      await row.waitFor();
      const tops = await row
        .locator('.button')
        .evaluateAll((acts) => acts.map((act) => act.getBoundingClientRect().top));
      expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(8);
      expect(await isCut(row.locator('.state-mark > span'))).toBe(false);
    }));

  test('why a key of an account is refused, and what to do, is in sight where Enter was pressed above', () =>
    atScale('language=en', async (page) => {
      await page.keyboard.press('Alt+9');
      await page.locator('.settings-nav button', { hasText: /^Accounts$/ }).click();
      await page
        .locator('.account-row', { hasText: 'Not live' })
        .getByRole('button', { name: 'Edit' })
        .click();
      const form = page.locator('form.account-detail');
      await form.getByLabel('New key').fill(refusedKey);
      await form.getByLabel('New key').press('Enter');
      const refusal = form.locator('.notice-failed');
      await refusal.waitFor();
      expect(await isInSight(refusal)).toBe(true);
      expect(await isInSight(form.getByRole('button', { name: 'Save', exact: true }))).toBe(true);
      await page.keyboard.type('2');
      await expect.poll(() => isInSight(form.getByLabel('New key'))).toBe(true);
    }));

  test('what is promised before booking takes two lines', async () => {
    const page = await pages.open('language=en');
    await page.keyboard.press('Alt+4');
    await page.locator('.filter-chip', { hasText: /^Ready/ }).click();
    await page.locator('.desk .ant-select').first().click();
    await page.locator('.ant-select-item-option', { hasText: '练习账号' }).click();
    const promise = page.locator('.desk-promise', { hasText: 'as ordered, else' });
    await promise.waitFor();
    await page.getByRole('button', { name: /^Retry/ }).waitFor();
    const height = (await promise.boundingBox())?.height ?? 0;
    expect(height).toBeLessThanOrEqual(32);
  });

  test('a candidate beside a long reason ends its lines between names, never within one', async () => {
    const page = await pages.open('language=en&regionOpen=1');
    await page.keyboard.press('Alt+3');
    await page.locator('.filter-chip', { hasText: 'Several places fit' }).click();
    const learned = page.locator('.candidate', { hasText: 'the same text became this' });
    await learned.waitFor();
    const broken = await learned.locator('.choice-text').evaluate((choice) => {
      const words = choice.firstChild as Text;
      const range = document.createRange();
      return [...words.data.matchAll(/\S+/g)]
        .filter(({ 0: name, index }) => {
          range.setStart(words, index);
          range.setEnd(words, index + name.length);
          return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1;
        })
        .map(([name]) => name);
    });
    expect(broken).toEqual([]);
  });

  test('the head of a batch keeps what can be done in sight, each act named', () =>
    atScale('language=en', async (page) => {
      await page.keyboard.press('Alt+5');
      const head = page.locator('.row-group').first();
      await head.waitFor();
      const frame = await page.locator('.table').boundingBox();
      for (const button of await head.locator('button').all()) {
        const box = await button.boundingBox();
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual((frame?.x ?? 0) + (frame?.width ?? 0));
        expect(await button.getAttribute('aria-label')).not.toBe('');
      }
    }));

  test('what stands in place of rows is read without scrolling, after a list was signed, too', () =>
    atScale('language=en', async (page) => {
      await page.keyboard.press('Alt+6');
      await page.getByRole('tab', { name: 'Handover' }).click();
      await page.locator('.handover-pile').first().waitFor();
      await page.getByRole('button', { name: /^Begin the list/ }).click();
      await page.getByRole('button', { name: /^Put all on it/ }).click();
      await page.locator('.table-body .row').first().waitFor();
      await page.keyboard.press('v');
      await page.locator('dialog[open]').waitFor();
      await page.keyboard.press('Enter');
      const empty = page.locator('.table-empty');
      await empty.waitFor();
      expect(await empty.evaluate((it) => it.scrollHeight <= it.clientHeight)).toBe(true);
    }));

  test('the call log scrolls nowhere sideways while a call is open', () =>
    atScale('language=en', async (page) => {
      await page.keyboard.press('Alt+9');
      await page.locator('.settings-nav button', { hasText: /^Call log$/ }).click();
      await page.locator('.call-failure').first().click();
      await page.locator('.detail').waitFor();
      await page.locator('.table-body .row').first().waitFor();
      expect(await isCut(page.locator('.table'))).toBe(false);
    }));
});

describe.skipIf(!hasChromium)('charts and figures', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('an empty first day says what its hours will show', async () => {
    const page = await pages.open('fresh=1');
    await page.keyboard.press('Alt+8');
    await expect.poll(() => seen(page.locator('.bars-empty'))).toContain('还没有取过号');
    expect(await page.locator('.bars-line').count()).toBe(0);
  });
});
