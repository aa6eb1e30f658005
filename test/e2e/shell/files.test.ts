import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchWindow, type OpenWindow } from '../launchWindow.ts';

interface Handed {
  readonly fileToken: string;
  readonly name: string;
}

interface Bridge {
  handFiles(files: readonly unknown[]): Promise<readonly Handed[]>;
  chooseFiles(purpose: string): Promise<readonly Handed[]>;
  showFile(fileToken: string): Promise<boolean>;
}

describe('order files', () => {
  let open: OpenWindow;
  let folder = '';
  let file = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'shipdesk-files-'));
    file = join(folder, '订单 11月.csv');
    writeFileSync(file, '订单号\n1\n');
    open = await launchWindow();
  });
  afterAll(async () => {
    await open.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('a file the operator picked or dropped is known by its name and a token, never by a path', async () => {
    await open.page.evaluate(() => {
      const input = document.createElement('input');
      input.type = 'file';
      input.id = 'picked';
      document.body.append(input);
    });
    await open.page.locator('#picked').setInputFiles(file);
    const handed = await open.page.evaluate(() => {
      const { shipdesk } = window as unknown as { shipdesk: Bridge };
      const picked = (document.getElementById('picked') as HTMLInputElement).files?.[0];
      const forged = new File(['x'], 'made.csv');
      Object.defineProperty(forged, 'path', { value: '/etc/passwd' });
      const shape = Object.create(File.prototype, { path: { value: '/etc/passwd' } }) as object;
      return Promise.all([
        shipdesk.handFiles([picked]),
        shipdesk.handFiles([new File(['x'], 'made.csv'), forged]),
        shipdesk.handFiles(['/etc/passwd', { path: '/etc/passwd' }]),
        shipdesk.handFiles([shape]).catch(() => []),
      ]);
    });
    expect(handed).toEqual([[{ fileToken: expect.any(String), name: '订单 11月.csv' }], [], [], []]);
    expect(JSON.stringify(handed)).not.toContain(folder);
  });

  it('the dialog gives what stands for the chosen files, or nothing when it is cancelled', async () => {
    await open.app.evaluate(({ dialog }, chosen) => {
      let isCanceled = false;
      dialog.showOpenDialog = async () => {
        const answer = { canceled: isCanceled, filePaths: isCanceled ? [] : [chosen] };
        isCanceled = true;
        return answer;
      };
    }, file);
    const answers = await open.page.evaluate(async () => {
      const { shipdesk } = window as unknown as { shipdesk: Bridge };
      return [await shipdesk.chooseFiles('orders'), await shipdesk.chooseFiles('orders')];
    });
    expect(answers).toEqual([[{ fileToken: expect.any(String), name: '订单 11月.csv' }], []]);
    expect(JSON.stringify(answers)).not.toContain(folder);
  });

  it('what stands for a file is read by the core until the page is left, and means nothing to the next page', async () => {
    const { page } = open;
    await page.getByRole('button', { name: '进入练习' }).click();
    await page.locator('.today-next').waitFor();
    const [handed] = await page.evaluate(() => {
      const { shipdesk } = window as unknown as { shipdesk: Bridge };
      return shipdesk.handFiles([...((document.getElementById('picked') as HTMLInputElement).files ?? [])]);
    });
    expect(await recognise(page, handed?.fileToken)).toContain('headerRowNumber');
    await page.reload();
    await page.locator('.today-next').waitFor();
    expect(await recognise(page, handed?.fileToken)).toContain('FILE_TOKEN_GONE');
    expect(await recognise(page, file)).toContain('FILE_TOKEN_GONE');
  });
});

/** Asks the core over a port of its own, as a page that was taken over could. */
function recognise(page: Page, fileToken: string | undefined): Promise<string> {
  return page.evaluate(
    (token) =>
      new Promise<string>((resolve) => {
        // The page itself asks over the same port.
        const call = { i: 'probe', p: { u: '/imports/recognise', b: { json: { fileToken: token } } } };
        const take = (event: MessageEvent): void => {
          const [port] = event.ports;
          if (port === undefined) return;
          removeEventListener('message', take);
          port.addEventListener('message', ({ data }) => {
            if (String(data).startsWith('{"i":"probe"')) resolve(String(data));
          });
          port.postMessage(JSON.stringify(call));
        };
        addEventListener('message', take);
        (window as unknown as { shipdesk: { connect(): void } }).shipdesk.connect();
      }),
    fileToken,
  );
}
