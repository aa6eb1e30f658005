import type { Page } from 'playwright-core';

/** What a new shop does before its first booking, by hand in the window; its recovery code. */
export async function createWorkspace(page: Page): Promise<string> {
  await page.getByText('正式工作区').click();
  await page.getByLabel(/^口令/).first().fill('open sesame 42');
  await page.getByLabel('再输入一次口令').fill('open sesame 42');
  await page.getByRole('button', { name: '创建工作区' }).click();
  const code = await keepRecoveryCode(page);
  await page.locator('.today-next').waitFor();
  return code;
}

/** Reads the code that is shown once, and says that it was written down. */
export async function keepRecoveryCode(page: Page): Promise<string> {
  const code = await page.locator('.recovery-code').textContent();
  await page.getByRole('button', { name: '我已抄下' }).click();
  return code ?? '';
}

export async function openSection(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Alt+9');
  await page.locator('.settings-nav').getByText(name, { exact: true }).click();
}

export async function fillSender(page: Page): Promise<void> {
  await openSection(page, '寄件人');
  await page.getByLabel('粘贴寄件信息').fill('样板小铺 13800000999 云南省昆明市官渡区环城东路51号');
  await page.getByRole('button', { name: '识别并填入' }).click();
  const detail = await page.getByLabel('详细地址').elementHandle();
  await page.waitForFunction(
    (field) => (field as HTMLInputElement | null)?.value.includes('环城东路') === true,
    detail,
  );
  await page.getByRole('button', { name: '保存' }).click();
  await page.locator('.toast-done').first().waitFor();
}

interface KdniaoAccount {
  readonly name: string;
  readonly merchantId: string;
  readonly secret: string;
  /** Empty: the real one, locked until the small-order test has passed. */
  readonly endpoint: string;
}

export async function addKdniaoAccount(page: Page, account: KdniaoAccount): Promise<void> {
  await openSection(page, '账号');
  await page.getByRole('button', { name: '添加账号' }).click();
  await page.getByLabel('账号名称').fill(account.name);
  await page.getByLabel('商户号（必填）').fill(account.merchantId);
  await page.getByLabel('密钥（必填）').fill(account.secret);
  await page.getByLabel('接口地址（可不填）').fill(account.endpoint);
  await page.locator('form').getByRole('button', { name: '添加账号' }).click();
  await page.locator('.account-row', { hasText: account.name }).waitFor();
}

/** A label printer on the network, set up in the wizard; the first one is the default. */
export async function addPrinter(page: Page, port: number): Promise<void> {
  await openSection(page, '打印机');
  await page.getByRole('button', { name: '添加打印机' }).first().click();
  await page.getByLabel('地址', { exact: true }).fill('127.0.0.1');
  await page.getByLabel('端口', { exact: true }).fill(String(port));
  await page.getByRole('button', { name: '问一下' }).click();
  await page.getByText('连得上').waitFor();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('名称').fill('打包台 1');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '打印测试面单' }).click();
  await page.getByText('看一眼出来的纸').waitFor();
  await page.getByRole('button', { name: '不校准，完成' }).click();
  const line = page.locator('.settings-row', { hasText: '打包台 1' });
  await line.getByText('默认', { exact: true }).waitFor();
}

/** From the list through the check into the queue. */
export async function bookAllReady(page: Page, count: number): Promise<void> {
  await page.keyboard.press('Alt+4');
  await page.locator('.desk-preview', { hasText: `${count} 单` }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.locator('.verdict-go, .verdict-look').waitFor();
  await page.keyboard.press('Control+Enter');
}

/** Orders as a shop exports them; their receivers need no correcting. */
export function ordersCsv(firstNo: number, count: number): string {
  const places = ['浙江省杭州市余杭区仓前街道', '广东省深圳市南山区粤海街道', '江苏省南京市鼓楼区'];
  const rows = Array.from({ length: count }, (_, index) =>
    [
      `35${String(firstNo + index).padStart(17, '0')}`,
      `${'申袁柳'[index % 3]}样例`,
      `13800000${String(300 + index).padStart(3, '0')}`,
      `${places[index % 3]}样板路${index + 1}号`,
      '样品绿茶',
      '1',
    ].join(','),
  );
  return ['订单号,收货人,手机,收货地址,商品名称,数量', ...rows].join('\n');
}
