import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seen } from '../seen.ts';

/** Pictures are kept where this says, for looking at by hand. */
const shots = process.env.SHIPDESK_SHOTS;

describe.skipIf(!hasChromium)('rules that choose account and carrier', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 120_000);
  afterAll(() => pages.close());

  async function openRules(query = ''): Promise<Page> {
    const page = await pages.open(query);
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav button', { hasText: /^(发货规则|Shipping rules)$/ }).click();
    await page.locator('.rule').first().waitFor();
    return page;
  }
  const shoot = async (page: Page, name: string): Promise<void> => {
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png` });
  };

  test('every rule reads as one sentence, in its order, with the default at the end', async () => {
    const page = await openRules();
    const sentences = await page.locator('.rule-sentence').allInnerTexts();
    const plain = sentences.map((text) => text.replace(/\s+/g, ''));
    expect(plain[0]).toBe('如果保价金额超过¥2,000.00就转人工：贵重物品，先打电话确认');
    expect(plain[1]).toContain('如果寄往新疆、西藏且重量超过1.00kg、不超过5.00kg就取运费最低的：');
    expect(plain.at(-1)).toContain('其余订单就用');
    await shoot(page, 'rules-zh');
  });

  test('a clause is edited by keyboard in its sentence, tried on past orders, and only then saved', async () => {
    const page = await openRules();
    const chip = page.locator('.rule-chip', { hasText: '重量' });
    await chip.focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('超过（公斤）', { exact: true }).fill('2.5');
    await expect.poll(() => seen(chip)).toContain('超过 2.50 kg');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '用过去的订单试算' }).click();
    await page.locator('.trial-moves').waitFor();
    const said = await seen(page.locator('.rule-save'));
    expect(said).toContain('会改走别处；什么都还没有保存');
    expect(said).toContain('28 单的运费未知，没有算进去');
    await shoot(page, 'rules-trial-zh');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.locator('.rule-save').waitFor({ state: 'detached' });
    await expect.poll(() => seen(page.locator('body'))).toContain('规则已保存为第 4 版');
    await page.getByRole('button', { name: '恢复上一版' }).click();
    await page.locator('.rule-chip', { hasText: '超过 1.00 kg' }).waitFor();
  });

  test('Alt and an arrow move a rule, and a change can be given up', async () => {
    const page = await openRules();
    await page.locator('.rule-chip', { hasText: '保价金额' }).focus();
    await page.keyboard.press('Alt+ArrowDown');
    const second = page.locator('.rule').nth(1);
    await second.getByText('保价金额超过').waitFor();
    await page.getByRole('button', { name: '放弃改动' }).click();
    await page.locator('.rule').first().getByText('保价金额超过').waitFor();
  });

  test('a trial shows both ways side by side and ends in one action', async () => {
    const page = await openRules();
    const rule = page.locator('.rule', { hasText: '试走' });
    await rule.getByRole('button', { name: '比较新旧路线' }).click();
    await rule.locator('.share-figures').waitFor();
    await expect.poll(() => seen(rule)).toContain('样本太少，还说不准');
    await shoot(page, 'rules-share-zh');
    await rule.getByRole('button', { name: '停止试用（0%）' }).click();
    await rule.getByText('其中 0% 试走').waitFor();
  });

  test('an empty shop is told what to do, and its first rule is made by keyboard', async () => {
    const page = await openRules('fresh=1');
    await expect.poll(() => seen(page.locator('.rule-list'))).toContain('还没有规则');
    await page.getByRole('button', { name: '添加规则' }).click();
    await page.getByRole('button', { name: '加条件' }).click();
    await page.getByRole('button', { name: '商品名称' }).click();
    await page.getByLabel('内容（用顿号或逗号隔开，任何一个都算）').fill('生鲜、冷冻');
    await page.locator('.rule-chip', { hasText: '商品含“生鲜”、“冷冻”' }).waitFor();
  });

  test('price tables say what they hold; all of it in English and dark without a complaint', async () => {
    const before = pages.complaints.length;
    const page = await openRules('language=en&theme=dark');
    const sentence = (await seen(page.locator('.rule-sentence').nth(3))).replace(/\s+/g, ' ');
    expect(sentence).toContain('If it is cash on delivery then use');
    await shoot(page, 'rules-en-dark');
    await page.getByText('Freight prices').first().click();
    await page.locator('.settings-row').first().waitFor();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.locator('.price-grid').waitFor();
    await expect.poll(() => seen(page.locator('.price-words'))).toContain('each further 1.00 kg ¥0.80');
    await shoot(page, 'prices-en-dark');
    expect(pages.complaints.slice(before)).toEqual([]);
  });

  test('limits of booking and paper are set with their unit; what lies outside is said and cannot be saved', async () => {
    const page = await openRules();
    await page.locator('.rules-home').getByText('通用', { exact: true }).click();
    const field = page.getByLabel('每卷面单（张）');
    const save = page.getByRole('form', { name: '取号与纸张的限值' }).getByRole('button', { name: '保存' });
    await expect.poll(() => field.inputValue()).toBe('500');
    await expect.poll(() => save.isDisabled()).toBe(true);
    await field.fill('20');
    await page.getByText('请填 50 到 10000 之间的整数。').waitFor();
    await expect.poll(() => save.isDisabled()).toBe(true);
    await field.fill('800');
    await shoot(page, 'limits-zh');
    await page.keyboard.press('Enter');
    await page.locator('.toast-done').waitFor();
    await page.keyboard.press('Alt+1');
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav button', { hasText: '发货规则' }).click();
    await page.locator('.rules-home').getByText('通用', { exact: true }).click();
    await expect.poll(() => page.getByLabel('每卷面单（张）').inputValue()).toBe('800');
  });
});
