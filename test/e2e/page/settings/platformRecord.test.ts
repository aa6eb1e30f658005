import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { seenNow } from '../seen.ts';

describe.skipIf(!hasChromium)('the platform record in Settings', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  async function openRecord(tab: string, query = ''): Promise<Page> {
    const page = await pages.open(query);
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav button', { hasText: /^平台档案$|^Platform record$/ }).click();
    await page.getByRole('tab', { name: tab }).click();
    return page;
  }
  const body = (page: Page) => page.locator('.settings-body');

  test('the set-up says which phase it is in; only what a person alone can know is ticked', async () => {
    const page = await openRecord('上线步骤');
    await expect.poll(() => seenNow(body(page))).toContain('现在在“需求”阶段，还差 3 步');
    const contract = page.getByRole('listitem').filter({ hasText: '合同与价格已核对' });
    await contract.getByRole('checkbox').click();
    await expect.poll(() => seenNow(contract)).toContain('店主 勾选');
    const passed = page.getByRole('listitem').filter({ hasText: '每个正式账号都通过小单测试' });
    expect(await passed.getByRole('checkbox').count()).toBe(0);
  });

  test('what is left leads to where it is done, also within the section', async () => {
    const page = await openRecord('上线步骤');
    const list = page.getByRole('listitem').filter({ hasText: '需求清单填写完整' });
    await list.getByRole('button', { name: '去处理' }).click();
    await page.getByRole('button', { name: '导出清单' }).waitFor();
    await page.getByRole('tab', { name: '上线步骤' }).click();
    const account = page.getByRole('listitem').filter({ hasText: '已添加正式平台账号' });
    await account.getByRole('button', { name: '去处理' }).click();
    await page.getByRole('heading', { name: '账号', level: 2 }).waitFor();
  });

  test('a list that asks for what no platform can do says so; done elsewhere it is no hindrance', async () => {
    const page = await openRecord('需求清单');
    await expect.poll(() => seenNow(body(page))).toContain('还没有填：业务场景、必备功能、要对接的系统');
    for (const label of ['跨境件', '批量发货', '电子面单', '不需要对接任何系统'])
      await page.getByLabel(label, { exact: true }).check();
    await page.getByRole('button', { name: '保存清单' }).click();
    await expect.poll(() => seenNow(body(page))).toContain('清单已填写完整');
    const customs = page.getByRole('listitem').filter({ hasText: '跨境清关' });
    await expect.poll(() => seenNow(customs)).toContain('做不到');
    await customs.getByRole('button').click();
    await page.getByLabel('由谁、怎么办理').fill('货代报关');
    await page.keyboard.press('Enter');
    await expect.poll(() => seenNow(customs)).toContain('货代报关');
    await expect.poll(() => seenNow(customs)).not.toContain('做不到');
  });

  test('confirming takes a complete list and a name', async () => {
    const page = await openRecord('需求清单');
    expect(await page.getByRole('button', { name: '记为已确认' }).count()).toBe(0);
    for (const label of ['国内件', '零散发货', '物流查询', '不需要对接任何系统'])
      await page.getByLabel(label, { exact: true }).check();
    await page.getByRole('button', { name: '保存清单' }).click();
    const name = page.getByLabel('业务负责人姓名');
    await name.fill('王店长');
    await name.press('Enter');
    await expect.poll(() => seenNow(body(page))).toContain('王店长 已确认');
  });

  test('terms want a real time; an incident runs against them until it is solved with what came of it', async () => {
    const page = await openRecord('各平台档案');
    await page.getByRole('button', { name: '填写' }).click();
    const save = page.locator('form').getByRole('button', { name: '保存' });
    await page.getByLabel('开始', { exact: true }).fill('9点');
    await expect.poll(() => save.isDisabled()).toBe(true);
    await page.getByLabel('开始', { exact: true }).fill('00:00');
    await page.getByLabel('结束', { exact: true }).fill('00:00');
    await page.getByLabel('首次响应（分钟）').fill('60');
    await page.getByLabel('专属顾问', { exact: true }).fill('李顾问');
    await save.click();
    await expect.poll(() => seenNow(body(page))).toContain('李顾问');

    await page.getByRole('button', { name: '报告了一个问题' }).click();
    await page.getByLabel('什么问题').fill('批量取号失败');
    await page.keyboard.press('Enter');
    const incident = page.getByRole('listitem').filter({ hasText: '批量取号失败' });
    await expect.poll(() => seenNow(incident)).toContain('计时中');
    await incident.getByRole('button', { name: '平台已答复' }).click();
    await expect.poll(() => seenNow(incident)).toContain('按时');
    await incident.getByRole('button', { name: '已解决' }).click();
    await page.getByLabel('怎么解决的').fill('平台已扩容');
    await page.keyboard.press('Enter');
    await expect.poll(() => seenNow(incident)).toContain('平台已扩容');
    await expect.poll(() => incident.getByRole('button', { name: '没有解决，重新打开' }).count()).toBe(1);
  });

  test('one press makes the diagnostics file beside the call log', async () => {
    const page = await openRecord('上线步骤');
    await page.locator('.settings-nav button', { hasText: '接口日志' }).click();
    await page.getByRole('button', { name: '生成诊断包' }).click();
    await page.getByText('诊断包已生成，不含密钥和个人信息').waitFor();
  });
});
