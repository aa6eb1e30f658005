import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corePid } from './corePid.ts';
import { launchWindow, type OpenWindow } from './launchWindow.ts';

describe('a practice workspace', () => {
  let open: OpenWindow;
  beforeAll(async () => {
    open = await launchWindow();
  });
  afterAll(() => open.close());

  it('opens with one click, and says that nothing is real', async () => {
    await open.page.getByRole('button', { name: '进入练习' }).click();
    await open.page.getByTitle('练习模式，不会真实下单').waitFor();
    await open.page.getByText('虚拟打印机').first().waitFor();
  });

  it('works on after its core was killed, without a word from the operator', async () => {
    const before = await corePid(open.app);
    process.kill(before as number, 'SIGKILL');
    await expect.poll(() => corePid(open.app)).not.toBeOneOf([before, undefined]);
    await open.page
      .getByPlaceholder('粘贴聊天里的收件信息')
      .fill('上海市浦东新区世纪大道100号 张三 13800138000');
    await open.page.getByRole('button', { name: '识别' }).click();
    await open.page.getByText(/浦东新区 世纪大道100号/).waitFor();
    await open.page.reload();
    await open.page.getByTitle('练习模式，不会真实下单').waitFor();
    expect(open.pageConsole.filter((line) => line.includes('Content Security Policy'))).toEqual([]);
  });
});
