import type { ElectronApplication, Page } from 'playwright-core';
import { launchElectron } from '../../e2e/launchElectron.ts';
import { runtimeFolders } from '../../runtime/runtimeFolders.ts';
import { benchPassphrase } from './openBenchFolder.ts';

interface BenchWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
}

/** The built window on a bench folder, unlocked, with Today on the screen; a large book takes its time. */
export async function openBenchWindow(folder: string): Promise<BenchWindow> {
  const app = await launchElectron({
    executablePath: runtimeFolders.executable,
    args: ['--no-sandbox', `--data=${folder}`],
    env: { ...(process.env as Record<string, string>), SHIPDESK_LANG: 'zh-CN' },
  });
  const page = await app.firstWindow();
  await page.locator('input[type=password]').fill(benchPassphrase);
  await page.keyboard.press('Enter');
  await page.locator('.today-next').waitFor({ timeout: 600_000 });
  return { app, page };
}
