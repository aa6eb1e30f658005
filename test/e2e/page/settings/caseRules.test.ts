import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen, seenNow } from '../seen.ts';

describe.skipIf(!hasChromium)('the exception rules in Settings', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  async function openRules(query = ''): Promise<Page> {
    const page = await pages.open(query);
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav button', { hasText: /^(异常规则|Exception rules)$/ }).click();
    await page.locator('.case-rules-table').waitFor();
    return page;
  }

  test('says after how long, which days rest and how soon, the most urgent first', async () => {
    const page = await openRules();
    const shown = await seen(page.locator('.case-rules-table'));
    expect(shown.indexOf('几小时内处理')).toBeLessThan(shown.indexOf('留意'));
    await expect.poll(() => page.getByLabel('长时间没有更新 超过多久算').inputValue()).toBe('72');
    await expect.poll(() => page.getByLabel('打印后没有揽收 超过多久算').inputValue()).toBe('24');
  });

  test('takes another limit, refuses one out of range where it stands, and saves', async () => {
    const page = await openRules();
    const limit = page.getByLabel('长时间没有更新 超过多久算');
    const save = page.getByRole('button', { name: '保存规则' });
    await expect.poll(() => save.isDisabled()).toBe(true);
    await limit.fill('5');
    await expect.poll(() => seenNow(page.locator('.case-rules-table'))).toContain('12–336');
    await expect.poll(() => save.isDisabled()).toBe(true);
    await limit.fill('48');
    await page.getByLabel('破损', { exact: true }).click();
    await save.click();
    await expect.poll(() => seenNow(page.locator('.toasts, .toast').first())).toContain('规则已保存');
    await expect.poll(() => page.getByLabel('长时间没有更新 超过多久算').inputValue()).toBe('48');
    await expect.poll(() => page.getByLabel('破损', { exact: true }).isChecked()).toBe(false);
  });

  test('a carrier or a province takes a limit of its own, beside what the rule says, and it goes again', async () => {
    const page = await openRules();
    const add = page.locator('.case-rules-new').first();
    const button = add.getByRole('button', { name: '添加' });
    await add.getByLabel(/超过多久算/).fill('120');
    await expect.poll(() => button.isDisabled()).toBe(true);
    await add.getByLabel('收件省份').click();
    await page.locator('.ant-select-item-option', { hasText: '广东省' }).first().click();
    await button.click();
    const line = page.locator('.case-rules-limit');
    expect(await seen(line)).toMatch(
      /长时间没有更新[\s\S]*所有快递 → 广东省[\s\S]*120 小时[\s\S]*规则是 72 小时/,
    );
    await page.getByRole('button', { name: '保存规则' }).click();
    await expect.poll(() => seenNow(page.locator('.toasts, .toast').first())).toContain('规则已保存');
    await line.getByRole('button').click();
    await expect.poll(() => line.count()).toBe(0);
  });

  test('a holiday of the shop’s own stands in order among those of years to come, which bear a name of the language', async () => {
    const page = await openRules('language=en');
    const holidays = page.locator('.panel', { has: page.getByLabel('Name', { exact: true }) });
    await expect.poll(() => seenNow(holidays)).toContain('Spring Festival');
    await holidays.getByLabel('Name', { exact: true }).fill('Stocktaking');
    await holidays.getByRole('button', { name: 'Add' }).click();
    await expect.poll(() => seen(holidays.getByRole('listitem').first())).toContain('Stocktaking');
    expect(await seen(holidays)).not.toMatch(/[一-鿿]/);
  });

  test('is read in English and in the dark as well', async () => {
    const page = await openRules('language=en&theme=dark');
    await expect
      .poll(() => seen(page.locator('.case-rules-table')))
      .toContain('by route where there is history');
    if (process.env.SHOTS !== undefined) {
      await page.setViewportSize({ width: 1366, height: 768 });
      await page.screenshot({ path: `${process.env.SHOTS}/caseRules-dark-en.png` });
      const light = await openRules();
      await light.setViewportSize({ width: 1366, height: 768 });
      await light.screenshot({ path: `${process.env.SHOTS}/caseRules-light-zh.png` });
    }
  });

  test('takes the address of the shop’s own program for notices, and shows its host alone', async () => {
    const page = await pages.open();
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav button', { hasText: '通知买家' }).click();
    await page.locator('.settings-body').getByRole('button', { name: '设置', exact: true }).click();
    await page.getByLabel('接口地址').fill('https://shop.example/hook?token=t');
    await page.getByLabel('签名密钥').fill('very-secret');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await expect.poll(() => seenNow(page.locator('.settings-body'))).toContain('shop.example');
    expect(await seen(page.locator('.settings-body'))).not.toMatch(/token|very-secret/);
    if (process.env.SHOTS !== undefined)
      await page.screenshot({ path: `${process.env.SHOTS}/buyerNotice.png` });
  });
});
