import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statesNamed } from '../../states/allStates.ts';
import { showState } from '../../states/showState.ts';
import { hasChromium, openPages, type Pages } from '../openPages.ts';

describe.skipIf(!hasChromium)('what a screen is worked towards', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  async function shown(name: string, language: string, size: '1366x768' | '150'): Promise<Page> {
    const [state] = statesNamed([name]);
    if (state === undefined) throw new Error(`no state ${name}`);
    return showState(pages.open, state, { language, theme: 'light', size });
  }

  test.each([
    ['correct', 'zh-CN', '1366x768'],
    ['correct', 'en', '150'],
    ['ship', 'zh-CN', '1366x768'],
    ['ship', 'en', '150'],
    ['print', 'zh-CN', '1366x768'],
    ['print', 'en', '150'],
    ['preflight', 'zh-CN', '1366x768'],
    ['bench-weigh', 'zh-CN', '1366x768'],
  ] as const)('is at the bottom right of %s, in %s at %s', async (name, language, size) => {
    const page = await shown(name, language, size);
    const screen = await page.locator('.shell-main').boundingBox();
    const act = await page.locator('.shell-main .button-primary').last().boundingBox();
    if (screen === null || act === null) throw new Error('not drawn');
    expect(screen.x + screen.width - (act.x + act.width)).toBeLessThan(64);
    expect(screen.y + screen.height - (act.y + act.height)).toBeLessThan(64);
  });

  test('on every page the choices beside it are read whole, in English at 150 %', async () => {
    const page = await shown('ship', 'en', '150');
    await page.locator('.desk .ant-select').nth(2).waitFor();
    const cut = await page
      .locator('.desk .ant-select [title], .desk .ant-select-content')
      .evaluateAll((words) => words.filter((it) => it.scrollWidth > it.clientWidth + 1).length);
    expect(cut).toBe(0);
  });

  test('what changed in an order is read in the list, in English at 150 %', async () => {
    const page = await shown('changes', 'en', '150');
    const head = await page
      .locator('.beside .table-head [data-column=diff], .beside .cell[data-column=diff]')
      .first()
      .boundingBox();
    const frame = await page.locator('.beside .table-frame').boundingBox();
    if (head === null || frame === null) throw new Error('not drawn');
    expect(head.x + 100).toBeLessThanOrEqual(frame.x + frame.width);
  });
});
