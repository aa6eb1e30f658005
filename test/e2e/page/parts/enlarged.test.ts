import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statesNamed } from '../../states/allStates.ts';
import { showState } from '../../states/showState.ts';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { isInSight } from '../seen.ts';

/** How far the farthest of these reaches beyond their frame, px: to its end, or below it. */
const beyond = (page: Page, frame: string, parts: string, edge: 'right' | 'bottom'): Promise<number> =>
  page.evaluate(
    ([frameAt, partsAt, edgeAt]) => {
      const reach = document.querySelector(frameAt)?.getBoundingClientRect()[edgeAt] ?? Number.NaN;
      const ends = [...document.querySelectorAll(partsAt)].map((it) => it.getBoundingClientRect()[edgeAt]);
      return Math.max(...ends) - reach;
    },
    [frame, parts, edge] as const,
  );

/** Scrolled to where it is, all of it is seen. */
async function canBeReached(locator: Locator): Promise<boolean> {
  await locator.scrollIntoViewIfNeeded();
  return isInSight(locator);
}

describe.skipIf(!hasChromium)('a small screen at 200 %, in English', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test.each([
    ['ship', '.desk .button-primary'],
    ['ship-row', '.detail header'],
    ['print', '.table-body .row'],
    ['track', '.table-body .cell-first'],
    ['correct', '.correction .button-primary'],
    ['import', '.history-act .button'],
    ['settings-printers', '.settings-body h2'],
  ])('all of %s can be scrolled to', async (name, last) => {
    const [state] = statesNamed([name]);
    if (state === undefined) throw new Error(`no state ${name}`);
    const page = await showState(pages.open, state, { language: 'en', theme: 'light', size: '200' });
    const beside = await page
      .locator('.shell-main')
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(beside).toBe(0);
    expect(await canBeReached(page.locator(last).first())).toBe(true);
    expect(await canBeReached(page.locator('.rail-item').last())).toBe(true);
  });
});

describe.skipIf(!hasChromium)('a small screen at 150 %, in English', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  async function shown(name: string): Promise<Page> {
    const [state] = statesNamed([name]);
    if (state === undefined) throw new Error(`no state ${name}`);
    return showState(pages.open, state, { language: 'en', theme: 'light', size: '150' });
  }

  test.each(['ship', 'print', 'track', 'bench'])('the head of %s takes one line', async (name) => {
    const page = await shown(name);
    const box = await page.locator('.screen-head').boundingBox();
    expect(box?.height).toBeLessThan(48);
  });

  test('goods are seen whole beneath what seller and buyer say', async () => {
    const page = await shown('bench-open');
    await expect.poll(() => page.locator('.bench-remark').count()).toBe(2);
    await expect.poll(() => page.locator('.bench-line').count()).toBeGreaterThan(0);
    expect(await beyond(page, '.bench-lines', '.bench-line', 'bottom')).toBeLessThanOrEqual(0);
  });

  test('what is asked for at the scale stands in one row with what else a hand may do', async () => {
    const page = await shown('bench-weigh');
    const tops = await page
      .locator('.bench-acts .button')
      .evaluateAll((buttons) => buttons.map((it) => it.getBoundingClientRect().top));
    expect(new Set(tops).size).toBe(1);
  });

  test('a phone number is read in full where it is corrected', async () => {
    const page = await shown('correct-region');
    const hidden = await page
      .locator('input[name=phone]')
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(hidden).toBeLessThanOrEqual(0);
  });

  test('why a column became a field is not covered by the fields', async () => {
    const page = await shown('import-mapping');
    expect(await beyond(page, '.map-frame', '.map-how', 'right')).toBeLessThanOrEqual(0);
  });

  test('what the head of Insight leads to is seen, not an empty box', async () => {
    const page = await shown('insight');
    await page.locator('.insight > .screen-head > .button > .icon').waitFor();
  });

  test('a list of a courier has rows also while the server is away', async () => {
    const page = await shown('bench-handover-away');
    await expect.poll(() => page.locator('.handover .table').count()).toBeGreaterThan(0);
    const box = await page.locator('.handover .table').boundingBox();
    expect(box?.height).toBeGreaterThan(70);
  });

  test('the figures of an import stay within their boxes', async () => {
    const page = await shown('import-summary');
    const cut = await page
      .locator('.run-figure')
      .evaluateAll((figures) => figures.filter((it) => it.scrollWidth > it.clientWidth + 1).length);
    expect(cut).toBe(0);
  });

  test('all acts on an address stand in one row', async () => {
    const page = await shown('correct');
    const middles = await page.locator('.correction-foot .button').evaluateAll((buttons) =>
      buttons.map((it) => {
        const { top, height } = it.getBoundingClientRect();
        return Math.round(top + height / 2);
      }),
    );
    expect(middles.length).toBeGreaterThan(3);
    expect(new Set(middles).size).toBe(1);
  });

  test('what stops a run is on the page', async () => {
    const page = await shown('ship-run');
    await expect.poll(() => page.locator('.run .button').count()).toBe(1);
    expect(await beyond(page, '.run', '.run .button', 'right')).toBeLessThanOrEqual(0);
  });

  test('orders are read below why newer ones could not be', async () => {
    const page = await shown('ship-stale');
    const box = await page.locator('.beside .table').boundingBox();
    // The head and an order.
    expect(box?.height).toBeGreaterThanOrEqual(34 * 2);
  });

  test('labels have rows below three questions', async () => {
    const page = await shown('print');
    await expect.poll(() => page.locator('.asking').count()).toBe(3);
    const box = await page.locator('.print-beside .table').boundingBox();
    // The head, a batch and three labels.
    expect(box?.height).toBeGreaterThanOrEqual(34 * 5);
  });

  test('a failed call is read beside the log', async () => {
    const page = await shown('call-log-failure');
    const box = await page.locator('.settings-fill .detail').boundingBox();
    expect(box?.height).toBeGreaterThan(180);
  });

  test('when a label prints is chosen within its panel', async () => {
    const page = await shown('settings-packingRules');
    expect(
      await beyond(page, '.settings-body .panel', '.settings-body .choice', 'right'),
    ).toBeLessThanOrEqual(0);
  });

  test('hours stand beside their number', async () => {
    const page = await shown('settings-caseRules');
    const below = await page
      .locator('.case-rules-number')
      .evaluateAll((cells) => cells.filter((it) => it.getBoundingClientRect().height > 32).length);
    expect(below).toBe(0);
  });
});
