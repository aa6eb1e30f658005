import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchWindow, type OpenWindow } from '../launchWindow.ts';

interface Bridge {
  pathForFile(file: unknown): string;
  chooseFiles(purpose: string): Promise<string[]>;
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

  it('a file the operator picked or dropped is known by its path', async () => {
    await open.page.evaluate(() => {
      const input = document.createElement('input');
      input.type = 'file';
      input.id = 'picked';
      document.body.append(input);
    });
    await open.page.locator('#picked').setInputFiles(file);
    const paths = await open.page.evaluate(() => {
      const { shipdesk } = window as unknown as { shipdesk: Bridge };
      const picked = (document.getElementById('picked') as HTMLInputElement).files?.[0];
      return [
        shipdesk.pathForFile(picked),
        shipdesk.pathForFile(new File(['x'], 'made.csv')),
        shipdesk.pathForFile('/etc/passwd'),
      ];
    });
    expect(paths).toEqual([file, '', '']);
  });

  it('the dialog gives the chosen paths, or none when it is cancelled', async () => {
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
    expect(answers).toEqual([[file], []]);
  });
});
