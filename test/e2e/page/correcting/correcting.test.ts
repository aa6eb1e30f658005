import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, openPages, type Pages } from '../openPages.ts';
import { scan } from '../scan/scan.ts';
import { seen } from '../seen.ts';

describe.skipIf(!hasChromium)('the Correct screen', () => {
  let pages: Pages;
  let page: Page;
  beforeAll(async () => {
    pages = await openPages();
  });
  afterAll(() => pages.close());

  async function openCorrect(query = ''): Promise<void> {
    page = await pages.open(query);
    await page.keyboard.press('Alt+3');
    await page.locator('.correction').waitFor();
  }
  const remaining = () => seen(page.locator('.correct-remaining'));
  const orderNo = () => seen(page.locator('.correction header strong'));
  const region = () => page.getByRole('combobox', { name: '省市区' });
  const showKind = async (name: string): Promise<void> => {
    await page.getByRole('button', { name }).click();
    await page.locator('.filter-chip[aria-pressed=true]', { hasText: name }).waitFor();
  };
  const untilRemaining = (wanted: string) => expect.poll(remaining).toBe(wanted);

  test('Enter accepts the worst address and goes on, Ctrl+Z takes it back, also after a reload', async () => {
    await openCorrect();
    const before = await remaining();
    const first = await orderNo();
    await page.keyboard.press('Enter');
    await expect.poll(remaining).not.toBe(before);
    expect(await orderNo()).not.toBe(first);
    await page.keyboard.press('Control+z');
    await untilRemaining(before);
    await page.locator('.correction header strong', { hasText: first }).waitFor();
  });

  test('a workspace without orders has confirmed nothing: it leads to the import', async () => {
    page = await pages.open('fresh=1&orders=0');
    await page.keyboard.press('Alt+3');
    await page.getByText('还没有订单', { exact: true }).waitFor();
    expect(await page.getByText('所有地址都已确认').count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.getByText('把订单文件拖到这里').waitFor();
  });

  test('what was changed stands in its place, old and new, with the reason in words', async () => {
    await openCorrect();
    await showKind('有多余文字');
    const changed = page.locator('.piece-changed').first();
    await expect.poll(() => seen(changed)).toMatch(/闸北区\s*静安区/);
    await expect.poll(() => seen(changed)).toContain('2015 年并入');
  });

  test('a number key takes a candidate; in a field it is a digit', async () => {
    await openCorrect();
    await showKind('同名地区');
    await page.locator('.candidate').first().waitFor();
    await expect.poll(() => region().inputValue()).toContain('北京市');
    await page.keyboard.press('2');
    await expect.poll(() => region().inputValue()).toBe('吉林省 长春市 朝阳区');
    const detail = page.getByLabel('详细地址');
    await detail.fill('8 号');
    await detail.press('1');
    await expect.poll(() => detail.inputValue()).toBe('8 号1');
    await expect.poll(() => region().inputValue()).toBe('吉林省 长春市 朝阳区');
  });

  test('a chosen candidate bears a sign, and its field is no longer said to be in doubt', async () => {
    await openCorrect();
    await showKind('同名地区');
    const chosen = page.locator('.candidate[aria-pressed=true]');
    const region = page.locator('.field', { has: page.getByRole('combobox', { name: '省市区' }) });
    // What was understood is the first of them, and nobody has said that it is right.
    await expect.poll(() => seen(chosen)).toContain('北京市 朝阳区');
    await expect.poll(() => seen(region)).toContain('可信度：存疑');
    for (const [key, place] of [
      ['2', '吉林省 长春市 朝阳区'],
      ['1', '北京市 朝阳区'],
      ['3', '浙江省 杭州市 余杭区'],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => seen(chosen)).toContain(place);
      await expect.poll(() => seen(region)).toContain('已按你选的或写的');
    }
    await page.getByRole('button', { name: '恢复识别结果' }).click();
    await expect.poll(() => seen(region)).toContain('可信度：存疑');
  });

  test('a field that a scan was taken out of again is not said to be written by a person', async () => {
    await openCorrect();
    const detail = page.getByLabel('详细地址');
    const understood = await detail.inputValue();
    const field = page.locator('.field', { has: detail });
    const said = await seen(field);
    await detail.focus();
    await scan(page, 'NOBODY-0001');
    await page.locator('.toast').waitFor();
    await expect.poll(() => detail.inputValue()).toBe(understood);
    await expect.poll(() => seen(field)).toBe(said);
  });

  test('what was filled in for a region is no longer told once another one is chosen', async () => {
    await openCorrect();
    await showKind('同名地区');
    const changes = page.locator('.findings').getByText('由下级地名推出');
    await changes.waitFor();
    await page.keyboard.press('2');
    await changes.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '恢复识别结果' }).click();
    await changes.waitFor();
  });

  test('a region that is alone ends where the answers below it end', async () => {
    await openCorrect('regionOpen=1');
    await showKind('同名地区');
    await page.locator('.candidate').nth(1).waitFor();
    const [alone, below] = await page.locator('.candidate').all();
    const endOf = async (answer: Locator | undefined): Promise<number> => {
      const box = await answer?.boundingBox();
      return (box?.x ?? 0) + (box?.width ?? 0);
    };
    expect(await endOf(alone)).toBeCloseTo(await endOf(below), 0);
  });

  test('an address in the buyer’s note is one of the answers, with whom it is for', async () => {
    await openCorrect('noteTelling=1');
    await expect.poll(() => seen(page.locator('.problems'))).toContain('“买家留言”里写着“改地址”');
    const answer = page.locator('.candidate').first();
    await expect.poll(() => seen(answer)).toContain('上海市 静安区 共和新路1号 李四 13900000000');
    await expect.poll(() => seen(answer)).toContain('按备注里写的');
    await page.keyboard.press('1');
    await expect.poll(() => page.getByLabel('详细地址').inputValue()).toBe('共和新路1号');
    await expect.poll(() => region().inputValue()).toBe('上海市 静安区');
    await expect.poll(() => page.locator('input[name=name]').inputValue()).toBe('李四');
    await expect.poll(() => page.locator('input[name=phone]').inputValue()).toBe('13900000000');
    await expect.poll(() => page.locator('input[name=town]').inputValue()).toBe('');
  });

  test('a subdistrict goes with its district: a candidate of another one takes it away', async () => {
    await openCorrect();
    await showKind('同名地区');
    await page.locator('.candidate').first().waitFor();
    const town = page.locator('input[name=town]');
    await town.fill('望京街道');
    await town.blur();
    await page.keyboard.press('1');
    const field = page.locator('.field', { has: region() });
    await expect.poll(() => seen(field)).toContain('已按你选的或写的');
    await expect.poll(() => town.inputValue()).toBe('望京街道');
    await page.keyboard.press('2');
    await expect.poll(() => region().inputValue()).toBe('吉林省 长春市 朝阳区');
    await expect.poll(() => town.inputValue()).toBe('');
  });

  test('what puts the reading back stays where it is, however much stands beside it', async () => {
    await openCorrect('regionOpen=1');
    await showKind('同名地区');
    await page.locator('.correct-lack').waitFor();
    const reset = page.getByRole('button', { name: '恢复识别结果' });
    const before = await reset.boundingBox();
    await page.keyboard.press('2');
    await page.locator('.correct-lack').waitFor({ state: 'detached' });
    expect(await reset.boundingBox()).toEqual(before);
  });

  test('where Enter leads to the region a number key still takes a candidate; what is typed there belongs to the field', async () => {
    await openCorrect('regionOpen=1');
    await showKind('同名地区');
    await page.locator('.candidate').first().waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => region().evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await seen(page.locator('.correct-lack'))).toBe('还缺省市区：按数字选，或者填写。');
    await page.keyboard.press('2');
    await expect.poll(() => region().inputValue()).toBe('吉林省 长春市 朝阳区');
    // Another one may be chosen at once.
    await page.keyboard.press('1');
    await expect.poll(() => region().inputValue()).toBe('北京市 朝阳区');
    await region().focus();
    await page.keyboard.type('sz');
    await page.keyboard.press('2');
    await page.waitForTimeout(200);
    await expect.poll(() => region().inputValue()).toBe('sz2');
    await page.keyboard.press('Escape');
    await region().focus();
    await scan(page, '2222222222221');
    await page.locator('.toast-failed').waitFor();
    await expect.poll(() => region().inputValue()).toBe('北京市 朝阳区');
    // No hand is as fast behind a scan as this would be: what is so fast belongs to the scan.
    await page.waitForTimeout(200);
    await page.keyboard.press('2');
    await expect.poll(() => region().inputValue()).toBe('吉林省 长春市 朝阳区');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate('page.accepted')).toEqual(['吉林省']);
  });

  test('the problem and its answers stand first, none of it below the fold, and at 125 % a phone number is read in full', async () => {
    await openCorrect();
    await showKind('同名地区');
    const bottomOf = async (what: string): Promise<number> => {
      const box = await page.locator(what).last().boundingBox();
      return (box?.y ?? 1_000) + (box?.height ?? 0);
    };
    await page.locator('.candidate').first().waitFor();
    const foot = await page.locator('.correction-foot').boundingBox();
    expect(await bottomOf('.candidate')).toBeLessThan(foot?.y ?? 0);
    const original = await page.locator('.original-text').boundingBox();
    expect(await bottomOf('.candidate')).toBeLessThan(original?.y ?? 0);
    await page.setViewportSize({ width: 1093, height: 614 });
    const phone = page.locator('input[name=phone]');
    const { scrollWidth, clientWidth } = await phone.evaluate(({ scrollWidth, clientWidth }) => ({
      scrollWidth,
      clientWidth,
    }));
    await page.setViewportSize({ width: 1366, height: 768 });
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });

  test('Enter on the heels of a number key accepts what is chosen, not what stood there before', async () => {
    await openCorrect();
    await showKind('同名地区');
    await page.locator('.candidate').first().waitFor();
    // Earlier than any hand: with the change itself, before the page is drawn.
    await region().evaluate((field) => {
      const press = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true });
      new MutationObserver(() => window.dispatchEvent(press)).observe(field, { attributes: true });
    });
    await page.keyboard.press('2');
    await expect.poll(() => page.evaluate('page.accepted')).toEqual(['吉林省']);
  });

  test('a quick hand that chooses and accepts has both done; a gun with a short code has nothing done', async () => {
    await openCorrect();
    await showKind('同名地区');
    await page.locator('.candidate').first().waitFor();
    const before = await remaining();
    await scan(page, '212');
    await page.waitForTimeout(300);
    expect([await remaining(), await page.evaluate('page.accepted')]).toEqual([before, []]);
    await scan(page, '2');
    await expect.poll(() => page.evaluate('page.accepted')).toEqual(['吉林省']);
  });

  test('Tab walks the fields, and a region typed by its initials is taken by Tab', async () => {
    await openCorrect();
    await page.keyboard.press('Tab');
    for (
      let step = 0;
      step < 12 && !(await region().evaluate((field) => field === document.activeElement));
      step += 1
    )
      await page.keyboard.press('Tab');
    await page.keyboard.type('gdsz');
    await page.locator('.region-option', { hasText: '广东省 深圳市' }).first().waitFor();
    await page.keyboard.press('Tab');
    await expect.poll(() => region().inputValue()).toBe('广东省 深圳市');
  });

  test('a region is chosen with the arrows alone, and Esc leaves it as it was', async () => {
    await openCorrect();
    await region().focus();
    const before = await region().inputValue();
    await page.keyboard.press('ArrowDown');
    await page.locator('.region-columns .region-on').waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Escape');
    await expect.poll(() => region().inputValue()).toBe(before);
    expect(await region().evaluate((field) => field === document.activeElement)).toBe(true);
  });

  test('orders of one address are decided together, or one alone when somebody says so', async () => {
    await openCorrect('orders=900');
    await page.locator('.queue-count').first().click();
    await page.locator('.together').waitFor();
    const count = Number(/\d+/.exec(await remaining())?.[0]);
    await page.getByRole('button', { name: '只处理这一单' }).click();
    await page.getByRole('button', { name: '确认，下一单' }).click();
    await untilRemaining(`还有 ${count - 1} 单`);
    await page.keyboard.press('Control+z');
    await untilRemaining(`还有 ${count} 单`);
    await page.locator('.queue-count').first().click();
    await page.getByRole('button', { name: '确认 3 单，下一个地址' }).click();
    await untilRemaining(`还有 ${count - 3} 单`);
    await page.keyboard.press('Control+z');
    await untilRemaining(`还有 ${count} 单`);
  });

  test('an order on the no-ship list is let through after one question, and the queue goes on', async () => {
    await openCorrect();
    const before = Number(/\d+/.exec(await remaining())?.[0]);
    await showKind('不发货地区');
    const no = await orderNo();
    await page.getByRole('button', { name: '仍然发货' }).click();
    const dialog = page.locator('.dialog');
    await dialog.getByText(`${no} 仍然发货？`).waitFor();
    await dialog.getByRole('button', { name: '仍然发货' }).click();
    await page.locator('.toast-done', { hasText: `${no} 已放行` }).waitFor();
    await untilRemaining(`还有 ${before - 1} 单`);
  });

  test('what is typed survives another screen, and Ctrl+Z in a field belongs to the field', async () => {
    await openCorrect();
    const before = await remaining();
    const detail = page.getByLabel('详细地址');
    await detail.fill('新的 99 号');
    await page.keyboard.press('Alt+4');
    await page.locator('.desk').waitFor();
    await page.keyboard.press('Alt+3');
    await page.locator('.correction').waitFor();
    await expect.poll(() => detail.inputValue()).toBe('新的 99 号');
    await detail.focus();
    await page.keyboard.press('Control+z');
    expect(await remaining()).toBe(before);
  });

  test('accepting many says how many first, and is undone as one', async () => {
    await openCorrect('orders=900');
    const before = await remaining();
    await page.keyboard.press('Alt+a');
    const yes = page.locator('.dialog .button-primary:enabled');
    await yes.waitFor();
    const accepted = Number(/\d+/.exec(await seen(yes))?.[0]);
    expect(accepted).toBeGreaterThan(1);
    await yes.click();
    await page.locator('.notice-done', { hasText: `已确认 ${accepted} 单` }).waitFor();
    await untilRemaining(`还有 ${Number(/\d+/.exec(before)?.[0]) - accepted} 单`);
    await page.keyboard.press('Control+z');
    await untilRemaining(before);
  });

  test('put off goes to the end and says so; the last resort of a masked row is said in words', async () => {
    await openCorrect();
    const first = await orderNo();
    await page.keyboard.press('Alt+s');
    await expect.poll(orderNo).not.toBe(first);
    await page.locator('.queue-off').waitFor();
    await showKind('带 *');
    await page.locator('.correction').waitFor();
    // Enter could solve nothing: it leads to what has to be written.
    await page.locator('.correction-foot', { hasText: '带 *' }).waitFor();
    const left = await remaining();
    await page.keyboard.press('Enter');
    const held = () => page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name);
    await expect.poll(held).toMatch(/^(name|phone|detail)$/);
    expect(await remaining()).toBe(left);
  });

  test('a scan changes nothing: in an open list, in a dialog, in a field, or on the form', async () => {
    await openCorrect();
    await showKind('同名地区');
    const before = await remaining();
    const first = await orderNo();
    const code = '2222222222221';
    await region().focus();
    const was = await region().inputValue();
    await page.keyboard.press('ArrowDown');
    await page.locator('.region-columns .region-on').waitFor();
    await scan(page, code);
    await page.locator('.toast-failed').waitFor();
    await expect.poll(() => region().inputValue()).toBe(was);
    expect(await page.locator('.region-pop').count()).toBe(0);
    await page.keyboard.press('Alt+h');
    const note = page.getByLabel('说明（可不填）');
    await note.fill('等回电');
    await scan(page, code);
    await expect.poll(() => note.inputValue()).toBe('等回电');
    expect(await remaining()).toBe(before);
    await page.keyboard.press('Escape');
    await page.locator('.dialog').waitFor({ state: 'detached' });
    const name = page.getByLabel('姓名');
    await name.focus();
    await scan(page, code);
    await expect.poll(() => name.inputValue()).toBe('陈建国');
    await page.locator('.correction').focus();
    await scan(page, code);
    expect(await remaining()).toBe(before);
    expect(await orderNo()).toBe(first);
    await expect.poll(() => region().inputValue()).toBe(was);
  });

  test('a hundred thousand orders: the screen is there at once and scrolls without blanks', async () => {
    await openCorrect('orders=100000');
    await page.locator('.correct-queue .table').focus();
    await page.keyboard.press('End');
    await page.waitForFunction(() => document.querySelectorAll('.correct-queue .cell-blank').length === 0);
    expect(await page.locator('.correct-queue .row').count()).toBeLessThan(80);
  });
});
