import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { enter, scan, strike, strokesOf } from '../scan/scan.ts';
import { seenNow } from '../seen.ts';

describe.skipIf(!hasChromium)('the devices of a bench in Settings', () => {
  let pages: Pages;
  beforeAll(async () => {
    pages = await openPages();
  }, 60_000);
  afterAll(() => pages.close());

  async function openDevices(query = ''): Promise<Page> {
    const page = await pages.open(query);
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav button', { hasText: /^打包设备$|^Bench devices$/ }).click();
    await page.locator('.gun-test').waitFor();
    return page;
  }
  const result = (page: Page) => page.locator('.gun-test-result');
  const body = (page: Page) => page.locator('.settings-body');
  /** antd keeps its list outside of the section. */
  async function choose(page: Page, field: string, option: RegExp): Promise<void> {
    await page.getByLabel(field, { exact: true }).click();
    await page.locator('.ant-select-item-option', { hasText: option }).click();
  }

  test('a gun is tried: what it read and what that is stand there, wherever the cursor is', async () => {
    const page = await openDevices();
    await scan(page, '6901234567892');
    await expect.poll(() => seenNow(result(page))).toContain('商品条码，13 位');
    await page.locator('.gun-test-field').focus();
    await scan(page, 'SF1234567890123');
    await expect.poll(() => seenNow(result(page))).toContain('快递单号，15 位');
    expect(await page.locator('.toast').count()).toBe(0);
  });

  test('a gun that is set wrongly is told how to set it', async () => {
    const page = await openDevices();
    await page.locator('.gun-test-field').focus();
    await strike(page, [...strokesOf('6901234567892'), enter], 0.07);
    await expect.poll(() => seenNow(result(page))).toContain('发得太慢');
    await strike(page, strokesOf('6901234567892'));
    await expect.poll(() => seenNow(result(page))).toContain('后面没有回车');
  });

  test('a slow gun is told how its short codes will be read, and reads them once three long ones have taught its rhythm', async () => {
    const page = await openDevices();
    await page.locator('.gun-test-field').focus();
    let at = Date.now() / 1_000;
    const slowly = async (code: string): Promise<void> => {
      await strike(page, [...strokesOf(code), enter], 0.05, at);
      at += 2;
    };
    await slowly('XL12');
    await expect.poll(() => seenNow(result(page))).toContain('先用这把枪扫 3 个 6 位以上的码');
    for (const [codes, code] of ['6901234567892', 'SF1234567890123', 'TEA-100-XL'].entries()) {
      await slowly(code);
      await expect.poll(() => seenNow(result(page))).toContain(code);
      await expect
        .poll(() => seenNow(result(page)))
        .toContain(codes < 2 ? `${codes + 1}/3 个长码` : '3 到 5 位的短码也能读');
    }
    await slowly('XL12');
    await expect.poll(() => seenNow(result(page))).toContain('读到了，4 位');
  });

  test('with its prefix set a gun reads codes of one character, and the prefix is left out', async () => {
    const page = await openDevices();
    const prefix = page.getByLabel('枪的前缀');
    await prefix.fill('abc');
    await expect.poll(() => seenNow(body(page))).toContain('前缀是 1 到 3 个符号');
    await prefix.fill('~');
    await page.keyboard.press('Enter');
    await page.locator('.toast', { hasText: '已保存' }).waitFor();
    await page.locator('.shell-main').focus();
    await scan(page, '~7');
    await expect.poll(() => seenNow(result(page))).toContain('读到了，1 位');
  });

  test('a serial gun is added by its port and heard on any screen; removed it is gone', async () => {
    const page = await openDevices();
    await page.getByRole('button', { name: '添加串口枪' }).click();
    await choose(page, '接口', /Barcode Scanner/);
    await page.getByLabel('名称（如“左手枪”）').fill('左手枪');
    await page.locator('form').getByRole('button', { name: '添加串口枪' }).click();
    await expect.poll(() => seenNow(body(page))).toContain('左手枪');
    await page.evaluate("window.page.scanSerial('左手枪', '6901234567892')");
    await expect.poll(() => seenNow(result(page))).toContain('6901234567892');
    await page.keyboard.press('Alt+4');
    await page.evaluate("window.page.scanSerial('左手枪', 'NOBODY77')");
    await page.locator('.toast', { hasText: 'NOBODY77' }).waitFor();
    await page.evaluate("window.page.scanSerial('左手枪', 'HALF', true)");
    await page.locator('.toast', { hasText: '没有发完' }).waitFor();
  });

  test('a scale is set up by what it says and a known weight; a wrong weight takes nothing', async () => {
    const page = await openDevices();
    await page.getByRole('button', { name: '接电子秤' }).click();
    await choose(page, '接口', /CH340/);
    await expect.poll(() => page.locator('.guess-row').count()).toBe(2);
    expect(await seenNow(page.locator('.guess-list'))).toContain('0.300');
    await page.getByLabel('它重多少克').fill('1000');
    await page.getByRole('button', { name: '确认是这台秤' }).click();
    await page.locator('.notice-failed', { hasText: 'SCALE_NOT_PROVEN' }).waitFor();
    await page.getByLabel('它重多少克').fill('3000');
    await page.getByRole('button', { name: '确认是这台秤' }).click();
    await expect.poll(() => seenNow(page.locator('.scale-grams'))).toBe('3.000');
    await expect.poll(() => page.locator('.padlock-closed').count()).toBe(1);
    await page.evaluate("window.page.setScale('moving', 1234)");
    await expect.poll(() => seenNow(page.locator('.scale-figure'))).toContain('还在晃');
    expect(await page.locator('.padlock-closed').count()).toBe(0);
    await page.evaluate("window.page.setScale('silent', null)");
    await expect.poll(() => seenNow(page.locator('.scale-figure'))).toContain('–');
  });

  test('a port where nothing speaks says so, and trying goes on', async () => {
    const page = await openDevices();
    await page.getByRole('button', { name: '接电子秤' }).click();
    await choose(page, '接口', /Barcode Scanner/);
    await expect.poll(() => seenNow(body(page))).toContain('秤还没有发数据');
    await expect.poll(() => page.getByRole('button', { name: '确认是这台秤' }).isDisabled()).toBe(true);
  });

  test('the simulated scale weighs what is put on it', async () => {
    const page = await openDevices();
    await page.getByRole('button', { name: '用模拟秤练习' }).click();
    await page.getByRole('button', { name: '0.8 kg' }).click();
    await expect.poll(() => seenNow(page.locator('.scale-grams'))).toBe('0.800');
  });

  test('a recorder wants an address that will do, and is tried', async () => {
    const page = await openDevices();
    await page.getByText('网址', { exact: true }).click();
    await page.getByLabel('录像软件的网址').fill('http://camera.example/record');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.locator('.notice-failed', { hasText: 'RECORDER_TARGET_INVALID' }).waitFor();
    await page.getByLabel('录像软件的网址').fill('https://camera.example/record');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('button', { name: '试一下' }).click();
    await page.locator('.toast', { hasText: '录像软件有回应' }).waitFor();
  });

  test('every stop of the bench can be heard, and is as loud as was set', async () => {
    const page = await openDevices();
    const slider = page.getByLabel('音量');
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => seenNow(page.locator('.loudness'))).toContain('70%');
    await page.getByText('试听全部').click();
    await expect.poll(() => page.locator('.sound-list li').count()).toBeGreaterThan(30);
    await page.getByRole('button', { name: '已退款' }).click();
  });

  test('the barcodes that act come out of a printer, or as a PDF', async () => {
    const page = await openDevices();
    await page.getByRole('button', { name: '打印命令条码' }).click();
    await page.locator('.toast', { hasText: '命令条码已发送，共 2 张' }).waitFor();
    await page.getByRole('button', { name: '存为 PDF（A4）' }).click();
    await page.locator('.toast', { hasText: 'bench-barcodes.pdf' }).waitFor();
  });

  test('a packer is told who may change it', async () => {
    const page = await pages.open('operator=packer');
    await page.keyboard.press('Alt+9');
    await page.locator('.settings-nav button', { hasText: '打包设备' }).click();
    expect(await page.locator('.gun-test').count()).toBe(0);
  });

  test.each([
    ['zh-CN', 'light', 1366],
    ['en', 'dark', 1366],
    ['zh-CN', 'light', 1920],
  ] as const)('nothing is cut (%s, %s, %i)', async (language, theme, width) => {
    const page = await openDevices(`language=${language}&theme=${theme}`);
    await page.setViewportSize({ width, height: width === 1366 ? 768 : 1080 });
    await page.getByRole('button', { name: /用模拟秤练习|Practise with/ }).click();
    await page.locator('.scale-grams').waitFor();
    const folder = process.env.SHIPDESK_PICTURES;
    if (folder !== undefined) {
      await page.screenshot({ path: `${folder}/devices-${language}-${theme}-${width}.png` });
      await body(page).evaluate((element) => element.scrollTo(0, 9_999));
      await page.screenshot({ path: `${folder}/devices-${language}-${theme}-${width}-end.png` });
    }
    const wider = await body(page).evaluate((element) => element.scrollWidth > element.clientWidth + 1);
    expect(wider).toBe(false);
    await page.setViewportSize({ width: 1366, height: 768 });
  });
});
