import { afterAll, beforeAll, expect, test } from 'vitest';
import { KdniaoServer } from '../doubles/platforms/kdniaoServer.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';
import { seenNow } from './page/seen.ts';
import { addKdniaoAccount, createWorkspace, fillSender, openSection } from './realDesk.ts';

/** An account of the real address, never called in this test; its small order goes to the double. */
let opened: OpenWindow;
const testSystem = new KdniaoServer({ merchantId: 'test1234567' });

beforeAll(async () => {
  await testSystem.listen();
  opened = await launchWindow();
  const { page } = opened;
  await createWorkspace(page);
  await fillSender(page);
  await addKdniaoAccount(page, {
    name: '正式账号',
    merchantId: '1990001',
    secret: 'a-real-key-that-is-never-sent',
    endpoint: '',
  });
}, 120_000);
afterAll(async () => {
  await opened.close();
  await testSystem.close();
});

const account = () => opened.page.locator('.account-row', { hasText: '正式账号' });

/** `said` is a part of the notice that tells the outcome; the one of the account that was just added may stand there still. */
async function runTest(secret: string, said: string): Promise<void> {
  const { page } = opened;
  await account()
    .getByLabel(/^测试编号/)
    .fill(testSystem.merchantId);
  await account().getByLabel('测试密钥（必填）').fill(secret);
  await account()
    .getByLabel(/^测试地址/)
    .fill(testSystem.url);
  await account().getByRole('button', { name: '开始小单测试' }).click();
  await page.locator('.toast', { hasText: said }).waitFor();
}

test('before its small order has passed, an account is locked, and so is what wants to use it', async () => {
  const { page } = opened;
  await account().getByText('未上线：小单测试没有全部通过').first().waitFor();
  await openSection(page, '发货规则');
  await page.getByRole('button', { name: '添加规则' }).click();
  await page.getByText('账号“正式账号”还没通过小单测试，真实订单暂时下不了。').waitFor();
});

test('a step that fails is named with what to do, and nothing is unlocked', async () => {
  const { page } = opened;
  await openSection(page, '账号');
  await account().getByRole('button', { name: '详情' }).click();
  await runTest('a-wrong-key', '还没有全部通过');
  const failed = account().locator('.golive-step', { hasText: '没通过' });
  await failed.waitFor();
  const said = await seenNow(failed);
  expect(said).toContain('签名');
  expect(said).toMatch(/CARRIER_CREDENTIALS|CARRIER_SIGNATURE/);
  await expect.poll(() => account().locator('.golive-step', { hasText: '未测试' }).count()).toBe(5);
  expect(await seenNow(account())).toContain('未上线');
  await expect.poll(() => account().getByLabel('测试密钥（必填）').inputValue()).toBe('');
  const closers = page.locator('.toast button');
  for (let left = await closers.count(); left > 0; left--) await closers.first().click();
});

test('with all six steps passed it is live, each step keeps its time, and the test number was given back', async () => {
  const { page } = opened;
  await runTest(testSystem.apiKey, '可以正式取号了');
  await account().getByText('已上线', { exact: true }).first().waitFor();
  await expect.poll(() => account().locator('.golive-step', { hasText: '通过' }).count()).toBe(6);
  expect(await seenNow(account().locator('.golive-step').first())).toContain('测试于');
  expect(testSystem.ledger.lines.map(({ isCancelled }) => isCancelled)).toEqual([true]);
  await openSection(page, '发货规则');
  await page.getByText('还没通过小单测试').waitFor({ state: 'detached' });
});
