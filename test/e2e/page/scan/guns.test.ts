import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { screenDigits } from '../../../../renderer/parts/place.ts';
import { routeTextOf } from '../../../doubles/printers/standardLabels.ts';
import { openFilter } from '../openFilter.ts';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen } from '../seen.ts';
import { altStrokesOf, enter, openByDigit, scan, strike, strokesOf } from './scan.ts';

const toast = (page: Page, says: string) => page.locator('.toast', { hasText: says });

/** Nobody's code: each scan of it is told, wherever it falls. */
async function scanNobodys(page: Page, code: string): Promise<void> {
  await scan(page, code);
  await toast(page, code).waitFor();
}

const fields =
  '.shell-main input:is([type=text], [type=search]):visible:enabled, .shell-main textarea:visible:enabled';

describe.skipIf(!hasChromium)('a gun that types', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  test('is heard on every screen and in its fields, long code or short, and leaves nothing behind', async () => {
    const page = await pages.open('operator=manager');
    let count = 0;
    // The bench takes every code for its own; its tests type like a gun, too.
    for (const digit of Object.values(screenDigits).filter((place) => place !== screenDigits.pack)) {
      await openByDigit(page, digit);
      const title = await page.locator('.screen h1').textContent();
      await scanNobodys(page, `Q${digit}7`);
      for (const field of (await page.locator(fields).all()).slice(0, 2)) {
        const before = await field.inputValue();
        await field.focus();
        await scanNobodys(page, `NOBODY${digit}${count++}`);
        await expect.poll(() => field.inputValue()).toBe(before);
      }
      expect(await page.locator('.screen h1').textContent()).toBe(title);
    }
    expect(count).toBeGreaterThan(4);
  });

  test('is told of a code that is nobody’s until its next good scan, or until the screen is left', async () => {
    const page = await pages.open();
    await openByDigit(page, 4);
    const order = await page.locator('.table-body .row').first().textContent();
    const orderNo = /\d{12,}/.exec(order ?? '')?.[0] ?? '';
    await scanNobodys(page, 'NOBODYS-1');
    await scan(page, orderNo);
    await page.locator('.detail').waitFor();
    expect(await page.locator('.toast').count()).toBe(0);
    await scanNobodys(page, 'NOBODYS-2');
    await openByDigit(page, 5);
    await toast(page, 'NOBODYS-2').waitFor({ state: 'detached' });
  });

  test('is heard in dialogs, and presses nothing there', async () => {
    const page = await pages.open();
    await openByDigit(page, 4);
    await page.locator('.table-body .row').first().click();
    let count = 0;
    for (const name of ['挂起', '取消订单']) {
      const opener = page.locator('.detail').getByRole('button', { name });
      await opener.first().click();
      const dialog = page.locator('dialog[open]');
      await dialog.waitFor();
      for (const button of await dialog.locator('button:enabled').all()) {
        await button.focus();
        await scanNobodys(page, `IN-DIALOG ${count++}`);
        await expect.poll(() => dialog.count()).toBe(1);
      }
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
    expect(count).toBeGreaterThan(3);
  });

  test('that ends with CR and LF, or sends a space within, presses the button of the focus neither way', async () => {
    const page = await pages.open();
    await openByDigit(page, 4);
    const button = page.locator('.desk .button-primary');
    await button.focus();
    await strike(page, [...strokesOf('CODE 39 77'), enter, enter]);
    await toast(page, 'CODE 39 77').waitFor();
    await strike(page, [...strokesOf('CODE 40 77'), enter, { key: 'j', code: 'KeyJ', modifiers: 2 }]);
    await toast(page, 'CODE 40 77').waitFor();
    expect(await page.locator('dialog[open], .preflight').count()).toBe(0);
  });

  test('while a Chinese input method is on: read from the keys, nothing of it stays in the field', async () => {
    const page = await pages.open();
    await openByDigit(page, 4);
    const search = page.locator('input[type=search]');
    await search.fill('138');
    await search.focus();
    const taken = (code: string) => ({ key: 'Process', code, windowsVirtualKeyCode: 229 });
    const letters = [
      { ...taken('KeyS'), composed: 's' },
      { ...taken('KeyF'), composed: 'sf' },
    ];
    const digits = [...'1234567890199'].map((digit) => taken(`Digit${digit}`));
    await strike(page, [...letters, ...digits, taken('Enter')]);
    await toast(page, 'SF1234567890199').waitFor();
    await expect.poll(() => search.inputValue()).toBe('138');
  });

  test('two codes that came as one are taken one after the other', async () => {
    const page = await pages.open();
    await scan(page, '69012345678926900000000007');
    await toast(page, '6901234567892').waitFor();
    await toast(page, '6900000000007').waitFor();
  });

  test('the QR code of an SF label opens the parcel whose number it holds', async () => {
    const page = await pages.open();
    await openByDigit(page, 4);
    await openFilter(page, '全部');
    const numbers = page.locator('.table-body .row [data-column=waybillNo]', { hasText: /\d{6}/ });
    const waybillNo = (await seen(numbers.first())).trim();
    await openByDigit(page, 1);
    await scan(page, routeTextOf('SF9000000000009'));
    await toast(page, 'SF9000000000009').waitFor();
    await scan(page, routeTextOf(waybillNo));
    await page.locator('.detail', { hasText: waybillNo }).waitFor();
  });

  test('half a number is named and opens nothing; the whole one does', async () => {
    const page = await pages.open();
    await openByDigit(page, 4);
    const orderNo = (await seen(page.locator('.table-body .row [data-column=orderNo]').first())).trim();
    await openByDigit(page, 1);
    const title = await page.locator('.screen h1').textContent();
    await scan(page, orderNo.slice(0, -1));
    await toast(page, orderNo).or(toast(page, '没有找到')).first().waitFor();
    expect(await page.locator('.screen h1').textContent()).toBe(title);
    await scan(page, orderNo);
    await page.locator('.detail strong', { hasText: orderNo }).waitFor();
  });

  test('two guns at once are told, and the rest of their keys presses nothing', async () => {
    const page = await pages.open();
    await openByDigit(page, 4);
    await page.locator('.desk .button-primary').focus();
    await strike(page, [...strokesOf('679301213243546576879809210'), enter, ...strokesOf('22'), enter]);
    await toast(page, '两把扫码枪').waitFor();
    expect(await page.locator('dialog[open], .preflight').count()).toBe(0);
  });

  test('that sends no Enter is told once its keys have stopped', async () => {
    const page = await pages.open();
    await page.locator('.shell-main').focus();
    await strike(page, strokesOf('SF1234567890123'));
    await toast(page, '没有发完').waitFor();
  });

  test('whose keys are handed on late by a busy system is read whole by their own times', async () => {
    const page = await pages.open();
    await page.locator('.shell-main').focus();
    const begin = Date.now() / 1000;
    await strike(page, strokesOf('SF12345678'), 0.004, begin);
    // Longer than a gun takes: told as not finished, and not forgotten.
    await toast(page, '没有发完').waitFor();
    await strike(page, [...strokesOf('90123'), enter], 0.004, begin + 10 * 0.004);
    await toast(page, 'SF1234567890123').waitFor();
  });

  test('that types by Alt and the keypad is read, leads nowhere else and leaves nothing; a hand’s Alt and digit leads on', async () => {
    const page = await pages.open();
    await openByDigit(page, 4);
    const search = page.locator('input[type=search]');
    await search.fill('138');
    await strike(page, altStrokesOf('ALT-12345\r'));
    await toast(page, 'ALT-12345').waitFor();
    await expect.poll(() => search.inputValue()).toBe('138');
    expect(await page.locator('.screen h1').textContent()).toBe('发货');
    await page.locator('body').click({ position: { x: 2, y: 2 } });
    await strike(page, altStrokesOf('KEYPAD 77\r'), 0.012);
    await toast(page, 'KEYPAD 77').waitFor();
    expect(await page.locator('.screen h1').textContent()).toBe('发货');
    await page.keyboard.down('Alt');
    await page.keyboard.press('Numpad2');
    await page.keyboard.up('Alt');
    await page.locator('.screen h1', { hasText: '导入' }).waitFor();
  });

  test('a hand types as before: letters, Enter on a button, digits in a field', async () => {
    const page = await pages.open();
    await openByDigit(page, 4);
    const search = page.locator('input[type=search]');
    await search.focus();
    await strike(page, strokesOf('138'), 0.09);
    await expect.poll(() => search.inputValue()).toBe('138');
    await page.keyboard.press('Control+k');
    await page.locator('dialog[open]').waitFor();
    expect(await page.locator('.toast').count()).toBe(0);
  });
});
