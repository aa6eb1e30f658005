import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { runtimeFolders } from '../runtime/runtimeFolders.ts';
import { endElectron, launchElectron } from './launchElectron.ts';
import { byHand } from './page/hand.ts';

export interface OpenWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataFolder: string;
  /** Lines the program wrote to its console, for a test that asks what was refused. */
  readonly pageConsole: readonly string[];
  close(): Promise<void>;
}

interface LaunchOptions {
  /** A workspace to open; without it a fresh one that is deleted at the end. */
  readonly dataFolder?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** A folder that `assembleApp` filled for this test alone; without it the one all tests share. */
  readonly runtime?: string;
  /** Gives safeStorage a real key ring (gnome-keyring) for this run. Without it there is no key store. */
  readonly keyring?: boolean;
}

/**
 * Opens the assembled app (`assembleApp`) in the compatibility runtime. Chromium's outer sandbox is off because tests may run as root; the
 * page itself keeps `sandbox: true`.
 */
export async function launchWindow(options: LaunchOptions = {}): Promise<OpenWindow> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'shipdesk-e2e-'));
  const args = ['--no-sandbox', `--data=${dataFolder}`, ...(options.args ?? [])];
  const app = await launchElectron({
    ...(options.keyring === true
      ? keyringCommand(args)
      : { executablePath: join(options.runtime ?? runtimeFolders.assembled, 'electron'), args }),
    env: {
      ...definedOnly(process.env),
      SHIPDESK_LANG: 'zh-CN',
      // Beside it: a key ring that lies in the folder before the program does makes it somebody else's.
      XDG_DATA_HOME: `${dataFolder}-xdg`,
      ...options.env,
    },
  });
  const page = byHand(await app.firstWindow());
  const pageConsole: string[] = [];
  page.on('console', (message) => pageConsole.push(message.text()));
  await page.waitForLoadState('load');
  return {
    app,
    page,
    dataFolder,
    pageConsole,
    async close() {
      await endElectron(app);
      if (options.dataFolder !== undefined) return;
      for (const folder of [dataFolder, `${dataFolder}-xdg`])
        rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** playwright puts its own arguments first, so the program's name must be part of the wrapper, not of the arguments. */
function keyringCommand(args: readonly string[]): { executablePath: string; args: string[] } {
  return {
    executablePath: join(runtimeFolders.project, 'test/runtime/electronWithKeyring.sh'),
    args: [...args, '--password-store=gnome-libsecret'],
  };
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
